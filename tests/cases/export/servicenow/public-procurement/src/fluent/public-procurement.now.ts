// public-procurement
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_708f0489 = Record({
    $id: "b4bf70395e71cb6f487f8f59605d50fd",
    table: "cmn_schedule",
    data: { name: "public-procurement Jours Ouvrés", label: "public-procurement Jours Ouvrés", plural_label: "public-procurement Jours Ouvrés", calendar_name: "public-procurement Jours Ouvrés", time_zone: "Europe/Paris" },
});
Record({
    $id: "ea1ad59b1684aa086374b047b9c55a13",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Jours Ouvrés",
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
    $id: "d05eb05fcf73d62f60f9b975f8ab4ea1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T180000",
        type: "exclude",
    },
});
Record({
    $id: "502499fc6a99c405c21afd2f0dc75c86",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270329T090000",
        end_date_time: "20270329T180000",
        type: "exclude",
    },
});
Record({
    $id: "a8d08e8ebadf515a5030ef649afc9faf",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270506T090000",
        end_date_time: "20270506T180000",
        type: "exclude",
    },
});
Record({
    $id: "4e3e10be3952546aacff46593bcccced",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270517T090000",
        end_date_time: "20270517T180000",
        type: "exclude",
    },
});
Record({
    $id: "537472f2b8a3be5ec03b20ab64e028ab",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "National Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270714T090000",
        end_date_time: "20270714T180000",
        type: "exclude",
    },
});
Record({
    $id: "4a1f6dbd3cd4cce3e8d66964d3173e0b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "All Saints' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271101T090000",
        end_date_time: "20271101T180000",
        type: "exclude",
    },
});
Record({
    $id: "7921868aa3149a21460501bb987744c1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Armistice Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T090000",
        end_date_time: "20271111T180000",
        type: "exclude",
    },
});
Record({
    $id: "58ed063e098854ed238b5a0c19662c60",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Easter Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T090000",
        end_date_time: "20280417T180000",
        type: "exclude",
    },
});
Record({
    $id: "ff3031cb882dd78ab643f39872d5c3e3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280501T090000",
        end_date_time: "20280501T180000",
        type: "exclude",
    },
});
Record({
    $id: "c7e62d08d642118bc557afb201862bb2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Victory Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280508T090000",
        end_date_time: "20280508T180000",
        type: "exclude",
    },
});
Record({
    $id: "3de0a1be0e60b5862f923b948c16ca9d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Ascension Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280525T090000",
        end_date_time: "20280525T180000",
        type: "exclude",
    },
});
Record({
    $id: "5e713fe6f39bea2371ac56c67a4ba13d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Pentecost Monday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280605T090000",
        end_date_time: "20280605T180000",
        type: "exclude",
    },
});
Record({
    $id: "c7f08af19f116cd59f0d0f4bd9de8f23",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "National Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280714T090000",
        end_date_time: "20280714T180000",
        type: "exclude",
    },
});
Record({
    $id: "aed0dcf82e11e10e98791c715f5185de",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Assumption Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280815T090000",
        end_date_time: "20280815T180000",
        type: "exclude",
    },
});
Record({
    $id: "81303d2ce7dd68e5065959fc41e3d6fb",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "All Saints' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281101T090000",
        end_date_time: "20281101T180000",
        type: "exclude",
    },
});
Record({
    $id: "e2fa1f0adad24e14e066d264d19f51b8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_708f0489,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T090000",
        end_date_time: "20281225T180000",
        type: "exclude",
    },
});

Sla({
    $id: "c5687b76f95898837e2aaa801fb41dad",
    name: "public-procurement Repair Unusable resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_708f0489,
    timezoneSource: "sla.timezone",
    timezone: "Europe/Paris",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stateIN6,7", pause: "pauses_1005" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "637684e8f6542dfa94d0b9f8c2653de6",
    name: "public-procurement Delivery Unusable onsite",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 30, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1007^priority=1", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
