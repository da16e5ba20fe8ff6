//! Credits: the band that a figure reaches, the fee it refers to, and the share of it.

use num_traits::{CheckedAdd, CheckedMul, Zero};

use super::formula::{Exact, measure};
use crate::model::{
    Agreement, Award, Band, BandEdge, BeyondCredit, CreditRule, CycleUnit, Fee, FeeBase, FeeUnit, Money, Percent,
    Quantity,
};

/// The band that a percentage reaches: of those it lies in, the one furthest from the target. A figure
/// equal to a limit is not below it, nor above it.
pub fn reached(bands: &[Band], figure: Percent) -> Option<&Band> {
    reached_by(bands, &Quantity::Percent(figure))
}

/// The band that a figure of any kind reaches; bands with limits of another kind are not reached.
pub(super) fn reached_by<'b>(bands: &'b [Band], figure: &Quantity) -> Option<&'b Band> {
    let same_kind = |band: &&Band| std::mem::discriminant(&band.limit.value) == std::mem::discriminant(figure);
    furthest(bands.iter().filter(same_kind), measure(figure))
}

/// Of some bands, the one furthest from the target that a value reaches; all limits are of the value's kind.
pub(super) fn furthest<'b>(bands: impl Iterator<Item = &'b Band>, value: Exact) -> Option<&'b Band> {
    let limit = |band: &Band| measure(&band.limit.value);
    let in_band = |band: &&Band| match band.edge {
        BandEdge::Below => value < limit(band),
        BandEdge::AtOrBelow => value <= limit(band),
        BandEdge::Above => value > limit(band),
        BandEdge::AtOrAbove => value >= limit(band),
    };
    let upwards = |band: &Band| matches!(band.edge, BandEdge::Above | BandEdge::AtOrAbove);
    // Strict edges are reached later than inclusive ones at the same limit.
    let strict = |band: &Band| matches!(band.edge, BandEdge::Below | BandEdge::Above);
    bands.filter(in_band).reduce(|best, band| {
        let further = match limit(band).cmp(&limit(best)) {
            std::cmp::Ordering::Equal => strict(band) && !strict(best),
            order => (order == std::cmp::Ordering::Greater) == upwards(band),
        };
        if further { band } else { best }
    })
}

/// What a rule that pays from a day of lateness on gives on that day; `worth` is what one unit's award is worth.
///
/// Each row pays for the days after its own, up to the next row's. A row that names an earlier day, or a rule
/// whose rate reaches back, pays its rate for all days from there.
pub(super) fn beyond(rule: &CreditRule, day: u32, worth: &dyn Fn(&Award) -> Option<Exact>) -> Option<Exact> {
    let mut rows: Vec<&BeyondCredit> = rule.beyond.iter().filter(|row| row.beyond_day < day).collect();
    rows.sort_by_key(|row| row.beyond_day);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Some(Exact::zero()) };
    let days = |from: u32, to: u32| Exact::from_integer(i128::from(to.saturating_sub(from)) + 1);
    let from = last.from_day.or(rule.retroactive.then_some(first.beyond_day + 1));
    if let Some(from) = from {
        return days(from, day).checked_mul(&worth(&last.award)?);
    }
    let ends = rows.iter().skip(1).map(|next| next.beyond_day).chain([day]);
    rows.iter().zip(ends).try_fold(Exact::zero(), |sum, (row, end)| {
        sum.checked_add(&days(row.beyond_day + 1, end).checked_mul(&worth(&row.award)?)?)
    })
}

/// A share of an amount, rounded to the nearest minor unit, a half upwards. None past the range of money.
pub fn share_of(share: Percent, amount: Money) -> Option<Money> {
    let (part, whole) = share.fraction();
    let doubled = i128::from(amount.minor).checked_mul(part)?.checked_mul(2)?.checked_add(whole)?;
    let minor = i64::try_from(doubled.div_euclid(whole * 2)).ok()?;
    Some(Money { minor, ..amount })
}

/// The fees that a base names, for one cycle; none where they are not amounts for such a cycle: by
/// user, stated elsewhere, or for a unit that the cycle does not consist of.
pub fn cycle_fee(agreement: &Agreement, base: &FeeBase, unit: CycleUnit) -> Option<Money> {
    let services: Vec<_> = match base {
        FeeBase::ServiceFee(name) => vec![agreement.service(name)?],
        FeeBase::Fees { services, for_period: false } if services.is_empty() => agreement.services.iter().collect(),
        FeeBase::Fees { services, for_period: false } => {
            services.iter().map(|name| agreement.service(name)).collect::<Option<_>>()?
        }
        FeeBase::Fees { for_period: true, .. }
        | FeeBase::AffectedService
        | FeeBase::MonthlyInvoice
        | FeeBase::Words(_) => return None,
    };
    let mut sum: Option<Money> = None;
    for fee in services.into_iter().flat_map(|service| &service.fees) {
        let Fee::Amount { amount, per } = fee else { return None };
        let minor = amount.minor.checked_mul(units_in(*per, unit)?)?;
        sum = match sum {
            None => Some(Money { minor, ..amount.value }),
            Some(so_far) if so_far.currency == amount.currency => {
                Some(Money { minor: so_far.minor.checked_add(minor)?, ..so_far })
            }
            Some(_) => return None,
        };
    }
    sum
}

/// How many units of a fee make up a cycle.
fn units_in(per: FeeUnit, cycle: CycleUnit) -> Option<i64> {
    match (per, cycle) {
        (FeeUnit::Month, CycleUnit::Month)
        | (FeeUnit::Quarter, CycleUnit::Quarter)
        | (FeeUnit::Year, CycleUnit::Year)
        | (FeeUnit::ContractYear, CycleUnit::ContractYear)
        | (FeeUnit::BillingMonth, CycleUnit::BillingMonth) => Some(1),
        (FeeUnit::Month, CycleUnit::Quarter) => Some(3),
        (FeeUnit::Quarter, CycleUnit::Year) => Some(4),
        (FeeUnit::Month, CycleUnit::Year) => Some(12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, BandFigure, Origin};
    use crate::source::Span;

    fn band(edge: BandEdge, limit: &str) -> Band {
        let limit = At::new(Quantity::Percent(limit.parse().unwrap()), Span::default());
        Band {
            figure: BandFigure::Level,
            edge,
            limit,
            award: Award::Share("10%".parse().unwrap()),
            origin: Origin::default(),
        }
    }

    fn limit(bands: &[Band], figure: &str) -> Option<String> {
        reached(bands, figure.parse().unwrap()).map(|band| band.limit.value.to_string())
    }

    #[test]
    fn the_lowest_band_below_applies_and_a_limit_is_not_below_itself() {
        let bands = [band(BandEdge::Below, "99.95%"), band(BandEdge::Below, "99.0%"), band(BandEdge::Below, "95.0%")];
        assert_eq!(limit(&bands, "99.95%"), None);
        assert_eq!(limit(&bands, "99.9499%").as_deref(), Some("99.95%"));
        assert_eq!(limit(&bands, "99%").as_deref(), Some("99.95%"));
        assert_eq!(limit(&bands, "98.99%").as_deref(), Some("99.0%"));
        assert_eq!(limit(&bands, "12%").as_deref(), Some("95.0%"));
        assert_eq!(limit(&[band(BandEdge::AtOrBelow, "99.0%")], "99%").as_deref(), Some("99.0%"));
        let above = [band(BandEdge::Above, "1%"), band(BandEdge::AtOrAbove, "5%")];
        assert_eq!(limit(&above, "1%"), None);
        assert_eq!(limit(&above, "5%").as_deref(), Some("5%"));
    }

    #[test]
    fn money_rounds_to_the_nearest_cent_a_half_upwards() {
        let share = |percent: &str, minor| {
            let amount = Money { minor, currency: "EUR".parse().unwrap() };
            share_of(percent.parse().unwrap(), amount).unwrap().minor
        };
        assert_eq!(share("10%", 1_200_000), 120_000);
        assert_eq!(share("10%", 5), 1);
        assert_eq!(share("10%", 4), 0);
        assert_eq!(share("33.33%", 100), 33);
        assert_eq!(share("0.5%", 99), 0);
        assert_eq!(share("0.5%", 100), 1);
    }
}
