//! What caps do to bands: which ones they cut, and which caps no figure can reach.

use num_traits::{CheckedAdd, CheckedMul, Zero};

use super::{Cell, Place, Tiers, Unit, worth};
use crate::evaluate::credits::{cycle_fee, share_of};
use crate::evaluate::formula::{Exact, exact, fraction};
use crate::model::{Agreement, Band, Cap, CapAmount, CreditRule, Cycle, CycleUnit, Level};

/// A band that gives more than a cap allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut<'r> {
    /// The band.
    pub band: &'r Band,
    /// The cap.
    pub cap: &'r Cap,
}

/// The bands of a rule that a cap cuts already when nothing else is credited in its cycle: of the rule's own caps and
/// those over all credits.
pub fn cut_by_caps<'r>(agreement: &'r Agreement, rule: &'r CreditRule) -> Vec<Cut<'r>> {
    let levels = rule.levels.iter().filter_map(|name| agreement.level(name));
    let mut cuts: Vec<Cut<'r>> = Vec::new();
    for level in levels {
        for cap in rule.caps.iter().chain(agreement.penalties.iter().flat_map(|penalties| &penalties.caps)) {
            // A band is no incident.
            let cut = rule.bands.iter().filter(|_| !cap.per_incident).filter(|band| {
                let credit =
                    Some(worth(&band.award)).and_then(|credit| comparable(agreement, rule, level, cap, credit));
                credit.is_some_and(|(credit, most)| credit > most)
            });
            for band in cut {
                if !cuts.iter().any(|known| std::ptr::eq(known.band, band) && std::ptr::eq(known.cap, cap)) {
                    cuts.push(Cut { band, cap });
                }
            }
        }
    }
    cuts
}

/// Whether a rule's own cap lies above all that its bands and steps can give in the cap's cycle, so that it never
/// matters; `false` also where that is not certain.
pub fn bound_by_no_figure(agreement: &Agreement, rule: &CreditRule, cap: &Cap) -> bool {
    never_reached(agreement, rule, cap).unwrap_or(false)
}

fn never_reached(agreement: &Agreement, rule: &CreditRule, cap: &Cap) -> Option<bool> {
    let bounded = rule.events.is_empty()
        && rule.late.is_empty()
        && rule.beyond.is_empty()
        && rule.lost_time_multiple.is_none()
        && rule.minimum.is_none();
    if !bounded || cap.per_incident {
        return None;
    }
    let mut sum = Exact::zero();
    let mut most = None;
    for level in &rule.levels {
        let level = agreement.level(level)?;
        let tiers = Tiers::of(agreement, rule, level)?;
        let (unit, greatest) = tiers.greatest(rule)?;
        let (credit, allowed) = comparable(agreement, rule, level, cap, (unit, greatest))?;
        let services = if level.each { i128::try_from(level.services.len()).ok()? } else { 1 };
        let cycles = match (level.judged, cap.each?) {
            (one, other) if one == other => 1,
            (Cycle::Each(CycleUnit::Month), Cycle::Each(CycleUnit::Quarter)) => 3,
            (Cycle::Each(CycleUnit::Month), Cycle::Each(CycleUnit::Year)) => 12,
            (Cycle::Each(CycleUnit::Quarter), Cycle::Each(CycleUnit::Year)) => 4,
            _ => return None,
        };
        sum = sum.checked_add(&credit.checked_mul(&Exact::from_integer(services.checked_mul(cycles)?))?)?;
        most = Some(allowed);
    }
    Some(sum < most?)
}

/// A credit and the most that a cap allows, in one unit: shares of the same fee in the same cycle, else money.
fn comparable(
    agreement: &Agreement,
    rule: &CreditRule,
    level: &Level,
    cap: &Cap,
    credit: (Unit, Exact),
) -> Option<(Exact, Exact)> {
    if let (CapAmount::Share { share, of }, Unit::Share) = (&cap.amount, &credit.0)
        && rule.base.as_deref() == Some(of)
        && cap.each.is_none_or(|each| each == level.judged)
    {
        return Some((credit.1, fraction(*share)));
    }
    if agreement.penalties.as_ref().is_some_and(|penalties| penalties.fees_with_tax) {
        return None;
    }
    let most = match &cap.amount {
        CapAmount::Share { share, of } => {
            let Some(Cycle::Each(unit)) = cap.each else { return None };
            share_of(*share, cycle_fee(agreement, of, unit)?)?
        }
        CapAmount::Amount(amount) => *amount,
        CapAmount::Service(_) => return None,
    };
    let (currency, value) = match credit {
        (Unit::Money(currency), value) => (currency, value),
        (Unit::Share, value) => {
            let Cycle::Each(unit) = level.judged else { return None };
            let fee = cycle_fee(agreement, rule.base.as_deref()?, unit)?;
            (fee.currency, value.checked_mul(&Exact::from_integer(i128::from(fee.minor)))?)
        }
        _ => return None,
    };
    (currency == most.currency).then(|| (value, Exact::from_integer(i128::from(most.minor))))
}

impl Tiers<'_> {
    /// The most that one cycle gives, a miss after a miss included; none where there is no most.
    fn greatest(&self, rule: &CreditRule) -> Option<(Unit, Exact)> {
        // Each outage of a cycle is credited by itself, and other steps run along another figure.
        let along_level = rule.bands.first()?.figure != crate::model::BandFigure::Outage;
        if !along_level || self.steps.len() != rule.steps.len() {
            return None;
        }
        let mut places = Vec::new();
        for cell in self.cells() {
            match cell {
                Cell::Point(value) => places.push(Place { value, side: 0 }),
                Cell::Between(Some(low), Some(high)) => {
                    places.extend([Place { value: low, side: 1 }, Place { value: high, side: -1 }]);
                }
                // Without an end there is no most, as long as there are steps.
                Cell::Between(..) if !self.steps.is_empty() => return None,
                Cell::Between(low, high) => {
                    places.extend(low.map(|value| Place { value, side: 1 }));
                    places.extend(high.map(|value| Place { value, side: -1 }));
                }
            }
        }
        let mut greatest = None;
        for place in places.into_iter().filter(|place| !self.is_met_at(*place)) {
            let total = self.total(place)?;
            if self.compare(total.as_ref(), greatest.as_ref())?.is_gt() {
                greatest = total;
            }
        }
        let (unit, value) = greatest?;
        let times = rule.repeat_multiplier.map_or(Exact::from_integer(1), exact);
        Some((unit, value.checked_mul(&times.max(Exact::from_integer(1)))?))
    }
}
