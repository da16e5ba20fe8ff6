//! The figures that a level can take: from where to where, and how fine.

use num_traits::{CheckedMul, Zero};

use super::Cell;
use crate::evaluate::formula::{Exact, measure};
use crate::model::{
    Band, BandFigure, Cycle, CycleUnit, Duration, DurationUnit, Level, Money, Number, Percent, Quantity,
};

/// How many decimals a figure that is looked for has at most, in its own unit.
const MOST_DECIMALS: u32 = 14;

/// The figures of a level: a range, and a grain where they are rounded or counted.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// A limit, whose kind and unit the figures have.
    like: Quantity,
    low: Option<Exact>,
    high: Option<Exact>,
    /// They are whole multiples of this.
    grain: Option<Exact>,
}

impl Figures {
    /// The figures that bands like this one of a level are about.
    pub(super) fn of(level: &Level, band: &Band) -> Self {
        let like = band.limit.value.clone();
        let zero = Some(Exact::zero());
        let (low, high, unit) = match &like {
            Quantity::Percent(_) => (zero, Some(Exact::from_integer(1)), Some(Exact::new(1, 100))),
            Quantity::Duration(_) if band.figure == BandFigure::Downtime => {
                (zero, longest(level.judged), Some(Exact::from_integer(1)))
            }
            Quantity::Duration(_) => (zero, None, Some(Exact::from_integer(1))),
            // A formula may give less than nothing.
            Quantity::Money(_) => (None, None, Some(Exact::from_integer(1))),
            Quantity::Number(_) => (None, None, Some(Exact::from_integer(1))),
        };
        let grain = match (&like, level.rounding) {
            (Quantity::Percent(_) | Quantity::Number(_), None) => None,
            (Quantity::Percent(_) | Quantity::Number(_), Some(rounding)) if band.figure == BandFigure::Level => {
                let parts = 10_i128.checked_pow(u32::from(rounding.decimals)).unwrap_or(1);
                unit.and_then(|unit| unit.checked_mul(&Exact::new(1, parts)))
            }
            _ => unit,
        };
        Self { like, low, high, grain }
    }

    pub(super) fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.like) == std::mem::discriminant(&other.like)
    }

    /// The values at some marks and between them, from the lowest to the highest; no value is missing.
    pub(super) fn cells(&self, marks: impl Iterator<Item = Exact>) -> Vec<Cell> {
        let within =
            |value: &Exact| self.low.is_none_or(|low| low <= *value) && self.high.is_none_or(|high| *value <= high);
        let mut marks: Vec<Exact> = marks.chain(self.low).chain(self.high).filter(within).collect();
        marks.sort();
        marks.dedup();
        let mut cells = Vec::new();
        if self.low.is_none() {
            cells.push(Cell::Between(None, marks.first().copied()));
        }
        for (at, mark) in marks.iter().enumerate() {
            cells.push(Cell::Point(*mark));
            let next = marks.get(at + 1).copied();
            if next.is_some() || self.high.is_none() {
                cells.push(Cell::Between(Some(*mark), next));
            }
        }
        cells
    }

    /// A short value of a cell; none where no figure lies in it.
    pub(super) fn inside(&self, cell: Cell) -> Option<Exact> {
        let fits = |value: Exact| self.grain.is_none_or(|grain| (value / grain).is_integer());
        let one = self.unit();
        match cell {
            Cell::Point(value) => Some(value).filter(|value| fits(*value)),
            Cell::Between(None, None) => Some(Exact::zero()),
            Cell::Between(Some(low), None) => Some(((low / one).floor() + 1) * one),
            Cell::Between(None, Some(high)) => Some(((high / one).ceil() - 1) * one),
            Cell::Between(Some(low), Some(high)) => {
                let strictly = |value: &Exact| low < *value && *value < high && fits(*value);
                let middle = (low + high) / 2;
                let rounded = self.finer().find_map(|unit| Some((middle / unit).round() * unit).filter(strictly));
                // Off the middle there may still be a whole multiple of the grain.
                rounded.or_else(|| {
                    let grain = self.grain?;
                    Some(((low / grain).floor() + 1) * grain).filter(strictly)
                })
            }
        }
    }

    /// The unit that a figure is told in.
    fn unit(&self) -> Exact {
        match &self.like {
            Quantity::Percent(_) => Exact::new(1, 100),
            Quantity::Duration(time) => {
                let one = measure(&Quantity::Duration(Duration { count: 1, ..*time }));
                if one.is_zero() { Exact::from_integer(1) } else { one }
            }
            Quantity::Money(_) | Quantity::Number(_) => Exact::from_integer(1),
        }
    }

    /// How far from a limit figures are near it.
    pub(super) fn nearby(&self) -> Exact {
        if matches!(self.like, Quantity::Percent(_)) { self.unit() / 5 } else { self.unit() * 2 }
    }

    /// Units in which a figure is told, the coarsest first.
    fn finer(&self) -> impl Iterator<Item = Exact> {
        let lengths = [86_400_000, 3_600_000, 60_000, 1_000, 1].into_iter().map(Exact::from_integer);
        let lengths: Vec<Exact> = match &self.like {
            Quantity::Duration(_) => lengths.filter(|length| *length <= self.unit()).collect(),
            Quantity::Money(_) => vec![self.unit()],
            Quantity::Percent(_) | Quantity::Number(_) => (0..=MOST_DECIMALS)
                .filter_map(|decimals| self.unit().checked_mul(&Exact::new(1, 10_i128.checked_pow(decimals)?)))
                .collect(),
        };
        lengths.into_iter()
    }

    /// A value as a figure, in the spelling of the limits; none where it has more digits than a figure may.
    pub(super) fn quantity(&self, value: Exact) -> Option<Quantity> {
        let whole = |value: Exact| value.is_integer().then(|| value.to_integer());
        match &self.like {
            Quantity::Percent(_) => decimal(value * 100).map(|number| Quantity::Percent(Percent::new(number))),
            Quantity::Number(_) => decimal(value).map(Quantity::Number),
            Quantity::Money(money) => {
                let minor = i64::try_from(whole(value)?).ok()?;
                Some(Quantity::Money(Money { minor, ..*money }))
            }
            Quantity::Duration(time) => {
                let business = time.unit.is_business();
                let units = DurationUnit::ALL.into_iter().rev().filter(|unit| unit.is_business() == business);
                // In the unit of the limit if that fits, else in the longest that does.
                let known = std::iter::once(time.unit).chain(units).chain([DurationUnit::Millisecond]);
                known.into_iter().find_map(|unit| {
                    let one = measure(&Quantity::Duration(Duration::new(1, unit)));
                    let count = u32::try_from(whole(Some(one).filter(|one| !one.is_zero()).map(|one| value / one)?)?);
                    Some(Quantity::Duration(Duration::new(count.ok()?, unit)))
                })
            }
        }
    }
}

/// A value with as few decimals as it has; none where they do not end.
fn decimal(value: Exact) -> Option<Number> {
    (0..=MOST_DECIMALS).find_map(|decimals| {
        let scaled = value.checked_mul(&Exact::from_integer(10_i128.checked_pow(decimals)?))?;
        if scaled.is_integer() { Number::from_parts(scaled.to_integer(), decimals) } else { None }
    })
}

/// The longest that one cycle lasts, in milliseconds: with the hour that clocks are put back.
fn longest(cycle: Cycle) -> Option<Exact> {
    let Cycle::Each(unit) = cycle else { return None };
    let hour = 3_600_000;
    let days = |days: i128| Some(days * 24 * hour + hour);
    let length = match unit {
        CycleUnit::Hour => Some(hour),
        CycleUnit::Day => days(1),
        CycleUnit::Week => days(7),
        CycleUnit::Month | CycleUnit::ContractMonth => days(31),
        CycleUnit::Quarter => days(92),
        CycleUnit::Year | CycleUnit::ContractYear => days(366),
        CycleUnit::BillingMonth => None,
    };
    length.map(Exact::from_integer)
}
