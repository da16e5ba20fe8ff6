//! The time that exposure is computed for, with its cycles.

use crate::evaluate::cycles::{self, Span};
use crate::evaluate::term::{Term, last_day};
use crate::model::{Cycle, CycleUnit, Date, Duration, DurationUnit, Length, PartialMonths, Period};

/// How long an agreement is looked at that has no end of its own, in months.
const OPEN_MONTHS: u32 = 12;

/// The time that exposure is computed for: the first term, or 12 months where the agreement sets no end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Whether the first day is known; else it is any day that begins a year.
    pub dated: bool,
    /// Whether the agreement sets its end.
    pub ends: bool,
    /// How many months it has, where it has whole ones.
    pub whole_months: Option<u32>,
}

impl Horizon {
    /// The time for a period.
    pub fn of(period: &Period) -> Self {
        let known = Term::of(period);
        let first = known.map_or_else(any_first, |term| term.first);
        let open = Duration::new(OPEN_MONTHS, DurationUnit::Month);
        let (last, ends) = match &period.length.value {
            Length::For(length) => (last_day(first, *length), true),
            Length::Until(last) if known.is_some() => (Some(*last), true),
            Length::Until(_) | Length::UntilTerminated | Length::While(_) => (last_day(first, open), false),
        };
        let last = last.filter(|last| *last >= first).unwrap_or(first);
        let months = (1..=1200).map(|count| (count, last_day(first, Duration::new(count, DurationUnit::Month))));
        let mut fitting = months.take_while(|(_, end)| end.is_some_and(|end| end <= last));
        let whole_months = fitting.find(|(_, end)| *end == Some(last)).map(|(count, _)| count);
        Self { first, last, dated: known.is_some(), ends, whole_months }
    }

    /// The calendar months that it reaches into.
    pub(super) fn months(&self) -> Vec<Span> {
        self.each(CycleUnit::Month, PartialMonths::Whole)
    }

    /// The times for which a level with this cycle is judged; none where that cannot be told as dates.
    pub(super) fn judged(&self, cycle: Cycle, partial: PartialMonths) -> Option<Vec<Span>> {
        match cycle {
            Cycle::Each(CycleUnit::Hour) | Cycle::Rolling(_) => None,
            Cycle::Each(unit) => Some(self.each(unit, partial)),
            Cycle::Period => Some(vec![Span { first: self.first, last: self.last }]),
        }
    }

    /// The cycle of a unit that a date lies in. Billing months are taken to begin with the agreement.
    pub(super) fn cycle(&self, unit: CycleUnit, date: Date) -> Option<Span> {
        let unit = if unit == CycleUnit::BillingMonth { CycleUnit::ContractMonth } else { unit };
        cycles::cycle(unit, date, self.first)
    }

    fn each(&self, unit: CycleUnit, partial: PartialMonths) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut next = self.cycle(unit, self.first);
        while let Some(span) = next.filter(|span| span.first <= self.last) {
            let whole = span.first >= self.first && span.last <= self.last;
            match partial {
                PartialMonths::NotCounted if !whole => {}
                PartialMonths::Whole => spans.push(span),
                _ => spans.push(Span { first: span.first.max(self.first), last: span.last.min(self.last) }),
            }
            next = span.last.plus_days(1).and_then(|date| self.cycle(unit, date));
        }
        spans
    }
}

/// The first day of an agreement that does not know its own: of a year without a leap day.
fn any_first() -> Date {
    Date::new(2027, 1, 1).unwrap_or_else(|| unreachable!("a date"))
}
