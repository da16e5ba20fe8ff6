// platform-hosting
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_49f7663e = Record({
    $id: "24221d48fae3905ac0042440990bee2b",
    table: "cmn_schedule",
    data: { name: "platform-hosting Office Hours", label: "platform-hosting Office Hours", plural_label: "platform-hosting Office Hours", calendar_name: "platform-hosting Office Hours", time_zone: "Europe/Berlin" },
});
Record({
    $id: "46b5cebd70140b69c3c308927aef6a85",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Office Hours",
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
    $id: "ced077e6821855368517b6d61c2f4176",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T170000",
        type: "exclude",
    },
});
Record({
    $id: "dfe5a4e8b9531d5a1c0b3687843cf84b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Women's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270308T090000",
        end_date_time: "20270308T170000",
        type: "exclude",
    },
});
Record({
    $id: "e04a6a3cfb374672d28419aef7f2ed93",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270326T090000",
        end_date_time: "20270326T170000",
        type: "exclude",
    },
});
Record({
    $id: "669fd7c3dd8af75b1f06c8c4f0bda72e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T090000",
        end_date_time: "20270329T170000",
        type: "exclude",
    },
});
Record({
    $id: "e6588ccc9aa39c0f96db929fc2b92590",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T090000",
        end_date_time: "20270506T170000",
        type: "exclude",
    },
});
Record({
    $id: "d682990e56b037c450e477b9195f1a03",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T090000",
        end_date_time: "20270517T170000",
        type: "exclude",
    },
});
Record({
    $id: "50b7d0aa738745eb4762d938e9769a31",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Women's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280308T090000",
        end_date_time: "20280308T170000",
        type: "exclude",
    },
});
Record({
    $id: "2ac0d2e9e8d796b11af62a7ebb9f7a8c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Good Friday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280414T090000",
        end_date_time: "20280414T170000",
        type: "exclude",
    },
});
Record({
    $id: "e367bb1b51fbe517016428865d275955",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T090000",
        end_date_time: "20280417T170000",
        type: "exclude",
    },
});
Record({
    $id: "b51d388547e8fd5eeda96c746fced8ea",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T090000",
        end_date_time: "20280501T170000",
        type: "exclude",
    },
});
Record({
    $id: "09c8674ef5db97bc5750a264f7bfbafa",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280525T090000",
        end_date_time: "20280525T170000",
        type: "exclude",
    },
});
Record({
    $id: "db0af4cbf48a820e3fe9a89c1e443031",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280605T090000",
        end_date_time: "20280605T170000",
        type: "exclude",
    },
});
Record({
    $id: "35252ffcdbdf5abfed40399116619643",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "German Unity Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281003T090000",
        end_date_time: "20281003T170000",
        type: "exclude",
    },
});
Record({
    $id: "f570427a4d463e71cf03abcf96e4a598",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T090000",
        end_date_time: "20281225T170000",
        type: "exclude",
    },
});
Record({
    $id: "be43a2411a166510497367f81927f5e9",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "Second Day of Christmas",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281226T090000",
        end_date_time: "20281226T170000",
        type: "exclude",
    },
});

Sla({
    $id: "042b07a21c14333e3494736a1231feb5",
    name: "platform-hosting Platform Incident response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stop_1008" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "66d3592e90f8ecf1552f4a3b3a779e68",
    name: "platform-hosting Question response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stop_1008" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
