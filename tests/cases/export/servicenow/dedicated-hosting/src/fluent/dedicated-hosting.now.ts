// dedicated-hosting
// Written by `servanda export`; change the agreement, not this file.
import "@servicenow/sdk/global";
import { Sla } from "@servicenow/sdk/core";

Sla({
    $id: "9732196599f89daca92ea6d4c2ec2485",
    name: "dedicated-hosting Hardware Replacement Hardware resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 2, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "0a74ce4265ef6dd923b8d9494a4ebae0",
    name: "dedicated-hosting Temporary System Hardware workaround",
    table: "incident",
    type: "SLA",
    duration: Duration({ days: 0, hours: 8, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1006^priority=1", stop: "stop_1010" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});

Sla({
    $id: "795564acf84cd3f7b712aff3b9ca1272",
    name: "dedicated-hosting Host Repair Host resolution",
    table: "incident",
    type: "SLA",
    target: "resolution",
    duration: Duration({ days: 0, hours: 1, minutes: 0, seconds: 0 }),
    scheduleSource: "no_schedule",
    conditions: { start: "customers_1004^services_1005^priority=2", stop: "stateIN6,7" },
    whenTo: { resume: "no_match", cancel: "no_match" },
    retroactive: { start: true, pause: true, setStartTo: "opened_at" },
});
