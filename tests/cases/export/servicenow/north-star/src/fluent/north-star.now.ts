// ACME-2027-014
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_49f7663e = Record({
    $id: "84fac8eb5a12e180a1c03905e831df90",
    table: "cmn_schedule",
    data: { name: "ACME-2027-014 Office Hours", label: "ACME-2027-014 Office Hours", plural_label: "ACME-2027-014 Office Hours", calendar_name: "ACME-2027-014 Office Hours", time_zone: "Europe/Berlin" },
});
Record({
    $id: "08f08585a2715693a0a2f3c71d20f2a0",
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
    $id: "3f9814f2b5ebf63c88824fb19f031d87",
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
    $id: "9a341e7eb83027afa6edfea240ad2dc2",
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
    $id: "c3df100a11be4fd03979a395b86304d3",
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
    $id: "b02458205bf14fb7de87a236a1825f23",
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
    $id: "2d1f7ce0dd2ca86677ea86b1fa0ec770",
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
    $id: "8ea3f7120fda414405a2ab6429a0961f",
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
    $id: "c2deaf15ce0b2bf6133489f2124a32f2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T090000",
        end_date_time: "20271224T170000",
        type: "exclude",
    },
});
Record({
    $id: "b241ade59afd47eeef50a9f8e277e369",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_49f7663e,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T090000",
        end_date_time: "20271231T170000",
        type: "exclude",
    },
});

Sla({
    $id: "d8663a917a09cc5e1e9a97680919fb70",
    name: "ACME-2027-014 P1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 0, minutes: 15, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stop_1011", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "a92f27b7ec9ea1ebe1dc00c1d921a9d3",
    name: "ACME-2027-014 P1 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7b01a21ce222715007bd03406ec61c82",
    name: "ACME-2027-014 P2 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 2, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stop_1011", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "1b679e7bd531fc6863f1138e3b6fdbac",
    name: "ACME-2027-014 P2 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7479dc107808b1e2bd90a88d341b71d5",
    name: "ACME-2027-014 P3 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=3", stop: "stop_1011", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7ec667c7b8770ab486d077db2901fcbb",
    name: "ACME-2027-014 P3 resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 3, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_49f7663e,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Berlin",
    conditions: { start: "customers_1004^services_1006^priority=3", stop: "stateIN6,7", pause: "state=3^hold_reason=1" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
