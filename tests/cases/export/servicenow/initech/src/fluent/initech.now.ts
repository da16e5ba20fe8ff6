// initech
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_49f7663e = Record({
    $id: "b092b523658bde2ae5eda330bac96df4",
    table: "cmn_schedule",
    data: { name: "initech Office Hours", label: "initech Office Hours", plural_label: "initech Office Hours", calendar_name: "initech Office Hours", time_zone: "Europe/Berlin" },
});
Record({
    $id: "a7de8430ed380afb0d1ff5a31bc7ed2c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Office Hours",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T080000",
        end_date_time: "20270101T180000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "f5707e7c0f0069253dfcc65796f29f4d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T080000",
        end_date_time: "20270101T180000",
        type: "exclude",
    },
});
Record({
    $id: "a3267449a713596b6b8e3fb4e73fd782",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Women's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270308T080000",
        end_date_time: "20270308T180000",
        type: "exclude",
    },
});
Record({
    $id: "f456bc4943a47c6b2171a39957ead5be",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270326T080000",
        end_date_time: "20270326T180000",
        type: "exclude",
    },
});
Record({
    $id: "a46c14622b2b086f3e4519b4c3bfa6a5",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T080000",
        end_date_time: "20270329T180000",
        type: "exclude",
    },
});
Record({
    $id: "681dd8f063f672bccb309b35a7fcb183",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T080000",
        end_date_time: "20270506T180000",
        type: "exclude",
    },
});
Record({
    $id: "4b323a2d538691f73e7c0a3510d79666",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T080000",
        end_date_time: "20270517T180000",
        type: "exclude",
    },
});
Record({
    $id: "95fe026784df6b4d81ff40b275f56b41",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271230T080000",
        end_date_time: "20271230T180000",
        type: "exclude",
    },
});
Record({
    $id: "5065c8df681783d03dfe163caaf143a2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T080000",
        end_date_time: "20271231T180000",
        type: "exclude",
    },
});
Record({
    $id: "6d883c2b2a1c22e5329a4b37063f2b0e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Women's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280308T080000",
        end_date_time: "20280308T180000",
        type: "exclude",
    },
});
Record({
    $id: "7a26995cb9e1078288b1b5e79075fa4c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280414T080000",
        end_date_time: "20280414T180000",
        type: "exclude",
    },
});
Record({
    $id: "73c1e1a94c10c9c6675f549175d9877e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T080000",
        end_date_time: "20280417T180000",
        type: "exclude",
    },
});
Record({
    $id: "bd32800446b9e8d3651a7df84cfc2f61",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T080000",
        end_date_time: "20280501T180000",
        type: "exclude",
    },
});
Record({
    $id: "f62f24a32e26d96bf80c879c33f542a6",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280525T080000",
        end_date_time: "20280525T180000",
        type: "exclude",
    },
});
Record({
    $id: "ce8870bb65642f90a41c6aa3c4262346",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280605T080000",
        end_date_time: "20280605T180000",
        type: "exclude",
    },
});
Record({
    $id: "cabaf7e1842054b238713648099aac2c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "German Unity Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281003T080000",
        end_date_time: "20281003T180000",
        type: "exclude",
    },
});
Record({
    $id: "90b86adb1db2f82ed14b14d5228294aa",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T080000",
        end_date_time: "20281225T180000",
        type: "exclude",
    },
});
Record({
    $id: "e7129be63d2c108c378a0f5607bff787",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Second Day of Christmas",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281226T080000",
        end_date_time: "20281226T180000",
        type: "exclude",
    },
});

Sla({
    $id: "93b6f484f50fc3320c2de9ec0d02956b",
    name: "initech P1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 0, minutes: 10, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stop_1010", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "d33116555e7cde92a9ef026818950bd6",
    name: "initech P1 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "b6fdc0f548fef0b84ce1db4f8bf7912f",
    name: "initech P2 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stop_1010", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "c591250157d11400e034fe9259874b90",
    name: "initech P2 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 4, hours: 4, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
