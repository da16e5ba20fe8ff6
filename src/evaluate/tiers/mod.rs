//! Credits as a function of the figure reached: piecewise constant, known over all values.
//!
//! Bands and steps compare a figure with a few limits. Between two limits next to each other nothing changes but
//! the number of steps, which only grows. So what holds at each limit, and just before and after it, holds for all
//! values: each question below is answered for every figure, and with a concrete figure where the answer is no.

mod caps;
mod figures;

use std::cmp::Ordering;

use num_traits::{CheckedAdd, CheckedMul, Signed, Zero};

pub use self::caps::{Cut, bound_by_no_figure, cut_by_caps};
use self::figures::Figures;
use super::credits::{cycle_fee, furthest};
use super::formula::{Exact, exact, fraction, measure};
use crate::model::{
    Agreement, Award, Band, BandEdge, BandFigure, Comparator, CreditRule, Currency, Cycle, Level, Money, Quantity,
    StepCredit, StepFrom, Target,
};

/// The bands and steps of a rule over one figure: that of a level, its downtime, or the length of an outage.
#[derive(Debug, Clone)]
pub struct Tiers<'r> {
    bands: Vec<&'r Band>,
    steps: Vec<&'r StepCredit>,
    /// What leaves nothing to credit, where the figure is the one that it is set for: the target, or what is expected
    /// beyond it.
    target: Option<&'r Target>,
    /// What is promised at least, on the same figure.
    promised: Option<&'r Target>,
    /// Whether worse figures are the lower ones.
    downwards: bool,
    figures: Figures,
    /// The fee of a cycle that shares are taken from, where it is known.
    fee: Option<Money>,
}

/// A range of figures, all of which give the same band, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'r> {
    /// Where it begins, and whether that figure belongs to it; none: it has no lower end.
    pub from: Option<(Quantity, bool)>,
    /// Where it ends, and whether that figure belongs to it; none: it has no upper end.
    pub to: Option<(Quantity, bool)>,
    /// A figure inside.
    pub figure: Quantity,
    /// The band that it gives.
    pub band: Option<&'r Band>,
}

/// What a credit is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    Share,
    PoolShare,
    Money(Currency),
    Service,
    Points,
    Work(String),
}

/// A place on the line of figures: a value, or the values just before or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) value: Exact,
    /// -1 just before the value, 0 at it, 1 just after it.
    pub(super) side: i8,
}

/// A value, or all values between two; an end is missing where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Point(Exact),
    Between(Option<Exact>, Option<Exact>),
}

impl<'r> Tiers<'r> {
    /// The bands and steps of a rule for one of its levels; none where the rule has no bands, where their limits
    /// are of different kinds, or of another kind than the level's target.
    pub fn of(agreement: &Agreement, rule: &'r CreditRule, level: &'r Level) -> Option<Self> {
        let first = rule.bands.first()?;
        let kind = std::mem::discriminant(&first.limit.value);
        let alike = |band: &Band| band.figure == first.figure && std::mem::discriminant(&band.limit.value) == kind;
        let downwards = is_downwards(first.edge);
        if !rule.bands.iter().all(|band| alike(band) && is_downwards(band.edge) == downwards) {
            return None;
        }
        // Where more is expected than promised, only that leaves nothing to credit.
        let target = strictest(level);
        let target = target.filter(|_| first.figure == BandFigure::Level);
        if target.is_some_and(|target| std::mem::discriminant(&target.threshold.value) != kind) {
            return None;
        }
        let along = |step: &&StepCredit| match (&step.from, first.figure) {
            (StepFrom::Below(from) | StepFrom::Above(from), BandFigure::Level) => std::mem::discriminant(from) == kind,
            (StepFrom::Downtime, BandFigure::Downtime) | (StepFrom::Outage, BandFigure::Outage) => {
                !step.beyond.is_some_and(|beyond| beyond.allowance)
            }
            _ => false,
        };
        let steps: Vec<&StepCredit> = rule.steps.iter().filter(along).collect();
        let compared = rule.bands.iter().map(|band| measure(&band.limit.value));
        let targets = target.into_iter().chain(&level.target);
        let compared = compared.chain(targets.map(|target| measure(&target.threshold.value)));
        let counted = steps.iter().flat_map(|step| [measure(&step.step), start(step)]);
        if !compared.chain(counted).all(is_short) {
            return None;
        }
        let fee = match level.judged {
            Cycle::Each(unit) => rule.base.as_deref().and_then(|base| cycle_fee(agreement, base, unit)),
            Cycle::Period | Cycle::Rolling(_) => None,
        };
        let fee = fee.filter(|_| !agreement.penalties.as_ref().is_some_and(|penalties| penalties.fees_with_tax));
        Some(Self {
            bands: rule.bands.iter().collect(),
            steps,
            target,
            promised: level.target.as_ref().filter(|_| target.is_some()),
            downwards: target.map_or(downwards, |target| more_is_good(target.comparator)),
            figures: Figures::of(level, first),
            fee,
        })
    }

    /// The function itself, from the lowest figures to the highest: no figure is missing, none lies in two pieces.
    pub fn pieces(&self) -> Vec<Piece<'r>> {
        let mut pieces: Vec<Piece<'r>> = Vec::new();
        for cell in self.cells() {
            let Some(inside) = self.figures.inside(cell) else { continue };
            let band = self.band_at(inside);
            let (from, to) = match cell {
                Cell::Point(value) => {
                    let end = self.figures.quantity(value).map(|value| (value, true));
                    (end.clone(), end)
                }
                Cell::Between(low, high) => {
                    let end = |value: Option<Exact>| Some((self.figures.quantity(value?)?, false));
                    (end(low), end(high))
                }
            };
            let Some(figure) = self.figures.quantity(inside) else { continue };
            match pieces.last_mut().filter(|last| same_band(last.band, band)) {
                Some(last) => {
                    // A figure between two limits tells more than one at a limit.
                    if matches!(cell, Cell::Between(..)) && last.from == last.to {
                        last.figure = figure;
                    }
                    last.to = to;
                }
                None => pieces.push(Piece { from, to, figure, band }),
            }
        }
        pieces
    }

    /// A figure that keeps the target and yet reaches a band or a step.
    pub fn pays_when_met(&self) -> Option<Quantity> {
        let target = self.target?;
        self.find(|value| is_met(target, value) && self.is_credited(value))
    }

    /// A figure that misses the target and reaches neither a band nor a step.
    pub fn gap(&self) -> Option<Quantity> {
        let target = self.promised?;
        self.find(|value| !is_met(target, value) && !self.is_credited(value))
    }

    /// Two figures, the second worse than the first, of which the second gives less.
    pub fn not_monotone(&self) -> Option<(Quantity, Quantity)> {
        let mut places: Vec<(Place, Cell)> = Vec::new();
        for cell in self.cells().into_iter().filter(|cell| self.figures.inside(*cell).is_some()) {
            match cell {
                Cell::Point(value) => places.push((Place { value, side: 0 }, cell)),
                Cell::Between(low, high) => {
                    places.extend(low.map(|value| (Place { value, side: 1 }, cell)));
                    places.extend(high.map(|value| (Place { value, side: -1 }, cell)));
                }
            }
        }
        if self.downwards {
            places.reverse();
        }
        let paid: Vec<_> = places.into_iter().filter(|(place, _)| !self.is_met_at(*place)).collect();
        paid.windows(2).find_map(|pair| {
            let [(better, near), (worse, far)] = pair else { return None };
            if self.compare(self.total(*worse)?.as_ref(), self.total(*better)?.as_ref())? != Ordering::Less {
                return None;
            }
            Some((self.concrete(*better, *near)?, self.concrete(*worse, *far)?))
        })
    }

    /// Bands that no figure reaches, since it cannot go so far, or only a single figure, since another band
    /// begins at the same limit; with that figure.
    pub fn overlapped(&self) -> Vec<(&'r Band, Option<Quantity>)> {
        let cells = self.cells();
        let reached = |band: &Band| -> Vec<Cell> {
            let applies = |cell: &&Cell| {
                self.figures.inside(**cell).is_some_and(|value| same_band(self.band_at(value), Some(band)))
            };
            cells.iter().filter(applies).copied().collect()
        };
        let twin = |band: &Band| {
            self.bands.iter().any(|other| !same(other, band) && measure(&other.limit) == measure(&band.limit))
        };
        let bands = self.bands.iter().filter_map(|band| match reached(band).as_slice() {
            [] => Some((*band, None)),
            [Cell::Point(value)] if twin(band) => Some((*band, self.figures.quantity(*value))),
            _ => None,
        });
        bands.collect()
    }

    /// A figure for which this rule and another one of the same level both pay.
    pub fn paid_twice(&self, other: &Tiers<'_>) -> Option<Quantity> {
        let alike = self.bands.first()?.figure == other.bands.first()?.figure && self.figures.same_kind(&other.figures);
        if !alike {
            return None;
        }
        let met = |value: Exact| self.target.is_some_and(|target| is_met(target, value));
        let cells = self.figures.cells(self.marks().chain(other.marks()));
        let both = |value: &Exact| self.is_credited(*value) && other.is_credited(*value) && !met(*value);
        let value = cells.into_iter().filter_map(|cell| self.figures.inside(cell)).find(both)?;
        self.figures.quantity(value)
    }

    /// The band that a figure gives.
    pub fn band(&self, figure: &Quantity) -> Option<&'r Band> {
        self.band_at(measure(figure))
    }

    /// All limits at which something may change, but for the single steps.
    fn marks(&self) -> impl Iterator<Item = Exact> {
        let limits = self.bands.iter().map(|band| measure(&band.limit.value));
        let starts = self.steps.iter().map(|step| self.first_step(step));
        let targets = self.target.into_iter().chain(self.promised).map(|target| measure(&target.threshold.value));
        limits.chain(starts).chain(targets)
    }

    fn cells(&self) -> Vec<Cell> {
        self.figures.cells(self.marks())
    }

    /// A figure for which something holds that holds for all or none of the figures of a cell.
    fn find(&self, holds: impl Fn(Exact) -> bool) -> Option<Quantity> {
        let cells = self.cells().into_iter();
        // Figures between two limits tell more than those at one, where both are at hand.
        let (between, points): (Vec<Cell>, Vec<Cell>) = cells.partition(|cell| matches!(cell, Cell::Between(..)));
        let found = between.into_iter().chain(points).filter_map(|cell| self.figures.inside(cell));
        found.filter(|value| holds(*value)).find_map(|value| self.figures.quantity(value))
    }

    fn band_at(&self, value: Exact) -> Option<&'r Band> {
        furthest(self.bands.iter().copied(), value)
    }

    fn is_credited(&self, value: Exact) -> bool {
        let at = Place { value, side: 0 };
        self.band_at(value).is_some() || self.steps.iter().any(|step| steps_at(step, start(step), at) > Exact::zero())
    }

    fn is_met_at(&self, place: Place) -> bool {
        let Some(target) = self.target else { return false };
        let threshold = Place { value: measure(&target.threshold.value), side: 0 };
        met_by(target.comparator, place.cmp(&threshold))
    }

    /// The limit at which, or just past which, the first step counts.
    fn first_step(&self, step: &StepCredit) -> Exact {
        let length = if step.full { measure(&step.step) } else { Exact::zero() };
        if matches!(step.from, StepFrom::Below(_)) { start(step) - length } else { start(step) + length }
    }

    /// What a place gives: the band and the steps, which add up; none where they are not counted in one unit.
    fn total(&self, place: Place) -> Option<Option<(Unit, Exact)>> {
        let band = next_to(self.bands.iter().copied(), place).map(|band| worth(&band.award));
        let steps = self.steps.iter().filter_map(|step| {
            let (unit, value) = worth(&step.award);
            let count = steps_at(step, start(step), place);
            (!count.is_zero()).then(|| value.checked_mul(&count).map(|value| (unit, value)))
        });
        let band = band.map(Some);
        let mut sum: Option<(Unit, Exact)> = None;
        for credit in band.into_iter().chain(steps) {
            let (unit, value) = credit?;
            sum = match sum {
                None => Some((unit, value)),
                Some((so_far, total)) if so_far == unit => Some((unit, total.checked_add(&value)?)),
                Some(so_far) => {
                    let (currency, one) = self.in_money(&so_far)?;
                    let (other, two) = self.in_money(&(unit, value)).filter(|(other, _)| *other == currency)?;
                    Some((Unit::Money(other), one.checked_add(&two)?))
                }
            };
        }
        Some(sum)
    }

    /// Which of two credits is larger; none where they cannot be compared.
    fn compare(&self, one: Option<&(Unit, Exact)>, other: Option<&(Unit, Exact)>) -> Option<Ordering> {
        let (one, other) = match (one, other) {
            (None, None) => return Some(Ordering::Equal),
            (None, Some((_, value))) => return Some(Exact::zero().cmp(value)),
            (Some((_, value)), None) => return Some(value.cmp(&Exact::zero())),
            (Some(one), Some(other)) => (one, other),
        };
        if one.0 == other.0 {
            return Some(one.1.cmp(&other.1));
        }
        let (one, other) = (self.in_money(one)?, self.in_money(other)?);
        (one.0 == other.0).then(|| one.1.cmp(&other.1))
    }

    fn in_money(&self, credit: &(Unit, Exact)) -> Option<(Currency, Exact)> {
        match credit {
            (Unit::Money(currency), value) => Some((*currency, *value)),
            (Unit::Share, value) => {
                let fee = self.fee?;
                Some((fee.currency, value.checked_mul(&Exact::from_integer(i128::from(fee.minor)))?))
            }
            _ => None,
        }
    }

    /// A figure of a cell so near to a place that no limit and no step lies between them.
    fn concrete(&self, place: Place, cell: Cell) -> Option<Quantity> {
        if place.side == 0 {
            return self.figures.quantity(place.value);
        }
        let Cell::Between(low, high) = cell else { return None };
        let next = self.steps.iter().filter_map(|step| {
            let length = measure(&step.step);
            let count = (place.value - start(step)) / length;
            let count = if place.side > 0 { count.floor() + 1 } else { count.ceil() - 1 };
            (length > Exact::zero()).then(|| start(step) + length * count)
        });
        let reach = self.figures.nearby();
        let (low, high) = if place.side > 0 { (low, next.chain(high).min()) } else { (next.chain(low).max(), high) };
        // A figure close by tells most, where figures are fine enough.
        let near = match place.side > 0 {
            true => (low, Some(high.map_or(place.value + reach, |high| high.min(place.value + reach)))),
            false => (Some(low.map_or(place.value - reach, |low| low.max(place.value - reach))), high),
        };
        let inside =
            [near, (low, high)].into_iter().find_map(|(low, high)| self.figures.inside(Cell::Between(low, high)));
        self.figures.quantity(inside?)
    }
}

/// The band at a place: that of the figures next to the value.
pub(super) fn next_to<'r>(bands: impl Iterator<Item = &'r Band>, place: Place) -> Option<&'r Band> {
    let inside = |band: &&Band| {
        let order = place.cmp(&Place { value: measure(&band.limit.value), side: 0 });
        match band.edge {
            BandEdge::Below => order == Ordering::Less,
            BandEdge::AtOrBelow => order != Ordering::Greater,
            BandEdge::Above => order == Ordering::Greater,
            BandEdge::AtOrAbove => order != Ordering::Less,
        }
    };
    // Those that hold it hold the value itself once their edges let it in, in the same order.
    let strict = |band: &Band| matches!(band.edge, BandEdge::Below | BandEdge::Above);
    bands.filter(inside).reduce(|best, band| {
        let order = measure(&band.limit.value).cmp(&measure(&best.limit.value));
        let order = if is_downwards(band.edge) { order.reverse() } else { order };
        let further = order.then(strict(band).cmp(&strict(best))) == Ordering::Greater;
        if further { band } else { best }
    })
}

/// How many steps lie between their start and a place.
pub(super) fn steps_at(step: &StepCredit, start: Exact, place: Place) -> Exact {
    let length = measure(&step.step);
    if length <= Exact::zero() {
        return Exact::zero();
    }
    let (away, side) = match step.from {
        StepFrom::Below(_) => (start - place.value, -place.side),
        _ => (place.value - start, place.side),
    };
    let count = away / length;
    let one = Exact::from_integer(1);
    let steps = match (step.full, side) {
        (true, -1) => count.ceil() - one,
        (true, _) => count.floor(),
        (false, 1) => count.floor() + one,
        (false, _) => count.ceil(),
    };
    steps.max(Exact::zero())
}

/// From where a step is counted.
pub(super) fn start(step: &StepCredit) -> Exact {
    match &step.from {
        StepFrom::Below(from) | StepFrom::Above(from) => measure(from),
        StepFrom::Downtime | StepFrom::Outage => {
            let before = step.beyond.and_then(|beyond| beyond.time);
            before.map_or(Exact::zero(), |time| measure(&Quantity::Duration(time)))
        }
    }
}

/// Whether a limit has no more digits than leave room for all that is computed from it.
fn is_short(value: Exact) -> bool {
    const MOST: i128 = 1_000_000_000_000;
    value.numer().abs() <= MOST && *value.denom() <= MOST
}

fn same(one: &Band, other: &Band) -> bool {
    std::ptr::eq(one, other)
}

fn same_band(one: Option<&Band>, other: Option<&Band>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => same(one, other),
        _ => false,
    }
}

fn is_downwards(edge: BandEdge) -> bool {
    matches!(edge, BandEdge::Below | BandEdge::AtOrBelow)
}

/// The target of a level that asks most: what it promises, or what is expected beyond that.
pub fn strictest(level: &Level) -> Option<&Target> {
    let strictness = |target: &&Target| {
        let threshold = measure(&target.threshold.value);
        if more_is_good(target.comparator) { threshold } else { -threshold }
    };
    level.target.iter().chain(&level.expected).max_by_key(strictness)
}

fn more_is_good(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::AtLeast | Comparator::MoreThan)
}

fn is_met(target: &Target, value: Exact) -> bool {
    met_by(target.comparator, value.cmp(&measure(&target.threshold.value)))
}

/// Whether a figure that compares so with the threshold keeps the target.
pub(super) fn met_by(comparator: Comparator, order: Ordering) -> bool {
    match comparator {
        Comparator::AtLeast => order != Ordering::Less,
        Comparator::MoreThan => order == Ordering::Greater,
        Comparator::AtMost => order != Ordering::Greater,
        Comparator::LessThan => order == Ordering::Less,
    }
}

/// An award in its own unit.
fn worth(award: &Award) -> (Unit, Exact) {
    match award {
        Award::Share(share) => (Unit::Share, fraction(*share)),
        Award::PoolShare(share) => (Unit::PoolShare, fraction(*share)),
        Award::Amount(amount) => (Unit::Money(amount.currency), Exact::from_integer(i128::from(amount.minor))),
        Award::Service(time) => (Unit::Service, measure(&Quantity::Duration(*time))),
        Award::Work { time, of } => (Unit::Work(of.clone()), measure(&Quantity::Duration(*time))),
        Award::Points(points) => (Unit::Points, exact(*points)),
    }
}
