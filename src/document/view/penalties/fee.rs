//! Fees that shares refer to, what a share of a fixed fee amounts to, caps.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::Context;
use super::super::context::names;
use crate::model::{self, CapAmount, Cycle, CycleUnit, Fee, FeeBase, FeeUnit, Money, Percent, PointsAmount, Service};

/// What a share refers to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Base {
    kind: BaseKind,
    /// Services by name; empty: all.
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
    MonthlyInvoice,
    Words,
}

impl Base {
    pub(super) fn new(context: &Context<'_>, base: &FeeBase, cycle: Option<CycleUnit>) -> Self {
        let (kind, services, words) = match base {
            FeeBase::ServiceFee(service) => (BaseKind::ServiceFee, names([service]), None),
            FeeBase::Fees { services, for_period: true } => (BaseKind::FeesForPeriod, names(services), None),
            FeeBase::Fees { services, for_period: false } => (BaseKind::Fees, names(services), None),
            FeeBase::MonthlyInvoice => (BaseKind::MonthlyInvoice, Vec::new(), None),
            FeeBase::Words(words) => (BaseKind::Words, Vec::new(), Some(words.clone())),
        };
        let amount = fixed(context, base, cycle).map(|amount| context.forms.money(amount));
        Self { kind, services, words, amount }
    }
}

/// What the fees amount to in a cycle, where every one of them is a fixed amount for just this cycle.
pub(super) fn fixed(context: &Context<'_>, base: &FeeBase, cycle: Option<CycleUnit>) -> Option<Money> {
    let all = &context.agreement.services;
    let services: Vec<&Service> = match base {
        FeeBase::ServiceFee(name) => vec![context.agreement.service(name)?],
        FeeBase::Fees { services, for_period: false } if services.is_empty() => all.iter().collect(),
        FeeBase::Fees { services, for_period: false } => {
            services.iter().map(|name| context.agreement.service(name)).collect::<Option<_>>()?
        }
        FeeBase::Fees { for_period: true, .. } | FeeBase::MonthlyInvoice | FeeBase::Words(_) => return None,
    };
    let mut sum: Option<Money> = None;
    for fee in services.iter().flat_map(|service| &service.fees) {
        let Fee::Amount { amount, per } = fee else { return None };
        if cycle_of(*per) != cycle {
            return None;
        }
        let before = sum.map_or(0, |sum| sum.minor);
        if sum.is_some_and(|sum| sum.currency != amount.currency) {
            return None;
        }
        sum = Some(Money { minor: before.checked_add(amount.minor)?, currency: amount.currency });
    }
    sum
}

/// The cycle a fee is charged in; none for those that depend on more.
fn cycle_of(unit: FeeUnit) -> Option<CycleUnit> {
    match unit {
        FeeUnit::Month => Some(CycleUnit::Month),
        FeeUnit::Quarter => Some(CycleUnit::Quarter),
        FeeUnit::Year => Some(CycleUnit::Year),
        FeeUnit::ContractYear => Some(CycleUnit::ContractYear),
        FeeUnit::BillingMonth => Some(CycleUnit::BillingMonth),
        // A cycle that no level is judged in.
        FeeUnit::UserMonth | FeeUnit::Once => Some(CycleUnit::Hour),
    }
}

/// A share of an amount, rounded once to the currency's smallest unit, a half upwards.
pub(super) fn share_of(amount: Money, share: Percent) -> Option<Money> {
    let (numerator, denominator) = share.fraction();
    let doubled = i128::from(amount.minor).checked_mul(numerator)?.checked_mul(2)?.checked_add(denominator)?;
    let minor = doubled.div_euclid(denominator.checked_mul(2)?);
    Some(Money { minor: i64::try_from(minor).ok()?, currency: amount.currency })
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
    each: Option<String>,
    /// `Calendar Month`, where it is one of these.
    unit: Option<String>,
    per_incident: bool,
    source: String,
}

impl Cap {
    pub(super) fn new(context: &Context<'_>, cap: &model::Cap) -> Self {
        let unit = cap.each.and_then(unit_of);
        let (share, of) = match &cap.amount {
            CapAmount::Share { share, of } => (Some(*share), Some(of)),
            CapAmount::Amount(_) | CapAmount::Service(_) => (None, None),
        };
        let fee = of.and_then(|of| fixed(context, of, unit));
        let computed = share.zip(fee).and_then(|(share, fee)| share_of(fee, share));
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
            each: cap.each.map(|cycle| context.forms.each(cycle)),
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
    each: Option<String>,
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
        let total = fixed(context, &at_risk.of, unit).and_then(|fee| share_of(fee, at_risk.share));
        let pool = |pool: &model::Pool| Pool {
            name: pool.name.clone(),
            share: context.forms.percent(pool.share),
            levels: names(&pool.levels),
            amount: total.and_then(|total| share_of(total, pool.share)).map(|amount| context.forms.money(amount)),
        };
        Self {
            share: context.forms.percent(at_risk.share),
            base: Base::new(context, &at_risk.of, unit),
            each: at_risk.each.map(|cycle| context.forms.each(cycle)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_once_half_a_cent_upwards() {
        let share = |minor, share: &str| {
            let amount = Money { minor, currency: "EUR".parse().ok()? };
            share_of(amount, share.parse().ok()?).map(|money| money.minor)
        };
        assert_eq!(share(1_200_000, "10%"), Some(120_000));
        assert_eq!(share(5, "10%"), Some(1), "half a cent");
        assert_eq!(share(333, "33.3%"), Some(111), "110.889 cents");
        assert_eq!(share(104, "0.48%"), Some(0), "0.4992 cents");
        assert_eq!(share(i64::MAX, "100%"), Some(i64::MAX));
    }
}
