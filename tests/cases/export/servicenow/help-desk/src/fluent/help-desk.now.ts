// HD-2027
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_0726fbe4 = Record({
    $id: "bea13bde91517d65c7fd6ee690c8bc6e",
    table: "cmn_schedule",
    data: { name: "HD-2027 Business Hours", label: "HD-2027 Business Hours", plural_label: "HD-2027 Business Hours", calendar_name: "HD-2027 Business Hours", time_zone: "America/New_York" },
});
Record({
    $id: "55b1568df1afd1bd07cd8406f18c1811",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Business Hours",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T170000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "71241d1f4ba8fb3151cba865becfde68",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T170000",
        type: "exclude",
    },
});
Record({
    $id: "d3cdcf3b51c81f4590f76b6d9eceeee7",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270118T090000",
        end_date_time: "20270118T170000",
        type: "exclude",
    },
});
Record({
    $id: "8c6c657b8f0609c3617aaaddbfb09a17",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270215T090000",
        end_date_time: "20270215T170000",
        type: "exclude",
    },
});
Record({
    $id: "c62593e38950acba7966e9a7b0fcc638",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T090000",
        end_date_time: "20270531T170000",
        type: "exclude",
    },
});
Record({
    $id: "d128b6b55e9bc394b03b0f89570d8bed",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Juneteenth National Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270618T090000",
        end_date_time: "20270618T170000",
        type: "exclude",
    },
});
Record({
    $id: "9e1e0da916e966a5aaa1b850c5dadc16",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270705T090000",
        end_date_time: "20270705T170000",
        type: "exclude",
    },
});
Record({
    $id: "f1a26ef2246d2fc6eea1e5bbeefe8e33",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270906T090000",
        end_date_time: "20270906T170000",
        type: "exclude",
    },
});
Record({
    $id: "74ae81eeaf5c7abbda0213a9941e7c01",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271011T090000",
        end_date_time: "20271011T170000",
        type: "exclude",
    },
});
Record({
    $id: "78fa7e0904accaf7e47b08f88caecbcd",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Veterans Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T090000",
        end_date_time: "20271111T170000",
        type: "exclude",
    },
});
Record({
    $id: "359abf8a04a9465cf197ae3237383e83",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271125T090000",
        end_date_time: "20271125T170000",
        type: "exclude",
    },
});
Record({
    $id: "1a88863b2c84549010db5cb5180993ae",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Christmas Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T090000",
        end_date_time: "20271224T170000",
        type: "exclude",
    },
});
Record({
    $id: "3e3e4dd8b74221076b0b8dd3fad2c260",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "New Year's Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T090000",
        end_date_time: "20271231T170000",
        type: "exclude",
    },
});

Sla({
    $id: "38f15fe03f686da0bdb731d1082404bb",
    name: "HD-2027 P1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 30, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stop_1011", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "febbb1db8bfdc29a02d65b26bf327751",
    name: "HD-2027 P1 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "f788cd7b082187eea8018d79e1fb06e6",
    name: "HD-2027 P2 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 30, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1007^priority=2", stop: "stop_1011", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "673e509e03ec3275d621613c53065bee",
    name: "HD-2027 P2 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 28, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1007^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "eb3f0c83e7ce2aca08e26df2e0aa589e",
    name: "HD-2027 Improvement",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 14, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1007^requests_1006", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
