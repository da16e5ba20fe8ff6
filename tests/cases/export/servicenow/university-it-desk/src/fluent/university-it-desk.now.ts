// university-it-desk
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Record, Sla } from "@servicenow/sdk/core";

const schedule_38a449e4 = Record({
    $id: "91e4f6258f341088f72346d3c8f9ca31",
    table: "cmn_schedule",
    data: { name: "university-it-desk Core Hours", label: "university-it-desk Core Hours", plural_label: "university-it-desk Core Hours", calendar_name: "university-it-desk Core Hours", time_zone: "America/Los_Angeles" },
});
Record({
    $id: "591d73d75501681ee75108361662ca50",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Core Hours",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T073000",
        end_date_time: "20270101T173000",
        repeat_type: "weekly",
        repeat_count: 1,
        days_of_week: "12345",
    },
});
Record({
    $id: "179d8bd5e964203739247748f4b0b051",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "New Year's Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270101T073000",
        end_date_time: "20270101T173000",
        type: "exclude",
    },
});
Record({
    $id: "c3ce80f16f7a704b01208b39509f1878",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270118T073000",
        end_date_time: "20270118T173000",
        type: "exclude",
    },
});
Record({
    $id: "85a8cf737d5e2300a9dda189ec649bed",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Susan B. Anthony Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270215T073000",
        end_date_time: "20270215T173000",
        type: "exclude",
    },
});
Record({
    $id: "9fd19b416e3c310c11450a035b7b99a8",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Cesar Chavez Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270331T073000",
        end_date_time: "20270331T173000",
        type: "exclude",
    },
});
Record({
    $id: "7d0587743c80167e1d46dc7fbeabfed3",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270531T073000",
        end_date_time: "20270531T173000",
        type: "exclude",
    },
});
Record({
    $id: "636b2b1f0d9c57dcdb8a4c9a011039fa",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Juneteenth National Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270618T073000",
        end_date_time: "20270618T173000",
        type: "exclude",
    },
});
Record({
    $id: "49c1717237e5ec342c945143421304a0",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Independence Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270705T073000",
        end_date_time: "20270705T173000",
        type: "exclude",
    },
});
Record({
    $id: "4c59356b74810a711569d4a2d0a154d2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20270906T073000",
        end_date_time: "20270906T173000",
        type: "exclude",
    },
});
Record({
    $id: "da35fe1e435237cc314f053ee90a1328",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Diwali",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271029T073000",
        end_date_time: "20271029T173000",
        type: "exclude",
    },
});
Record({
    $id: "da20c852d2463275453f7797e4bf64a5",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Veterans Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271111T073000",
        end_date_time: "20271111T173000",
        type: "exclude",
    },
});
Record({
    $id: "c23a1496eece66208a08f22f99d26265",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271125T073000",
        end_date_time: "20271125T173000",
        type: "exclude",
    },
});
Record({
    $id: "7d27941b3fafe93b9ce5e8faa7b3e6ef",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Day After Thanksgiving",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271126T073000",
        end_date_time: "20271126T173000",
        type: "exclude",
    },
});
Record({
    $id: "ab909c85764fb1b7480ab7342f436384",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Christmas Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271224T073000",
        end_date_time: "20271224T173000",
        type: "exclude",
    },
});
Record({
    $id: "05102f076f02aeab2f210d1ca6dfd6df",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271227T073000",
        end_date_time: "20271227T173000",
        type: "exclude",
    },
});
Record({
    $id: "6b2a98b89569e7d2c4d0a338e652e80a",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271228T073000",
        end_date_time: "20271228T173000",
        type: "exclude",
    },
});
Record({
    $id: "e4681975195e227fd6f66d3973803993",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271229T073000",
        end_date_time: "20271229T173000",
        type: "exclude",
    },
});
Record({
    $id: "e875cb12037efc13c5a39cdbc994b6aa",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "closed",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271230T073000",
        end_date_time: "20271230T173000",
        type: "exclude",
    },
});
Record({
    $id: "ca30a70f509e25e381c78b18633308cd",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "New Year's Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20271231T073000",
        end_date_time: "20271231T173000",
        type: "exclude",
    },
});
Record({
    $id: "28edd21b360e2f1c9c9c293c3be00add",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Martin Luther King Jr. Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280117T073000",
        end_date_time: "20280117T173000",
        type: "exclude",
    },
});
Record({
    $id: "552c814153e9236815fdb83ce8ba55ef",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Susan B. Anthony Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280215T073000",
        end_date_time: "20280215T173000",
        type: "exclude",
    },
});
Record({
    $id: "5ecfcf1795b2fa611380ae96bc938af9",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Presidents' Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280221T073000",
        end_date_time: "20280221T173000",
        type: "exclude",
    },
});
Record({
    $id: "47190b9a0f4129abab6376f81dc5c4b2",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Cesar Chavez Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280331T073000",
        end_date_time: "20280331T173000",
        type: "exclude",
    },
});
Record({
    $id: "2a1f95b705103cd353f403ff54fb9031",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Memorial Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280529T073000",
        end_date_time: "20280529T173000",
        type: "exclude",
    },
});
Record({
    $id: "10b08595a7ed91820d5cd192be171f55",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Juneteenth National Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280619T073000",
        end_date_time: "20280619T173000",
        type: "exclude",
    },
});
Record({
    $id: "ff88b84b12cc558dba839271b2ad0072",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Independence Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280704T073000",
        end_date_time: "20280704T173000",
        type: "exclude",
    },
});
Record({
    $id: "8b09bf8e2fe0f901960418761856578b",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Labor Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20280904T073000",
        end_date_time: "20280904T173000",
        type: "exclude",
    },
});
Record({
    $id: "628658fbafb845632161c39ee14f2015",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Diwali",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281017T073000",
        end_date_time: "20281017T173000",
        type: "exclude",
    },
});
Record({
    $id: "d248f62f9575cf69720838f2cc2a3486",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Veterans Day (observed)",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281110T073000",
        end_date_time: "20281110T173000",
        type: "exclude",
    },
});
Record({
    $id: "e051501d79164565b11ac19489dffdeb",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Thanksgiving Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281123T073000",
        end_date_time: "20281123T173000",
        type: "exclude",
    },
});
Record({
    $id: "eeb1fb2a9db237e0a3466d6e7b88c06c",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Day After Thanksgiving",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281124T073000",
        end_date_time: "20281124T173000",
        type: "exclude",
    },
});
Record({
    $id: "95dae533e9178c8f59f093ca73e9a78d",
    table: "cmn_schedule_span",
    data: {
        schedule: schedule_38a449e4,
        name: "Christmas Day",
        show_as: "busy",
        all_day: false,
        start_date_time: "20281225T073000",
        end_date_time: "20281225T173000",
        type: "exclude",
    },
});

Sla({
    $id: "dd19c18245ea43f49827fe7766ec2a60",
    name: "university-it-desk First Response Critical response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1008^priority=1", stop: "stop_1014" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "5205fb1a98d93fef79fefa39afc7bdda",
    name: "university-it-desk First Response Urgent response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^priority=2", stop: "stop_1014" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "741b198fdb3138e93a7a6a7db4b38d58",
    name: "university-it-desk First Response High response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^priority=3", stop: "stop_1014" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "fc218d58a7119e407d59bc4b1e15f0ab",
    name: "university-it-desk First Response Normal response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 1, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^priority=4", stop: "stop_1014" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "816102296de877d5624d9073d9ffb191",
    name: "university-it-desk Repair Critical resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1008^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1^NQpauses_1006" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "ebadedf79386cd16edaba8a87db56909",
    name: "university-it-desk Repair Urgent resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 16, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1^NQpauses_1006" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "351b8f5d7f4cd068a654b8594d1d99f5",
    name: "university-it-desk Repair High resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 1, hours: 8, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^priority=3", stop: "stateIN6,7", pause: "state=3^hold_reason=1^NQpauses_1006" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "60a2b65f0c07d709c2c7f22718f118c9",
    name: "university-it-desk New Account",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 20, minutes: 0, seconds: 0 }),
    schedule: schedule_38a449e4,
    timezoneSource: "sla.timezone",
    timezone: "America/Los_Angeles",
    conditions: { start: "customers_1004^services_1008^requests_1007", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
