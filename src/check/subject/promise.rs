//! What is provided and promised, and who must do what.

use super::{Subject, levels, times};
use crate::check::look::{customer, provider, support_times};
use crate::model::{At, Indicator};

pub(super) const SUBJECTS: &[Subject] = &[
    Subject {
        name: "services",
        title: "what is provided",
        find: |a| a.services.iter().map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "service descriptions",
        title: "services that a document describes",
        find: |a| a.services.iter().filter(|of| of.described_in.is_some()).map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "fees",
        title: "what services cost",
        find: |a| a.services.iter().filter(|of| !of.fees.is_empty()).map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "calendars",
        title: "when hours count",
        find: |a| a.calendars.iter().map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "channels",
        title: "how the provider is reached",
        find: |a| a.channels.iter().map(|of| of.address.span()).collect(),
    },
    Subject {
        name: "severities",
        title: "how urgent a ticket is",
        find: |a| a.severities.entries.iter().map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "severity decider",
        title: "who decides a severity",
        find: |a| {
            a.severities
                .set_by
                .iter()
                .map(|_| a.severities.origin.0)
                .chain(a.severities.matrix.iter().map(|of| of.origin.0))
                .collect()
        },
    },
    Subject {
        name: "severity disputes",
        title: "how a severity is disputed",
        find: |a| {
            (a.severities.disputed_under_disputes
                || a.severities.set_by.as_ref().is_some_and(|by| by.after_working_with.is_some()))
            .then_some(a.severities.origin.0)
            .into_iter()
            .collect()
        },
    },
    Subject {
        name: "response times",
        title: "how soon a ticket is answered",
        find: |a| times(a, |row| row.response.as_ref().map(At::span)),
    },
    Subject {
        name: "resolution times",
        title: "how soon a ticket is solved",
        find: |a| {
            times(a, |row| row.resolution.as_ref().or(row.workaround.as_ref()).or(row.onsite.as_ref()).map(At::span))
        },
    },
    Subject {
        name: "updates",
        title: "how often there is news",
        find: |a| times(a, |row| row.update.as_ref().map(At::span)),
    },
    Subject {
        name: "pauses",
        title: "when a clock pauses",
        find: |a| support_times(a).flat_map(|(_, of)| &of.pauses).map(|of| of.origin.0).collect(),
    },
    Subject { name: "levels", title: "what is promised", find: |a| a.levels.iter().map(|of| of.name.span()).collect() },
    Subject {
        name: "availability target",
        title: "a target of availability",
        find: |a| levels(a, |of| matches!(of.indicator, Indicator::Uptime(_))),
    },
    Subject {
        name: "ratio target",
        title: "a target for a share of good events",
        find: |a| levels(a, |of| matches!(of.indicator, Indicator::Ratio(_) | Indicator::ShareWithin(_))),
    },
    Subject {
        name: "latency target",
        title: "a target for speed",
        find: |a| levels(a, |of| matches!(of.indicator, Indicator::Latency(_))),
    },
    Subject {
        name: "measurement",
        title: "who measures, or where it is recorded",
        find: |a| levels(a, |of| of.measurement.is_some() || of.recorded_in.is_some()),
    },
    Subject {
        name: "open data",
        title: "data that the customer may see",
        find: |a| levels(a, |of| of.data_open.is_some()),
    },
    Subject {
        name: "exclusions",
        title: "what is left out of a level",
        find: |a| a.levels.iter().flat_map(|of| &of.exclusions).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "maintenance window",
        title: "when maintenance happens",
        find: |a| a.maintenance.iter().filter(|of| !of.windows.is_empty()).map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "maintenance limit",
        title: "how much maintenance there is",
        find: |a| a.maintenance.iter().filter(|of| !of.allowances.is_empty()).map(|of| of.name.span()).collect(),
    },
    Subject {
        name: "maintenance notice",
        title: "how maintenance is announced",
        find: |a| a.maintenance.iter().filter_map(|of| of.announced.as_ref()).map(At::span).collect(),
    },
    Subject {
        name: "customer duties",
        title: "duties of the customer",
        find: |a| a.obligations.iter().filter(|of| of.party == *customer(a)).map(|of| of.duty.span()).collect(),
    },
    Subject {
        name: "provider duties",
        title: "duties of the provider besides the levels",
        find: |a| a.obligations.iter().filter(|of| of.party == *provider(a)).map(|of| of.duty.span()).collect(),
    },
    Subject {
        name: "escalation",
        title: "who is told as a ticket ages",
        find: |a| a.escalations.iter().map(|of| of.origin.0).collect(),
    },
];
