//! Disputes, changes, liability and the end.

use super::{Subject, disputes};
use crate::model::{At, DisputeKind};

pub(super) const SUBJECTS: &[Subject] = &[
    Subject {
        name: "courts",
        title: "the courts that decide",
        find: |a| disputes(a, |of| matches!(of, DisputeKind::Courts { .. })),
    },
    Subject {
        name: "arbitration",
        title: "the tribunal that decides",
        find: |a| disputes(a, |of| matches!(of, DisputeKind::Arbitrate { .. })),
    },
    Subject {
        name: "governing law",
        title: "the law",
        find: |a| a.disputes.iter().filter_map(|of| of.governing_law.as_ref()).map(At::span).collect(),
    },
    Subject {
        name: "measurement disputes",
        title: "who decides about figures",
        find: |a| a.disputes.iter().filter(|of| of.measurements.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "performance goes on",
        title: "the service goes on during a dispute",
        find: |a| a.disputes.iter().filter(|of| of.performance_goes_on).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "change control",
        title: "how the agreement is changed",
        find: |a| a.changes.iter().filter(|of| of.form.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "levels are kept",
        title: "levels are not lowered",
        find: |a| a.changes.iter().filter(|of| !of.may_not_lower.is_empty()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "fee changes",
        title: "how fees change",
        find: |a| a.changes.iter().filter_map(|of| of.fees.as_ref()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "fee limit",
        title: "how far fees may rise, or that they stay",
        find: |a| {
            a.changes
                .iter()
                .filter(|of| of.fees.as_ref().is_none_or(|fees| fees.at_most.is_some()))
                .map(|of| of.origin.0)
                .collect()
        },
    },
    Subject {
        name: "liability cap",
        title: "the most that is owed",
        find: |a| a.liability.iter().filter_map(|of| of.cap.as_ref()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "credits and the cap",
        title: "whether credits count towards the cap",
        find: |a| a.liability.iter().filter(|of| of.credits_count.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "force majeure",
        title: "what nobody answers for",
        find: |a| a.force_majeure.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "notices",
        title: "how notices are given",
        find: |a| a.notices.iter().map(|of| of.origin.0).collect(),
    },
    Subject { name: "audit", title: "a right to audit", find: |a| a.audit.iter().map(|of| of.origin.0).collect() },
    Subject {
        name: "subcontractors",
        title: "whether and how others may be used",
        find: |a| a.subcontractors.iter().filter(|of| of.allowed.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "subcontractor liability",
        title: "who answers for subcontractors",
        find: |a| a.subcontractors.iter().filter(|of| of.liable.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "data protection",
        title: "how personal data is protected",
        find: |a| a.data_protection.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "breach notice",
        title: "how soon a breach of data is notified",
        find: |a| a.data_protection.iter().filter(|of| of.breach_notice.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "data location",
        title: "where data stays",
        find: |a| a.data_protection.iter().filter(|of| of.stays_in.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "recovery objectives",
        title: "how soon and how far a service is recovered",
        find: |a| {
            a.continuity
                .iter()
                .filter(|of| of.recovery_time.is_some() && of.recovery_point.is_some())
                .map(|of| of.origin.0)
                .collect()
        },
    },
    Subject {
        name: "backups",
        title: "backups",
        find: |a| a.continuity.iter().filter(|of| of.backups.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "recovery tests",
        title: "tests of recovery",
        find: |a| a.continuity.iter().filter(|of| of.tests.is_some()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "confidentiality",
        title: "what stays secret",
        find: |a| a.confidentiality.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "assignment",
        title: "whether it may be assigned",
        find: |a| a.assignment.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "data hand-over",
        title: "data that is handed over at the end",
        find: |a| a.exit.iter().filter(|of| !of.hand_over.is_empty()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "data deletion",
        title: "data that is deleted at the end",
        find: |a| a.exit.iter().filter(|of| !of.deletions.is_empty()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "exit assistance",
        title: "help with the move",
        find: |a| a.exit.iter().filter(|of| !of.assistance.is_empty()).map(|of| of.origin.0).collect(),
    },
    Subject { name: "survival", title: "what lives on", find: |a| a.survival.iter().map(|of| of.origin.0).collect() },
];
