//! What a miss gives, how it is claimed and reported.

use super::{Subject, penalties};
use crate::model::At;

pub(super) const SUBJECTS: &[Subject] = &[
    Subject {
        name: "credits",
        title: "credits for missed levels",
        find: |a| penalties(a).flat_map(|of| &of.credits).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "no credits",
        title: "an express no to credits",
        find: |a| penalties(a).filter(|of| of.no_credits).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "nature of credits",
        title: "what credits are",
        find: |a| penalties(a).filter_map(|of| of.nature.as_ref()).map(At::span).collect(),
    },
    Subject {
        name: "credit cap",
        title: "the most that credits may be",
        find: |a| {
            penalties(a)
                .flat_map(|of| of.caps.iter().chain(of.credits.iter().flat_map(|rule| &rule.caps)))
                .map(|of| of.origin.0)
                .chain(penalties(a).filter_map(|of| of.at_risk.as_ref()).map(|of| of.origin.0))
                .collect()
        },
    },
    Subject {
        name: "claim",
        title: "how a credit is claimed",
        find: |a| penalties(a).filter_map(|of| of.claim.as_ref()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "claim answer",
        title: "how soon a claim is answered",
        find: |a| {
            penalties(a)
                .filter_map(|of| of.claim.as_ref())
                .filter(|of| of.automatic || of.answer.is_some())
                .map(|of| of.origin.0)
                .collect()
        },
    },
    Subject {
        name: "payment",
        title: "how a credit is paid",
        find: |a| penalties(a).filter_map(|of| of.payment.as_ref()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "sole remedy position",
        title: "whether credits are the only remedy",
        find: |a| penalties(a).filter_map(|of| of.sole_remedy.as_ref()).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "one credit for one incident",
        title: "one outage gives one credit",
        find: |a| {
            penalties(a)
                .filter(|of| {
                    of.one_credit_for_one_incident
                        || of.largest_only
                        || of.credits.iter().any(|rule| rule.one_credit_for_one_incident || rule.largest_only)
                })
                .map(|of| of.origin.0)
                .collect()
        },
    },
    Subject {
        name: "reports",
        title: "what is reported",
        find: |a| a.reports.entries.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "records",
        title: "how long records are kept",
        find: |a| a.reports.records_kept.iter().map(|of| of.origin.0).collect(),
    },
];
