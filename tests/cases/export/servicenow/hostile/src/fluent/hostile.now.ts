// +49 (0) 30; -1; "ref"
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_0e8e9ec2 = Record({
    $id: "dd7a5896672cfcf68613edea07b9f6d3",
    table: "cmn_schedule",
    data: { name: "+49 (0) 30; -1; \"ref\" Büro \"9–5\" $(reboot) `id` \\ 'x', 😀;\nline two", label: "+49 (0) 30; -1; \"ref\" Büro \"9–5\" $(reboot) `id` \\ 'x', 😀;\nline two", plural_label: "+49 (0) 30; -1; \"ref\" Büro \"9–5\" $(reboot) `id` \\ 'x', 😀;\nline two", calendar_name: "+49 (0) 30; -1; \"ref\" Büro \"9–5\" $(reboot) `id` \\ 'x', 😀;\nline two", time_zone: "Europe/Berlin" },
});
Record({
    $id: "cec8bd4e46392f98ddbe206c59c0c83b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Büro \"9–5\" $(reboot) `id` \\ 'x', 😀;\nline two",
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
    $id: "5cdacbe90d366e873af4cf8eae9b1629",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T170000",
        type: "exclude",
    },
});
Record({
    $id: "e6c90e11e6eb0878989f754509ad3109",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Women's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270308T090000",
        end_date_time: "20270308T170000",
        type: "exclude",
    },
});
Record({
    $id: "579eba2e458f50312ff78c49f5b93540",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270326T090000",
        end_date_time: "20270326T170000",
        type: "exclude",
    },
});
Record({
    $id: "71a54c163e77085a3792a651669fed42",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T090000",
        end_date_time: "20270329T170000",
        type: "exclude",
    },
});
Record({
    $id: "16c069a1be96bc550a318bbaefab7441",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T090000",
        end_date_time: "20270506T170000",
        type: "exclude",
    },
});
Record({
    $id: "6b251e49ddf74a1004815866d14326b8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T090000",
        end_date_time: "20270517T170000",
        type: "exclude",
    },
});
Record({
    $id: "435da00eca9c5593fef2b72d14df9af7",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T090000",
        end_date_time: "20271224T170000",
        type: "exclude",
    },
});
Record({
    $id: "055c583883dcaab5f95d261a0ff730b1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0e8e9ec2,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T090000",
        end_date_time: "20271231T170000",
        type: "exclude",
    },
});

Sla({
    $id: "30d0a2ca30ba251537c4bb00c3d64da3",
    name: "+49 (0) 30; -1; \"ref\" no response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 0, minutes: 15, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stop_1012", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "851bfff3e7dcc89c351e6fd3a0ad4575",
    name: "+49 (0) 30; -1; \"ref\" no resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "d5b31d18d0850ae605a6ce8d86fd89e9",
    name: "+49 (0) 30; -1; \"ref\" 1e3 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 2, minutes: 0, seconds: 0 }),
    schedule: schedule_0e8e9ec2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1007^priority=2", stop: "stop_1012", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7aac672c9cbe5123cf96c252b6830091",
    name: "+49 (0) 30; -1; \"ref\" 1e3 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_0e8e9ec2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1007^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "53ab0b595e804afa6e627483cd21b96d",
    name: "+49 (0) 30; -1; \"ref\" P3: 'low' # not a comment response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0e8e9ec2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1007^priority=3", stop: "stop_1012", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "413d11a03f38b89566e512357f2b0fec",
    name: "+49 (0) 30; -1; \"ref\" P3: 'low' # not a comment resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 3, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0e8e9ec2,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1007^priority=3", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "aa7c3c829fc89e0fad9964b38d8d7822",
    name: "+49 (0) 30; -1; \"ref\" U \"x\" OR 1 # \\ '\n```<b>*x* [y](z) $(i) 👤",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^requests_1006", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
