// german-hosting
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_51ce942a = Record({
    $id: "f2d771da902a9207da97601fe82b5153",
    table: "cmn_schedule",
    data: { name: "german-hosting Servicezeit", label: "german-hosting Servicezeit", plural_label: "german-hosting Servicezeit", calendar_name: "german-hosting Servicezeit", time_zone: "Europe/Berlin" },
});
Record({
    $id: "b8f9aadd129c9dd6dacc523b204a5e86",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Servicezeit",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270104T090000",
        end_date_time: "20270104T170000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "1234",
    },
});
Record({
    $id: "d89d647165b38845ca3ee2a248e5bcaa",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Servicezeit",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T150000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "5",
    },
});
Record({
    $id: "3f091ade5a298327865a4efa6d999fc8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T150000",
        type: "exclude",
    },
});
Record({
    $id: "584a5bbc57b2472a6134bdfcf1163e74",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270326T090000",
        end_date_time: "20270326T150000",
        type: "exclude",
    },
});
Record({
    $id: "cd80683b980bed0739d5e039e9d3bb4e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T090000",
        end_date_time: "20270329T170000",
        type: "exclude",
    },
});
Record({
    $id: "7661789bea7eb4a6c0707120b90809e1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T090000",
        end_date_time: "20270506T170000",
        type: "exclude",
    },
});
Record({
    $id: "28efd7e5a618801fe7ed0ed6f53bdd21",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T090000",
        end_date_time: "20270517T170000",
        type: "exclude",
    },
});
Record({
    $id: "210bca3d412247393ca87157448c28b9",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280414T090000",
        end_date_time: "20280414T150000",
        type: "exclude",
    },
});
Record({
    $id: "b3fe36221c5d7e4be49c00d85020358d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T090000",
        end_date_time: "20280417T170000",
        type: "exclude",
    },
});
Record({
    $id: "6cb2e45d069482d96b68d36ecbc9ac1d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T090000",
        end_date_time: "20280501T170000",
        type: "exclude",
    },
});
Record({
    $id: "3518de4318b701dd6711d35815995f70",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280525T090000",
        end_date_time: "20280525T170000",
        type: "exclude",
    },
});
Record({
    $id: "a0d3532774130b59211b289c05ceec45",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280605T090000",
        end_date_time: "20280605T170000",
        type: "exclude",
    },
});
Record({
    $id: "daf06fcc8c20ef5f1058e5eaf8574d91",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "German Unity Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281003T090000",
        end_date_time: "20281003T170000",
        type: "exclude",
    },
});
Record({
    $id: "8ee8bcca72f0c76eec97d2cb6c448d7b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T090000",
        end_date_time: "20281225T170000",
        type: "exclude",
    },
});
Record({
    $id: "e76c15756c86d2bfe0b9fe22fc548656",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_51ce942a,
        name: "Second Day of Christmas",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281226T090000",
        end_date_time: "20281226T170000",
        type: "exclude",
    },
});

Sla({
    $id: "eda582630b0f35c47ece8ad506ef86f6",
    name: "german-hosting K1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 12, minutes: 0, seconds: 0 }),
    schedule: schedule_51ce942a,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "8af63723b9047443f3ef1360478e6990",
    name: "german-hosting K2 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 18, minutes: 0, seconds: 0 }),
    schedule: schedule_51ce942a,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "82cbfb5fb3fb3e12341ba8d59ecabb06",
    name: "german-hosting K3 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 1, hours: 6, minutes: 0, seconds: 0 }),
    schedule: schedule_51ce942a,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1005^priority=3", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
