// ORDER-1042
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_0726fbe4 = Record({
    $id: "17390da006e4c9244c09f5b5c62cd637",
    table: "cmn_schedule",
    data: { name: "ORDER-1042 Business Hours", label: "ORDER-1042 Business Hours", plural_label: "ORDER-1042 Business Hours", calendar_name: "ORDER-1042 Business Hours", time_zone: "America/New_York" },
});
Record({
    $id: "1973bca098988a4f3493dc0a4ead71e9",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Business Hours",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T180000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "708993d0858f74986f995ae993fff3ef",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T180000",
        type: "exclude",
    },
});
Record({
    $id: "bf8c8dba5fce14d31cdec80eb1eee30c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270118T090000",
        end_date_time: "20270118T180000",
        type: "exclude",
    },
});
Record({
    $id: "be6b90b8429bbb2608a15ce5eb902afc",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270215T090000",
        end_date_time: "20270215T180000",
        type: "exclude",
    },
});
Record({
    $id: "6e3d880fd01f6575b37526d00c03948f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T090000",
        end_date_time: "20270531T180000",
        type: "exclude",
    },
});
Record({
    $id: "5327bb5a997fc7f41a915022c9738c55",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Juneteenth National Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270618T090000",
        end_date_time: "20270618T180000",
        type: "exclude",
    },
});
Record({
    $id: "74d99cc2673e5fcae1afa9337bc74e2f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270705T090000",
        end_date_time: "20270705T180000",
        type: "exclude",
    },
});
Record({
    $id: "a57168ecd6dbdbbd3c522efecfe21b73",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270906T090000",
        end_date_time: "20270906T180000",
        type: "exclude",
    },
});
Record({
    $id: "76db1557c91c131b04ac402bb1258566",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271011T090000",
        end_date_time: "20271011T180000",
        type: "exclude",
    },
});
Record({
    $id: "4831f317224c185bf62ba15b419095bd",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Veterans Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T090000",
        end_date_time: "20271111T180000",
        type: "exclude",
    },
});
Record({
    $id: "fcbd451b2c2816f3b4452e3a6624942f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271125T090000",
        end_date_time: "20271125T180000",
        type: "exclude",
    },
});
Record({
    $id: "99d9daed90b12529e2c4dcccffd5740f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Christmas Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T090000",
        end_date_time: "20271224T180000",
        type: "exclude",
    },
});
Record({
    $id: "dc165d0fa94bed3a54732d607b6d542d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "New Year's Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T090000",
        end_date_time: "20271231T180000",
        type: "exclude",
    },
});

Sla({
    $id: "e3ac1a7a8d197fadcb8c423607f8a472",
    name: "ORDER-1042 S1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stop_1007" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
