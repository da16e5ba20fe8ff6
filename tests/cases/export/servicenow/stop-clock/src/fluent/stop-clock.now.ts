// stop-clock
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Sla } from "@servicenow/sdk/core";

Sla({
    $id: "c15a8786fe5e0c8ab03875014fe9bf7a",
    name: "stop-clock Outage response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 0, minutes: 15, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1010^priority=1", stop: "stop_1014", pause: "state=3^hold_reason=1^NQpauses_1007^NQpauses_1009^NQpauses_1006^NQpauses_1005" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "a96e59220866cc32669c6c07da64b6c1",
    name: "stop-clock Outage resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 4, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1010^priority=1", stop: "stateIN6,7", pause: "state=3^hold_reason=1^NQpauses_1007^NQpauses_1009^NQpauses_1006^NQpauses_1005" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "7e7ec9d2599d84fef4c9d5971f8f0e63",
    name: "stop-clock Fault response",
    table: "incident",
    type: "SLA",
    target: "response",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1010^priority=2", stop: "stop_1014", pause: "state=3^hold_reason=1^NQpauses_1007^NQpauses_1009^NQpauses_1006^NQpauses_1005" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "f1470f03535b8c25f75a9fa8db059611",
    name: "stop-clock Fault resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 1, hours: 0, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1010^priority=2", stop: "stateIN6,7", pause: "state=3^hold_reason=1^NQpauses_1007^NQpauses_1009^NQpauses_1006^NQpauses_1005" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
