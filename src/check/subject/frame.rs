//! Who agrees, what words mean, and how long it lasts.

use super::{Subject, both, first, penalties, rights};
use crate::model::{At, TerminationGround};

pub(super) const SUBJECTS: &[Subject] = &[
    Subject {
        name: "addresses",
        title: "both parties have an address",
        find: |a| both(a, |p| p.address.as_ref().map(At::span).or(p.registered.as_ref().map(At::span))),
    },
    Subject {
        name: "signatories",
        title: "both parties name who signs",
        find: |a| both(a, |p| p.signed_by.first().map(At::span)),
    },
    Subject {
        name: "notice addresses",
        title: "both parties have an address for notices",
        find: |a| both(a, |p| p.notices.first().map(At::span)),
    },
    Subject {
        name: "main agreement",
        title: "the agreement that it is part of",
        find: |a| a.heading.part_of.iter().map(|of| of.document.span()).collect(),
    },
    Subject {
        name: "definitions",
        title: "defined terms",
        find: |a| first(a.definitions.iter().map(|of| of.term.span())),
    },
    Subject { name: "start", title: "when it begins", find: |a| vec![a.period.effective.span()] },
    Subject { name: "term", title: "how long it lasts", find: |a| vec![a.period.length.span()] },
    Subject {
        name: "renewal",
        title: "how it renews",
        find: |a| a.period.renewal.iter().map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "review",
        title: "how often it is reviewed",
        find: |a| a.period.review.iter().map(At::span).collect(),
    },
    Subject {
        name: "termination for breach",
        title: "a right to end it for a material breach",
        find: |a| rights(a, |of| matches!(of, TerminationGround::MaterialBreach { .. })),
    },
    Subject {
        name: "termination for convenience",
        title: "a right to end it without a reason",
        find: |a| rights(a, |of| matches!(of, TerminationGround::Convenience { .. })),
    },
    Subject {
        name: "termination for insolvency",
        title: "a right to end it on insolvency",
        find: |a| rights(a, |of| matches!(of, TerminationGround::Insolvency)),
    },
    Subject {
        name: "termination for a reason",
        title: "a right to end it for a reason that is named",
        find: |a| rights(a, |of| matches!(of, TerminationGround::Reason { .. })),
    },
    Subject {
        name: "termination for chronic failure",
        title: "a right to end it when levels are missed again and again",
        find: |a| penalties(a).flat_map(|of| &of.chronic).map(|of| of.origin.0).collect(),
    },
    Subject {
        name: "refund",
        title: "prepaid fees are refunded",
        find: |a| penalties(a).flat_map(|of| &of.chronic).filter(|of| of.refund).map(|of| of.origin.0).collect(),
    },
];
