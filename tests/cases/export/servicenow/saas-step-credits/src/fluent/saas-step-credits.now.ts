// saas-step-credits
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_0726fbe4 = Record({
    $id: "37cdcb0832010110d25704da35a207ba",
    table: "cmn_schedule",
    data: { name: "saas-step-credits Business Hours", label: "saas-step-credits Business Hours", plural_label: "saas-step-credits Business Hours", calendar_name: "saas-step-credits Business Hours", time_zone: "America/New_York" },
});
Record({
    $id: "a5232523ffa235da62790fb4a855a462",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Business Hours",
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
    $id: "8adadb2e725d36140595a6b9aabb4639",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T080000",
        end_date_time: "20270101T180000",
        type: "exclude",
    },
});
Record({
    $id: "a5978a3aad7ebc83779b49bb3660e395",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270118T080000",
        end_date_time: "20270118T180000",
        type: "exclude",
    },
});
Record({
    $id: "3ee03ea45c7d9693003138c2f27eb8a2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270215T080000",
        end_date_time: "20270215T180000",
        type: "exclude",
    },
});
Record({
    $id: "0d03fbe06907b250bd955300858f8aad",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Patriots' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270419T080000",
        end_date_time: "20270419T180000",
        type: "exclude",
    },
});
Record({
    $id: "32df725f7eb9b38f9c41c0c967d7dbe2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T080000",
        end_date_time: "20270531T180000",
        type: "exclude",
    },
});
Record({
    $id: "dc8b21615030cebce799e78eda140dbc",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270705T080000",
        end_date_time: "20270705T180000",
        type: "exclude",
    },
});
Record({
    $id: "72192c3f39c2290ec3c95ff6f146800f",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270906T080000",
        end_date_time: "20270906T180000",
        type: "exclude",
    },
});
Record({
    $id: "b23a092478db2acbf7edd162232be292",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271011T080000",
        end_date_time: "20271011T180000",
        type: "exclude",
    },
});
Record({
    $id: "b7c4e445ed05a2e5a9d9f18acabf4c98",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Veterans Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T080000",
        end_date_time: "20271111T180000",
        type: "exclude",
    },
});
Record({
    $id: "f8af95031bd78bf7211dad959d034b74",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271125T080000",
        end_date_time: "20271125T180000",
        type: "exclude",
    },
});
Record({
    $id: "60702c78141f74810393853a45e2f5f2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280117T080000",
        end_date_time: "20280117T180000",
        type: "exclude",
    },
});
Record({
    $id: "7e34887869789f37178aa955bb1fe811",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280221T080000",
        end_date_time: "20280221T180000",
        type: "exclude",
    },
});
Record({
    $id: "2e303249f4a840b62cbe3274c4f82821",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Patriots' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280417T080000",
        end_date_time: "20280417T180000",
        type: "exclude",
    },
});
Record({
    $id: "a3543a13f56cbaec706ac53490ba66ed",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280529T080000",
        end_date_time: "20280529T180000",
        type: "exclude",
    },
});
Record({
    $id: "a68af45081f8e32fb7324d6dd86ce29b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Juneteenth National Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280619T080000",
        end_date_time: "20280619T180000",
        type: "exclude",
    },
});
Record({
    $id: "67b8cd405ea8344c09549109ebb4d801",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280704T080000",
        end_date_time: "20280704T180000",
        type: "exclude",
    },
});
Record({
    $id: "8f4a60dcebbe08501ed5190a753273ab",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280904T080000",
        end_date_time: "20280904T180000",
        type: "exclude",
    },
});
Record({
    $id: "a5450f02c40e82c2a02c4a89856022a5",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281009T080000",
        end_date_time: "20281009T180000",
        type: "exclude",
    },
});
Record({
    $id: "c19bec88742dec6dde41918b3b385066",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281123T080000",
        end_date_time: "20281123T180000",
        type: "exclude",
    },
});
Record({
    $id: "89ab7d67fe21097739ea7fef1d37204a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_0726fbe4,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T080000",
        end_date_time: "20281225T180000",
        type: "exclude",
    },
});

Sla({
    $id: "6e5ed636e07c12ae90933d6934689e31",
    name: "saas-step-credits Critical response",
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
    $id: "feeb6eb7da8e5bfbe7664d8431d51c03",
    name: "saas-step-credits Other response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_0726fbe4,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stop_1008" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
