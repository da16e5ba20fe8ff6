//! How credits are claimed and paid.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Context, Text};
use crate::model::{self, ClaimStart, CycleUnit, Expiry, PaymentStart, PaymentWay, ReportStart, Silence};

/// How credits are claimed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Claim {
    automatic: bool,
    within: Option<String>,
    after: Option<After>,
    /// The one report that the time runs from.
    report: Option<String>,
    unit: Option<String>,
    words: Option<String>,
    states: Vec<Text>,
    answer: Option<Answer>,
}

/// What a time runs from.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum After {
    Report,
    EndOf,
    Incident,
    Claim,
    Words,
}

/// How a claim is answered.
#[derive(Debug, Serialize, JsonSchema)]
struct Answer {
    party: String,
    within: String,
    silence: Silence,
}

impl Claim {
    pub(super) fn new(context: &Context<'_>, claim: Option<&model::Claim>) -> Self {
        let start = claim.and_then(|claim| claim.after.as_ref());
        let (after, unit, words) = match start {
            None => (None, None, None),
            Some(ClaimStart::Report) => (Some(After::Report), None, None),
            Some(ClaimStart::EndOf(unit)) => (Some(After::EndOf), Some(*unit), None),
            Some(ClaimStart::Incident) => (Some(After::Incident), None, None),
            Some(ClaimStart::Words(words)) => (Some(After::Words), None, Some(words.clone())),
        };
        Self {
            automatic: claim.is_some_and(|claim| claim.automatic),
            within: claim.and_then(|claim| claim.within.as_ref()).map(|time| context.forms.duration(time.value)),
            after,
            report: the_report(context),
            unit: unit.map(|unit| unit_word(context, unit)),
            words,
            states: claim.map(|claim| claim.states.iter().map(Text::part).collect()).unwrap_or_default(),
            answer: claim.and_then(|claim| claim.answer.as_ref()).map(|answer| Answer {
                party: answer.party.to_string(),
                within: context.forms.duration(answer.within),
                silence: answer.silence,
            }),
        }
    }
}

/// The name of the only regular report that the customer receives.
pub(super) fn the_report(context: &Context<'_>) -> Option<String> {
    let customer = &context.agreement.parties.customer.name.value;
    let regular = |report: &&model::Report| report.to == *customer && matches!(report.after, ReportStart::Each(_));
    let mut reports = context.agreement.reports.entries.iter().filter(regular);
    let first = reports.next()?;
    reports.next().is_none().then(|| first.name.value.clone())
}

fn unit_word(context: &Context<'_>, unit: CycleUnit) -> String {
    context.forms.cycle_unit(unit, 1).to_owned()
}

/// How credits are paid.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Payment {
    way: PaymentWay,
    within: Option<String>,
    after: Option<After>,
    unit: Option<String>,
    never_in_cash: bool,
    expires_at_end: bool,
    expires_after: Option<String>,
    unused_paid_at_end: bool,
}

impl Payment {
    /// Without a statement, credits are deducted from the next invoice.
    pub(super) fn new(context: &Context<'_>, payment: Option<&model::Payment>) -> Self {
        let (after, unit) = match payment.and_then(|payment| payment.after) {
            None => (None, None),
            Some(PaymentStart::Claim) => (Some(After::Claim), None),
            Some(PaymentStart::Report) => (Some(After::Report), None),
            Some(PaymentStart::EndOf(unit)) => (Some(After::EndOf), Some(unit)),
        };
        let expires = payment.and_then(|payment| payment.expires.as_ref());
        Self {
            way: payment.map(|payment| payment.way).unwrap_or_default(),
            within: payment.and_then(|payment| payment.within).map(|time| context.forms.duration(time)),
            after,
            unit: unit.map(|unit| unit_word(context, unit)),
            never_in_cash: payment.is_some_and(|payment| payment.never_in_cash),
            expires_at_end: matches!(expires, Some(Expiry::AtEnd)),
            expires_after: match expires {
                Some(Expiry::After(time)) => Some(context.forms.duration(*time)),
                Some(Expiry::AtEnd) | None => None,
            },
            unused_paid_at_end: payment.is_some_and(|payment| payment.unused_paid_at_end),
        }
    }
}

/// Credits only while no invoice is overdue.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GoodStanding {
    undisputed_only: bool,
    overdue_by: Option<String>,
    after_reminder: bool,
    source: String,
}

impl GoodStanding {
    pub(super) fn new(context: &Context<'_>, standing: &model::GoodStanding) -> Self {
        Self {
            undisputed_only: standing.undisputed_only,
            overdue_by: standing.overdue_by.map(|time| context.forms.duration(time)),
            after_reminder: standing.after_reminder,
            source: context.source(standing.origin),
        }
    }
}
