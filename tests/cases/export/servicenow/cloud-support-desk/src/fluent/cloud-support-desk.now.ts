// cloud-support-desk
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Sla } from "@servicenow/sdk/core";

Sla({
    $id: "e9864010962d47d7d819afc2f22ca906",
    name: "cloud-support-desk Times Critical response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stop_1011" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "2d6f4b6e66d0ac51851c80b19b19e8a6",
    name: "cloud-support-desk Times High response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stop_1011" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "417f23cfb8ddae57237b1260254cd427",
    name: "cloud-support-desk Times Medium response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=3", stop: "stop_1011" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "06e0ec8e041b73c005eecb9be0fdfddf",
    name: "cloud-support-desk Times Low response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=4", stop: "stop_1011" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "4f3deca2e70a12fc7c77f93610baafd7",
    name: "cloud-support-desk Solutions Critical resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 2, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=1", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "ef043b642683b516bd9e9b03c5e59fc5",
    name: "cloud-support-desk Solutions High resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 12, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "efee43813f70e7ce5e02f8bfb5cb9261",
    name: "cloud-support-desk Solutions Medium resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 1, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=3", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "ad82598938a23dc0a449c9fb0cc9926f",
    name: "cloud-support-desk Solutions Low resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 2, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=4", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
