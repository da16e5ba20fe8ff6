//! Service credits and other remedies.

mod claim;
mod credits;
mod fee;
mod remedy;

use schemars::JsonSchema;
use serde::Serialize;

use self::claim::{Claim, GoodStanding, Payment};
use self::credits::Credits;
use self::fee::{AtRisk, Cap, PointsPay};
use self::remedy::{Chronic, PointsPlan, Required, Several, SoleRemedy};
use super::Context;
use crate::model::{Award, CreditNature, Money};

/// Service credits and other remedies.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Penalties {
    provider: String,
    customer: String,
    source: String,
    nature: Option<CreditNature>,
    /// There are expressly no credits.
    no_credits: bool,
    credits: Vec<Credits>,
    /// Levels of this agreement that give no credit.
    without_credits: Vec<String>,
    /// Whether any credit or cap is a share of fees.
    shares: bool,
    with_tax: bool,
    /// The smallest amount of the currency: `EUR 0.01`.
    smallest: String,
    at_risk: Option<AtRisk>,
    points_pay: Option<PointsPay>,
    /// What sums of points pay, the fewest first.
    points_table: Vec<PointsPay>,
    points_require: Vec<PointsPlan>,
    one_for_one_incident: bool,
    largest_only: bool,
    /// The word for what a severity belongs to.
    ticket: String,
    several: Vec<Several>,
    caps: Vec<Cap>,
    /// Whether no cap of any kind limits credits.
    uncapped: bool,
    claim: Claim,
    payment: Payment,
    good_standing: Option<GoodStanding>,
    required: Vec<Required>,
    chronic: Vec<Chronic>,
    sole_remedy: Option<SoleRemedy>,
}

impl Penalties {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let model = context.agreement.penalties.as_ref()?;
        let credits: Vec<_> =
            model.credits.iter().enumerate().map(|(at, rule)| Credits::new(context, at + 1, rule)).collect();
        let credited = |level: &crate::model::Level| {
            model.credits.iter().any(|rule| rule.levels.iter().any(|name| name.value == level.name.value))
        };
        let without = context.agreement.levels.iter().filter(|level| !credited(level));
        let currency = context.agreement.heading.currency;
        let rule_caps = model.credits.iter().any(|rule| !rule.caps.is_empty());
        Some(Self {
            provider: context.provider(),
            customer: context.customer(),
            source: context.source(model.origin),
            nature: model.nature.as_ref().map(|nature| nature.value),
            no_credits: model.no_credits,
            without_credits: without.map(|level| level.name.to_string()).collect(),
            shares: model.credits.iter().any(has_shares) || model.several_missed.iter().any(Several::is_share),
            with_tax: model.fees_with_tax,
            smallest: context.forms.money(Money { minor: 1, currency }),
            at_risk: model.at_risk.as_ref().map(|at_risk| AtRisk::new(context, at_risk)),
            points_pay: model.points_pay.as_ref().map(|pay| PointsPay::new(context, pay)),
            points_table: model.points_table.iter().map(|pay| PointsPay::new(context, pay)).collect(),
            points_require: model.points_require.iter().map(|plan| PointsPlan::new(context, plan)).collect(),
            one_for_one_incident: model.one_credit_for_one_incident,
            largest_only: model.largest_only,
            ticket: context.ticket(),
            several: model.several_missed.iter().map(|several| Several::new(context, several)).collect(),
            caps: model.caps.iter().map(|cap| Cap::new(context, cap)).collect(),
            uncapped: model.caps.is_empty() && !rule_caps && model.at_risk.is_none(),
            claim: Claim::new(context, model.claim.as_ref()),
            payment: Payment::new(context, model.payment.as_ref()),
            good_standing: model.good_standing.as_ref().map(|standing| GoodStanding::new(context, standing)),
            required: model.rectifications.iter().map(|required| Required::new(context, required)).collect(),
            chronic: model.chronic.iter().map(|chronic| Chronic::new(context, chronic)).collect(),
            sole_remedy: model.sole_remedy.as_ref().map(|sole| SoleRemedy::new(context, sole)),
            credits,
        })
    }
}

/// Whether a rule gives shares of a fee.
fn has_shares(rule: &crate::model::CreditRule) -> bool {
    let share = |award: &Award| matches!(award, Award::Share(_) | Award::PoolShare(_));
    rule.bands.iter().any(|band| share(&band.award))
        || rule.events.iter().any(|event| share(&event.award))
        || rule.steps.iter().any(|step| share(&step.award))
        || rule.late.iter().any(|late| share(&late.award))
        || rule.beyond.iter().any(|beyond| share(&beyond.award))
        || rule.lost_time_multiple.is_some()
}
