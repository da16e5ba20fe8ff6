// website-care
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_0726fbe4 = Record({
    $id: "3566f31fa3d6d598e9aba2bd609c244f",
    table: "cmn_schedule",
    data: { name: "website-care Business Hours", label: "website-care Business Hours", plural_label: "website-care Business Hours", calendar_name: "website-care Business Hours", time_zone: "America/New_York" },
});
Record({
    $id: "01e7f511d962fed2e5a40d6095705811",
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
    $id: "9a775c9817a77281c66a0f86e2e3216e",
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
    $id: "f5da01f6b0b536d642038c879180f6c5",
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
    $id: "ae670f2888e136f4746e18c20d34aa0d",
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
    $id: "b200516f74f9f061db3407ad9279a729",
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
    $id: "b65540e4fabfbe8aa524b5d1927e20dd",
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
    $id: "e8e7333d0c365a36f354f3c7121738af",
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
    $id: "da589b7296ce06873eb02abd960406d8",
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
    $id: "4fbc327b30831539d11b5dfbbb54ccbb",
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
    $id: "b80f315f77bf780808f176c24ba5e148",
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
    $id: "ddeb488cc4a1b6266231b13e63bde886",
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
    $id: "7009ec602f818a26cdd4b43a8393af92",
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
    $id: "a32a54bb1361aa1c6241ba39f3bf86bd",
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
Record({
    $id: "b1d43cb6aefd6c7120ab9ff95eda5dd8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280117T090000",
        end_date_time: "20280117T170000",
        type: "exclude",
    },
});
Record({
    $id: "307c21a7f20e0e0950ce44aa5b869e4f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280221T090000",
        end_date_time: "20280221T170000",
        type: "exclude",
    },
});
Record({
    $id: "e2b4bc1ce041615c5a78f60d329b8990",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280529T090000",
        end_date_time: "20280529T170000",
        type: "exclude",
    },
});
Record({
    $id: "d99c593e15236dea71f612e162622e60",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Juneteenth National Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280619T090000",
        end_date_time: "20280619T170000",
        type: "exclude",
    },
});
Record({
    $id: "fb05fb7f08ac9969d86522b2fd3cd44e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280704T090000",
        end_date_time: "20280704T170000",
        type: "exclude",
    },
});
Record({
    $id: "558b07133666971dc80bef658d4698ef",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280904T090000",
        end_date_time: "20280904T170000",
        type: "exclude",
    },
});
Record({
    $id: "92ce22751dfab576690c0b19b5b961e6",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281009T090000",
        end_date_time: "20281009T170000",
        type: "exclude",
    },
});
Record({
    $id: "8b3c2c6ed3154a740b735ed21b1c2d32",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Veterans Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281110T090000",
        end_date_time: "20281110T170000",
        type: "exclude",
    },
});
Record({
    $id: "2490b6bd6b249d34e6e547e70db2db0f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281123T090000",
        end_date_time: "20281123T170000",
        type: "exclude",
    },
});
Record({
    $id: "5adf06ee9d5c83b5b8eb58242411d3f1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T090000",
        end_date_time: "20281225T170000",
        type: "exclude",
    },
});

Sla({
    $id: "e8b5ed50a208374d6a707e3b6ffd42a1",
    name: "website-care Emergency response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stop_1010" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "f92fd230f0799cd3f08e1d69ec5b9c19",
    name: "website-care Task response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stop_1010" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "023a547c7f796b19a98290647c9ef768",
    name: "website-care Site Task",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1006^requests_1005", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
