// broadband-compensation
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_3163dac2 = Record({
    $id: "0fd717d276c59a54414a9f53f13fddd9",
    table: "cmn_schedule",
    data: { name: "broadband-compensation Working Days", label: "broadband-compensation Working Days", plural_label: "broadband-compensation Working Days", calendar_name: "broadband-compensation Working Days", time_zone: "Europe/London" },
});
Record({
    $id: "6b13f3c529f63630a9e207bb77209519",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Working Days",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270401T000000",
        end_date_time: "20270402T000000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "1d18b21909e742faf8190e76e774ac0c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "May Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270503T000000",
        end_date_time: "20270504T000000",
        type: "exclude",
    },
});
Record({
    $id: "ab14ad5a68e5a409562369de3167cb30",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Spring Bank Holiday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T000000",
        end_date_time: "20270601T000000",
        type: "exclude",
    },
});
Record({
    $id: "edb9d9801567aeb97f119a5ad7252220",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Late Summer Bank Holiday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270830T000000",
        end_date_time: "20270831T000000",
        type: "exclude",
    },
});
Record({
    $id: "aaeb6650114415aa8d1997a2723e801d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Christmas Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271227T000000",
        end_date_time: "20271228T000000",
        type: "exclude",
    },
});
Record({
    $id: "cdcb10c17894ce3e22713cb2d5008cd3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Boxing Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271228T000000",
        end_date_time: "20271229T000000",
        type: "exclude",
    },
});
Record({
    $id: "33fe2141227e05e677052f93645fa5d0",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "New Year's Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280103T000000",
        end_date_time: "20280104T000000",
        type: "exclude",
    },
});
Record({
    $id: "0486a29fd77ff9a1eb33e68af03c1940",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280414T000000",
        end_date_time: "20280415T000000",
        type: "exclude",
    },
});
Record({
    $id: "2fd73100f4dc752dc9464ce4447aab9a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T000000",
        end_date_time: "20280418T000000",
        type: "exclude",
    },
});
Record({
    $id: "c8cf8ffac971f0f4bb85581aab659369",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "May Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T000000",
        end_date_time: "20280502T000000",
        type: "exclude",
    },
});
Record({
    $id: "f669f090f391eb6fc0bb7fd2f8a38742",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Spring Bank Holiday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280529T000000",
        end_date_time: "20280530T000000",
        type: "exclude",
    },
});
Record({
    $id: "a2cc49e072b670c1d6fc3d49f0153859",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Late Summer Bank Holiday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280828T000000",
        end_date_time: "20280829T000000",
        type: "exclude",
    },
});
Record({
    $id: "aff4f225b12d45593abdc6f5a7838e76",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T000000",
        end_date_time: "20281226T000000",
        type: "exclude",
    },
});
Record({
    $id: "a844fe3a629998adb76ee168afbdc11a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Boxing Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281226T000000",
        end_date_time: "20281227T000000",
        type: "exclude",
    },
});
Record({
    $id: "6caf1a60bd57737241f424daccb7ff17",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20290101T000000",
        end_date_time: "20290102T000000",
        type: "exclude",
    },
});
Record({
    $id: "9d95475287df63f7a63583dfa152a33e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_3163dac2,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20290330T000000",
        end_date_time: "20290331T000000",
        type: "exclude",
    },
});

Sla({
    $id: "a6be620870fee02d0ce845287fc02928",
    name: "broadband-compensation Repair Loss resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 2, hours: 0, minutes: 0, seconds: 0 }),
    schedule: schedule_3163dac2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/London",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "8adc6decd7b2a72a93805e6acf68bef0",
    name: "broadband-compensation Activation Day Activation resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 1, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=3", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "3abeda8ab6e51af9e09ed5d28da1185d",
    name: "broadband-compensation First Appointment First Slot onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 12, hours: 0, minutes: 0, seconds: 0 }),
    schedule: schedule_3163dac2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/London",
    conditions: { start: "customers_1004^services_1006^priority=4", stop: "stop_1010" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
