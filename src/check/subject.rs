//! What an agreement can cover, by the names that profiles use.

use super::look::{customer, provider, support_times, times_rows};
use crate::model::{Agreement, At, DisputeKind, Indicator, Level, Party, Penalties, TerminationGround, TimesRow};
use crate::source::Span;

/// A subject that an agreement may cover.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The name that a profile's `needs` uses.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    find: fn(&Agreement) -> Vec<Span>,
}

impl Subject {
    /// Where an agreement covers the subject; nowhere where it does not.
    pub fn places(&self, agreement: &Agreement) -> Vec<Span> {
        (self.find)(agreement)
    }
}

/// All subjects, in the order of an agreement.
pub const SUBJECTS: &[Subject] = &[
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

/// A place in each party, or none at all.
fn both(agreement: &Agreement, find: impl Fn(&Party) -> Option<Span>) -> Vec<Span> {
    let parties = [&agreement.parties.provider, &agreement.parties.customer];
    let places: Option<Vec<Span>> = parties.into_iter().map(find).collect();
    places.unwrap_or_default()
}

fn first(mut places: impl Iterator<Item = Span>) -> Vec<Span> {
    places.next().into_iter().collect()
}

fn rights(agreement: &Agreement, is: impl Fn(&TerminationGround) -> bool) -> Vec<Span> {
    agreement.period.terminations.iter().filter(|right| is(&right.ground)).map(|right| right.origin.0).collect()
}

fn penalties(agreement: &Agreement) -> impl Iterator<Item = &Penalties> {
    agreement.penalties.iter()
}

fn times(agreement: &Agreement, find: impl Fn(&TimesRow) -> Option<Span>) -> Vec<Span> {
    times_rows(agreement).filter_map(find).collect()
}

fn levels(agreement: &Agreement, is: impl Fn(&Level) -> bool) -> Vec<Span> {
    agreement.levels.iter().filter(|level| is(level)).map(|level| level.name.span()).collect()
}

fn disputes(agreement: &Agreement, is: impl Fn(&DisputeKind) -> bool) -> Vec<Span> {
    let steps = agreement.disputes.iter().flat_map(|disputes| &disputes.steps);
    steps.filter(|step| is(&step.kind)).map(|step| step.origin.0).collect()
}
