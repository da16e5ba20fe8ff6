// hardware-support
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_f706fc7d = Record({
    $id: "bd6c7b6ec5b740524a6081732deb63f1",
    table: "cmn_schedule",
    data: { name: "hardware-support Business Coverage", label: "hardware-support Business Coverage", plural_label: "hardware-support Business Coverage", calendar_name: "hardware-support Business Coverage", time_zone: "Europe/Vienna" },
});
Record({
    $id: "4de1df4f948aad21ec95ab604f021517",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Business Coverage",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T080000",
        end_date_time: "20270101T170000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "4658f36cc5c68c5a0c344c1bfb7edcf3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T080000",
        end_date_time: "20270101T170000",
        type: "exclude",
    },
});
Record({
    $id: "49c29d129d1e66042ca88c82f88b57bf",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Epiphany",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270106T080000",
        end_date_time: "20270106T170000",
        type: "exclude",
    },
});
Record({
    $id: "29efcaea9eb06e11c8d039785876528f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T080000",
        end_date_time: "20270329T170000",
        type: "exclude",
    },
});
Record({
    $id: "7de23609ed639606bda1e5d50b41cc29",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T080000",
        end_date_time: "20270506T170000",
        type: "exclude",
    },
});
Record({
    $id: "203c26f6425ee4bd3de1b4bdf14fb430",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T080000",
        end_date_time: "20270517T170000",
        type: "exclude",
    },
});
Record({
    $id: "c2577dd06607792b43e222b1d18b83ca",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Corpus Christi",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270527T080000",
        end_date_time: "20270527T170000",
        type: "exclude",
    },
});
Record({
    $id: "d66ce44eb7e066de72735c37aff37c6b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "National Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271026T080000",
        end_date_time: "20271026T170000",
        type: "exclude",
    },
});
Record({
    $id: "d174e7c3ea56d0e2d8b8d067b45db117",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "All Saints' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271101T080000",
        end_date_time: "20271101T170000",
        type: "exclude",
    },
});
Record({
    $id: "768d1912a5de3eb01fc4dc372991cce5",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Immaculate Conception",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271208T080000",
        end_date_time: "20271208T170000",
        type: "exclude",
    },
});
Record({
    $id: "c44c2ed72a0cb8b22129dac8815e4d3a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Epiphany",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280106T080000",
        end_date_time: "20280106T170000",
        type: "exclude",
    },
});
Record({
    $id: "c4494b9133ee7ac08f061e6347320b9d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T080000",
        end_date_time: "20280417T170000",
        type: "exclude",
    },
});
Record({
    $id: "8d89d914f1e56dce87f8a1659abc6782",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T080000",
        end_date_time: "20280501T170000",
        type: "exclude",
    },
});
Record({
    $id: "85b86684be9d133d8dba27ee62345351",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280525T080000",
        end_date_time: "20280525T170000",
        type: "exclude",
    },
});
Record({
    $id: "da986c6743bea1ec959eafa667f1d6ae",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280605T080000",
        end_date_time: "20280605T170000",
        type: "exclude",
    },
});
Record({
    $id: "9526a6e52e3ba088a79ba5c583322c62",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Corpus Christi",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280615T080000",
        end_date_time: "20280615T170000",
        type: "exclude",
    },
});
Record({
    $id: "6ed540ac46bfb7ec335fd91604a7c9a9",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Assumption Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280815T080000",
        end_date_time: "20280815T170000",
        type: "exclude",
    },
});
Record({
    $id: "221426211c15002738ab90359c6fb00a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "National Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281026T080000",
        end_date_time: "20281026T170000",
        type: "exclude",
    },
});
Record({
    $id: "c27baa46f243e74c7f7549835eb12101",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "All Saints' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281101T080000",
        end_date_time: "20281101T170000",
        type: "exclude",
    },
});
Record({
    $id: "7fce776323ba9edf7f33bb5995c36454",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Immaculate Conception",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281208T080000",
        end_date_time: "20281208T170000",
        type: "exclude",
    },
});
Record({
    $id: "6e797defb7c6e796c09b756450b40bda",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T080000",
        end_date_time: "20281225T170000",
        type: "exclude",
    },
});
Record({
    $id: "ba1c34de4427f587eae9d1577510c5bd",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_f706fc7d,
        name: "Saint Stephen's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281226T080000",
        end_date_time: "20281226T170000",
        type: "exclude",
    },
});

Sla({
    $id: "b8cddbd146b207a9dc40b725c396df4e",
    name: "hardware-support Repair Time S1 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 6, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1008^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "58093b63b195a005e31fc6b13f3c98d9",
    name: "hardware-support Repair Time S2 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 6, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1008^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "8564c359745f59f5e65769bc360e8617",
    name: "hardware-support Arrival S1 onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stop_1012" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7e08092debdeec662dbe97d0044c50b6",
    name: "hardware-support Arrival S2 onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stop_1012" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "2d2fce6bb958df2e3f9107e5d2361518",
    name: "hardware-support Next Day Arrival S1 onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 9, minutes: 0, seconds: 0 }),
    schedule: schedule_f706fc7d,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Vienna",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stop_1012" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "1612930d845d8f1ddd7c88583a03741d",
    name: "hardware-support Next Day Arrival S2 onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 9, minutes: 0, seconds: 0 }),
    schedule: schedule_f706fc7d,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Vienna",
    conditions: { start: "customers_1004^services_1007^priority=2", stop: "stop_1012" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "aa9383926ae4a5f2f84fa056757c8c1b",
    name: "hardware-support Next Day Arrival S3 onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 9, minutes: 0, seconds: 0 }),
    schedule: schedule_f706fc7d,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Vienna",
    conditions: { start: "customers_1004^services_1007^priority=3", stop: "stop_1012" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
