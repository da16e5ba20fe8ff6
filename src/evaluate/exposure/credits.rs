//! All credits of the term, each at the date on which its cycle ends.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::Case;
use super::basis::Basis;
use super::range::Range;
use super::worst::{Given, Judged};
use crate::evaluate::cycles::Span;
use crate::evaluate::formula::{Exact, exact, fraction, rounded};
use crate::model::{Award, Cycle, CycleUnit, Date, FeeBase, Level, Name, PointsAmount, SeveralMissedThen};

/// A credit that is owed, before any limit on several.
#[derive(Debug, Clone)]
pub(super) struct Credit {
    /// The rule that gives it; none: it is for points, or for several misses.
    pub(super) rule: Option<usize>,
    pub(super) levels: Vec<Name>,
    /// The last day of the cycle that it is for.
    pub(super) date: Date,
    pub(super) amount: Range,
    pub(super) because: Vec<Basis>,
}

/// Credits in order of time.
#[derive(Debug, Clone, Default)]
pub(super) struct Credits(pub(super) Vec<Credit>);

impl Credits {
    pub(super) fn only(&self, is: impl Fn(&Credit) -> bool) -> Self {
        Self(self.0.iter().filter(|credit| is(credit)).cloned().collect())
    }

    pub(super) fn because(&self) -> impl Iterator<Item = Basis> {
        self.0.iter().flat_map(|credit| credit.because.iter().copied())
    }
}

/// The credits at their worst: of one rule, or of all with what several misses give.
pub(super) fn credits(case: &Case<'_>, only: Option<usize>) -> Credits {
    let worst = |judged: &Judged<'_, '_>| (only.is_none_or(|only| only == judged.at)).then(|| judged.worst());
    let mut all = given(case, &worst);
    if only.is_none() {
        all.0.extend(several(case));
    }
    all.0.sort_by_key(|credit| (credit.date, credit.rule.unwrap_or(usize::MAX)));
    all
}

/// The credits of the term where each rule gives this for each level and cycle; none: the level is not missed in it.
pub(super) fn given(case: &Case<'_>, gives: &dyn Fn(&Judged<'_, '_>) -> Option<Given>) -> Credits {
    let mut all = Vec::new();
    let mut points: BTreeMap<Span, (Range, Vec<Basis>, Vec<Name>, Date)> = BTreeMap::new();
    for (at, rule) in case.agreement.penalties.iter().flat_map(|penalties| penalties.credits.iter().enumerate()) {
        let mut cycles: BTreeMap<Span, Vec<(Name, Given)>> = BTreeMap::new();
        for level in rule.levels.iter().filter_map(|name| case.agreement.level(name)) {
            let mut missed_before = false;
            for (cycle, known) in judged(case, level) {
                let judged = Judged { case, at, rule, level, cycle };
                let mut given = gives(&judged).unwrap_or_else(Given::nothing);
                // Single events are credited however the level is judged.
                let by_event = given.because.iter().all(|basis| matches!(basis, Basis::Event(..) | Basis::Late(..)));
                if !known && !by_event && !given.money.is_nothing() && given.money != Range::UNLIMITED {
                    given.money = Range::unknown();
                }
                let missed = !(given.money.is_nothing() && given.points.is_nothing());
                if let Some(times) = rule.repeat_multiplier.filter(|_| missed && missed_before) {
                    let (once, again) = (given.clone(), exact(times));
                    given.money = repeated(once.money, again);
                    given.points = repeated(once.points, again);
                }
                missed_before = missed;
                given.money = given.money.map(|money| rounded(money, 0));
                if let Some(least) = rule.minimum.and_then(|least| case.fees.money(least))
                    && !given.money.is_nothing()
                {
                    given.money = given.money.max(Range::exactly(least));
                }
                cycles.entry(cycle).or_default().push((level.name.value.clone(), given));
            }
        }
        for (cycle, given) in cycles {
            let levels: Vec<Name> = given.iter().map(|(name, _)| name.clone()).collect();
            let join = if rule.largest_only { Given::or } else { Given::plus };
            let Some(sum) = given.into_iter().map(|(_, given)| given).reduce(join) else { continue };
            if !sum.points.is_nothing()
                && let Some(month) = case.horizon.cycle(CycleUnit::Month, cycle.last)
            {
                let entry = points.entry(month).or_insert((Range::nothing(), Vec::new(), Vec::new(), cycle.last));
                entry.0 = entry.0.plus(sum.points);
                entry.1.extend(sum.because.iter().copied());
                entry.2.extend(levels.iter().cloned());
                entry.3 = entry.3.max(cycle.last);
            }
            if !sum.money.is_nothing() {
                let (amount, because) = (sum.money, sum.because);
                all.push(Credit { rule: Some(at), levels, date: cycle.last, amount, because });
            }
        }
    }
    for (sum, mut because, levels, date) in points.into_values() {
        let (amount, pays) = paid_for_points(case, sum);
        because.extend(pays);
        all.push(Credit { rule: None, levels, date, amount, because });
    }
    all.sort_by_key(|credit| (credit.date, credit.rule.unwrap_or(usize::MAX)));
    Credits(all)
}

/// The cycles of a level; where they are no dates, the months, for which nothing certain is known.
fn judged(case: &Case<'_>, level: &Level) -> Vec<(Span, bool)> {
    match case.horizon.judged(level.judged, level.partial_months) {
        Some(cycles) => cycles.into_iter().map(|cycle| (cycle, true)).collect(),
        None => case.horizon.months().into_iter().map(|cycle| (cycle, false)).collect(),
    }
}

/// A miss after a miss. A factor below one makes less of it than of two misses apart.
fn repeated(once: Range, times: Exact) -> Range {
    let again = once.times(times);
    if times >= Exact::from_integer(1) { again } else { Range { least: again.least, most: once.most } }
}

/// What the points of a month pay.
fn paid_for_points(case: &Case<'_>, points: Range) -> (Range, Vec<Basis>) {
    let Some(penalties) = &case.agreement.penalties else { return (Range::nothing(), Vec::new()) };
    let worth = |pays: &PointsAmount| match pays {
        PointsAmount::Amount(amount) => Range::known(case.fees.money(*amount)),
        PointsAmount::Share { share, of } => {
            let fee = case.fees.of(of, Cycle::Each(CycleUnit::Month));
            Range::known(fee.map(|fee| fee * fraction(*share))).map(|money| rounded(money, 0))
        }
    };
    let (mut sum, mut because) = (Range::nothing(), Vec::new());
    if let Some(pay) = &penalties.points_pay {
        let full = points.map(|points| Some((points / Exact::from_integer(i128::from(pay.points.max(1)))).floor()));
        let each = worth(&pay.pays);
        let money = match (full.least, full.most, each.most) {
            (Some(least), Some(most), Some(each)) if least == most => Range::exactly(each * least),
            (None, ..) => Range::UNLIMITED,
            _ => Range::unknown(),
        };
        if !money.is_nothing() {
            because.push(Basis::PointsPay);
        }
        sum = sum.plus(money);
    }
    let reached = |row: &crate::model::PointsPay| points.most.is_none_or(|sum| sum >= whole(row.points));
    let rows = penalties.points_table.iter().enumerate().filter(|(_, row)| reached(row));
    if let Some((at, row)) = rows.max_by_key(|(_, row)| worth(&row.pays).most) {
        because.push(Basis::PointsTable(at));
        let sure = points.least.is_none_or(|sum| sum >= whole(row.points));
        let money = worth(&row.pays);
        sum = sum.plus(if sure { money } else { Range { least: Some(Exact::zero()), ..money } });
    }
    (sum, because)
}

fn whole(count: u32) -> Exact {
    Exact::from_integer(i128::from(count))
}

/// What is credited because several levels or targets are missed together: at worst, all are.
fn several(case: &Case<'_>) -> Vec<Credit> {
    let mut all = Vec::new();
    for (at, several) in case.agreement.penalties.iter().flat_map(|of| of.several_missed.iter().enumerate()) {
        let SeveralMissedThen::Award(award) = &several.then else { continue };
        // Each ticket has its own targets, so that any number of them may be missed.
        if several.targets_of.is_none() && case.agreement.levels.len() < several.count as usize {
            continue;
        }
        let cycle = Cycle::Each(several.within);
        let amount = match award {
            Award::Amount(amount) => Range::known(case.fees.money(*amount)),
            Award::Share(share) => {
                let fees = FeeBase::Fees { services: Vec::new(), for_period: false };
                let fee = case.fees.of(several.base.as_ref().unwrap_or(&fees), cycle);
                Range::known(fee.map(|fee| fee * fraction(*share)))
            }
            Award::Work { .. } | Award::Points(_) => Range::nothing(),
            Award::Service(_) | Award::PoolShare(_) => Range::unknown(),
        };
        let amount = amount.map(|money| rounded(money, 0));
        let cycles = case.horizon.judged(cycle, crate::model::PartialMonths::DaysInPeriod).unwrap_or_default();
        all.extend(cycles.into_iter().filter(|_| !amount.is_nothing()).map(|cycle| Credit {
            rule: None,
            levels: Vec::new(),
            date: cycle.last,
            amount,
            because: vec![Basis::Several(at)],
        }));
    }
    all
}
