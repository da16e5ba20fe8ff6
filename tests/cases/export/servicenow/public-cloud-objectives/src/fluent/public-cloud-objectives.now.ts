// public-cloud-objectives
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_8e7abfe3 = Record({
    $id: "82e143ff87d7519a022235b8c7d262a9",
    table: "cmn_schedule",
    data: { name: "public-cloud-objectives Support Hours", label: "public-cloud-objectives Support Hours", plural_label: "public-cloud-objectives Support Hours", calendar_name: "public-cloud-objectives Support Hours", time_zone: "America/New_York" },
});
Record({
    $id: "ed44d3644fb0478bb26fe0fc03b17b4a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Support Hours",
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
    $id: "986d9427562e53dcb3e5c080228f6446",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T090000",
        end_date_time: "20270101T170000",
        type: "exclude",
    },
});
Record({
    $id: "a8388c70d4178f2655b55302e0b8f7d1",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270118T090000",
        end_date_time: "20270118T170000",
        type: "exclude",
    },
});
Record({
    $id: "87b8311632245b7262815276f7087100",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270215T090000",
        end_date_time: "20270215T170000",
        type: "exclude",
    },
});
Record({
    $id: "076fb7282c991457109a2c73ff792de3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T090000",
        end_date_time: "20270531T170000",
        type: "exclude",
    },
});
Record({
    $id: "52b3d5225740a1a450cb86202eaa40ab",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Juneteenth National Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270618T090000",
        end_date_time: "20270618T170000",
        type: "exclude",
    },
});
Record({
    $id: "6a65c737099dda3bf6371ddffa15f17b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270705T090000",
        end_date_time: "20270705T170000",
        type: "exclude",
    },
});
Record({
    $id: "cb60558daab17dfa1671c8727de1d79c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270906T090000",
        end_date_time: "20270906T170000",
        type: "exclude",
    },
});
Record({
    $id: "6be2c941f7522dd1bdbc062550ab0013",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271011T090000",
        end_date_time: "20271011T170000",
        type: "exclude",
    },
});
Record({
    $id: "9ce67c9956c78813d7d882a32c95b8d0",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Veterans Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T090000",
        end_date_time: "20271111T170000",
        type: "exclude",
    },
});
Record({
    $id: "970f843ad8ba146858baeb5177544e9c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271125T090000",
        end_date_time: "20271125T170000",
        type: "exclude",
    },
});
Record({
    $id: "eef4c29f8ddaf721e67d5fe683d6cbb3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Christmas Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T090000",
        end_date_time: "20271224T170000",
        type: "exclude",
    },
});
Record({
    $id: "74db27604d1da2a6bd12e32a9efdc16e",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "New Year's Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T090000",
        end_date_time: "20271231T170000",
        type: "exclude",
    },
});
Record({
    $id: "28de49a650bc63622f97cd215de7baca",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280117T090000",
        end_date_time: "20280117T170000",
        type: "exclude",
    },
});
Record({
    $id: "e595ce780e0a9b4a9a1d51362d4fec07",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Washington's Birthday",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280221T090000",
        end_date_time: "20280221T170000",
        type: "exclude",
    },
});
Record({
    $id: "20e46c168b08780526395ef083e798a0",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280529T090000",
        end_date_time: "20280529T170000",
        type: "exclude",
    },
});
Record({
    $id: "a4a777b7ecc77b5fc2d009f76197e3f5",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Juneteenth National Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280619T090000",
        end_date_time: "20280619T170000",
        type: "exclude",
    },
});
Record({
    $id: "cf9bbf72deaaefc46a55b7c1d4fee663",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280704T090000",
        end_date_time: "20280704T170000",
        type: "exclude",
    },
});
Record({
    $id: "31b6e20320902b5e940d953e54a4aaa3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280904T090000",
        end_date_time: "20280904T170000",
        type: "exclude",
    },
});
Record({
    $id: "d8ade9a80dcc5d77cf7fa846794ee5b8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Columbus Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281009T090000",
        end_date_time: "20281009T170000",
        type: "exclude",
    },
});
Record({
    $id: "d3cf67ab8ad05d405129fc8d33986fec",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Veterans Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281110T090000",
        end_date_time: "20281110T170000",
        type: "exclude",
    },
});
Record({
    $id: "9e1e462b325db6dc86585a84db371d88",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281123T090000",
        end_date_time: "20281123T170000",
        type: "exclude",
    },
});
Record({
    $id: "83121304a732b90ab0180cc4267e7411",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_8e7abfe3,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T090000",
        end_date_time: "20281225T170000",
        type: "exclude",
    },
});

Sla({
    $id: "3e3a287e52eaaac82912cef6fb668fee",
    name: "public-cloud-objectives S1 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 3, minutes: 0, seconds: 0 }),
    schedule: schedule_8e7abfe3,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "004a621c7d8d6ab5a1db227e73ec3bf4",
    name: "public-cloud-objectives S2 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_8e7abfe3,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "416763bdf02e4b0b45b45eaeed8842a7",
    name: "public-cloud-objectives S3 response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 1, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_8e7abfe3,
    timezoneSource: "sla.timezone",
    timezone: "America/New_York",
    conditions: { start: "customers_1004^services_1005^priority=3", stop: "stop_1009" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
