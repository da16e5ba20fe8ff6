//! Fees that shares refer to, what a share of a fixed fee amounts to, caps.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::Context;
use super::super::context::names;
use crate::evaluate::{cycle_fee, share_of};
use crate::model::{self, CapAmount, Cycle, CycleUnit, FeeBase, Money, PointsAmount};

/// What a share refers to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Base {
    kind: BaseKind,
    /// The services; empty: all.
    services: Vec<String>,
    words: Option<String>,
    /// What it amounts to on the effective date, where that is fixed.
    amount: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum BaseKind {
    ServiceFee,
    Fees,
    FeesForPeriod,
    AffectedService,
    MonthlyInvoice,
    Words,
}

impl Base {
    pub(super) fn new(context: &Context<'_>, base: &FeeBase, cycle: Option<CycleUnit>) -> Self {
        let (kind, services, words) = match base {
            FeeBase::ServiceFee(service) => (BaseKind::ServiceFee, context.services([service]), None),
            FeeBase::AffectedService => (BaseKind::AffectedService, Vec::new(), None),
            FeeBase::Fees { services, for_period: true } => (BaseKind::FeesForPeriod, context.services(services), None),
            FeeBase::Fees { services, for_period: false } => (BaseKind::Fees, context.services(services), None),
            FeeBase::MonthlyInvoice => (BaseKind::MonthlyInvoice, Vec::new(), None),
            FeeBase::Words(words) => (BaseKind::Words, Vec::new(), Some(words.clone())),
        };
        let amount = fixed(context, base, cycle).map(|amount| context.forms.money(amount));
        Self { kind, services, words, amount }
    }
}

/// What the fees amount to in a cycle, where that is fixed: not with tax, whose rate nobody states.
pub(super) fn fixed(context: &Context<'_>, base: &FeeBase, cycle: Option<CycleUnit>) -> Option<Money> {
    let with_tax = context.agreement.penalties.as_ref().is_some_and(|penalties| penalties.fees_with_tax);
    if with_tax { None } else { cycle_fee(context.agreement, base, cycle?) }
}

/// A cap on credits.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Cap {
    share: Option<String>,
    base: Option<Base>,
    amount: Option<String>,
    /// The fee of so much service.
    service: Option<String>,
    /// What the share comes to on the effective date, where the fee is fixed.
    computed: Option<String>,
    /// `each Calendar Month`.
    in_each: Option<String>,
    /// `Calendar Month`, where it is one of these.
    unit: Option<String>,
    per_incident: bool,
    source: String,
}

impl Cap {
    /// An amount that stands in the way caps are said, without a cycle.
    pub(super) fn of(context: &Context<'_>, amount: &CapAmount) -> Self {
        let origin = model::Origin::default();
        Self::new(context, &model::Cap { amount: amount.clone(), each: None, per_incident: false, origin })
    }

    pub(super) fn new(context: &Context<'_>, cap: &model::Cap) -> Self {
        let unit = cap.each.and_then(unit_of);
        let (share, of) = match &cap.amount {
            CapAmount::Share { share, of } => (Some(*share), Some(of)),
            CapAmount::Amount(_) | CapAmount::Service(_) => (None, None),
        };
        let fee = of.and_then(|of| fixed(context, of, unit));
        let computed = share.zip(fee).and_then(|(share, fee)| share_of(share, fee));
        Self {
            share: share.map(|share| context.forms.percent(share)),
            base: of.map(|of| Base::new(context, of, unit)),
            amount: match &cap.amount {
                CapAmount::Amount(amount) => Some(context.forms.money(*amount)),
                CapAmount::Share { .. } | CapAmount::Service(_) => None,
            },
            service: match &cap.amount {
                CapAmount::Service(time) => Some(context.forms.duration(*time)),
                CapAmount::Share { .. } | CapAmount::Amount(_) => None,
            },
            computed: computed.map(|amount| context.forms.money(amount)),
            in_each: cap.each.map(|cycle| context.forms.each(cycle)),
            unit: unit.map(|unit| context.forms.cycle_unit(unit, 1).to_owned()),
            per_incident: cap.per_incident,
            source: context.source(cap.origin),
        }
    }
}

/// The unit of a cycle that repeats with the calendar or the contract.
pub(super) fn unit_of(cycle: Cycle) -> Option<CycleUnit> {
    match cycle {
        Cycle::Each(unit) => Some(unit),
        Cycle::Period | Cycle::Rolling(_) => None,
    }
}

/// A share of the fees at risk.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AtRisk {
    share: String,
    base: Base,
    in_each: Option<String>,
    pools: Vec<Pool>,
    source: String,
}

/// A pool of the amount at risk.
#[derive(Debug, Serialize, JsonSchema)]
struct Pool {
    name: String,
    share: String,
    levels: Vec<String>,
    amount: Option<String>,
}

impl AtRisk {
    pub(super) fn new(context: &Context<'_>, at_risk: &model::AtRisk) -> Self {
        let unit = at_risk.each.and_then(unit_of);
        let total = fixed(context, &at_risk.of, unit).and_then(|fee| share_of(at_risk.share, fee));
        let pool = |pool: &model::Pool| Pool {
            name: pool.name.clone(),
            share: context.forms.percent(pool.share),
            levels: names(&pool.levels),
            amount: total.and_then(|total| share_of(pool.share, total)).map(|amount| context.forms.money(amount)),
        };
        Self {
            share: context.forms.percent(at_risk.share),
            base: Base::new(context, &at_risk.of, unit),
            in_each: at_risk.each.map(|cycle| context.forms.each(cycle)),
            pools: at_risk.pools.iter().map(pool).collect(),
            source: context.source(at_risk.origin),
        }
    }
}

/// What points pay.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PointsPay {
    points: String,
    share: Option<String>,
    base: Option<Base>,
    amount: Option<String>,
}

impl PointsPay {
    pub(super) fn new(context: &Context<'_>, pay: &model::PointsPay) -> Self {
        let (share, base, amount) = match &pay.pays {
            PointsAmount::Share { share, of } => {
                (Some(context.forms.percent(*share)), Some(Base::new(context, of, None)), None)
            }
            PointsAmount::Amount(amount) => (None, None, Some(context.forms.money(*amount))),
        };
        Self { points: context.forms.count(pay.points), share, base, amount }
    }
}
