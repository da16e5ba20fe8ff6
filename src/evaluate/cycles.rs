//! Calendar months, quarters, years and months of the contract: their dates and exact lengths.

use super::zone::ZoneRules;
use crate::model::{CycleUnit, Date};

/// Dates from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Span {
    /// The seconds from the beginning of the first day to the end of the last, in a zone: a month in
    /// which clocks change is an hour shorter or longer. None past the year 9999.
    pub fn seconds(&self, zone: &ZoneRules) -> Option<i64> {
        let end = zone.start_of(self.last.plus_days(1)?)?;
        Some(end.seconds() - zone.start_of(self.first)?.seconds())
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        self.first.days_until(self.last) + 1
    }
}

/// The cycle of this unit that contains a date, in an agreement that began on `effective`.
///
/// Months and years of the contract begin on the effective day of each month or year, or on the first
/// of the month after one that has no such day. None for hours, which are not dates, for billing
/// months, which the invoice tells, and for months of the contract before its beginning.
pub fn cycle(unit: CycleUnit, date: Date, effective: Date) -> Option<Span> {
    let month = |months: i64| {
        let months = i32::try_from(months).ok()?;
        Date::new(date.year(), 1, 1)?.plus_months(months)
    };
    let calendar = |first: Date, months: i32| Some(Span { first, last: first.plus_months(months)?.plus_days(-1)? });
    let index = i64::from(date.month()) - 1;
    match unit {
        CycleUnit::Hour | CycleUnit::BillingMonth => None,
        CycleUnit::Day => Some(Span { first: date, last: date }),
        CycleUnit::Week => {
            let first = date.plus_days(-(date.weekday() as i64))?;
            Some(Span { first, last: first.plus_days(6)? })
        }
        CycleUnit::Month => calendar(month(index)?, 1),
        CycleUnit::Quarter => calendar(month(index / 3 * 3)?, 3),
        CycleUnit::Year => calendar(month(0)?, 12),
        CycleUnit::ContractMonth => contract_cycle(1, date, effective),
        CycleUnit::ContractYear => contract_cycle(12, date, effective),
    }
}

/// The cycle that follows another one of the same unit.
pub fn next_cycle(unit: CycleUnit, span: Span, effective: Date) -> Option<Span> {
    cycle(unit, span.last.plus_days(1)?, effective)
}

fn contract_cycle(months: i32, date: Date, effective: Date) -> Option<Span> {
    if date < effective {
        return None;
    }
    let begins = |cycles: i32| {
        let same_day = effective.plus_months(cycles.checked_mul(months)?)?;
        if same_day.day() == effective.day() { Some(same_day) } else { same_day.plus_days(1) }
    };
    let passed = i32::from(date.year() - effective.year()) * 12 + i32::from(date.month() - effective.month());
    // The month of the date may have begun in the month before.
    let cycles = (passed / months - 1..=passed / months)
        .rev()
        .find(|cycles| begins(*cycles).is_some_and(|first| first <= date))?;
    Some(Span { first: begins(cycles)?, last: begins(cycles + 1)?.plus_days(-1)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn at(unit: CycleUnit, of: &str, effective: &str) -> String {
        let span = cycle(unit, date(of), date(effective)).unwrap();
        format!("{} to {}", span.first, span.last)
    }

    fn minutes(unit: CycleUnit, of: &str, zone: &str) -> i64 {
        let span = cycle(unit, date(of), date("2027-01-01")).unwrap();
        span.seconds(&ZoneRules::of(&zone.parse().unwrap())).unwrap() / 60
    }

    #[test]
    fn march_in_berlin_is_an_hour_short() {
        assert_eq!(minutes(CycleUnit::Month, "2027-03-15", "Europe/Berlin"), 44_580);
        assert_eq!(minutes(CycleUnit::Month, "2027-10-01", "Europe/Berlin"), 44_700);
        assert_eq!(minutes(CycleUnit::Month, "2027-03-31", "UTC"), 44_640);
        assert_eq!(minutes(CycleUnit::Quarter, "2027-02-28", "Europe/Berlin"), 90 * 1440 - 60);
        assert_eq!(minutes(CycleUnit::Year, "2028-07-01", "Europe/Berlin"), 366 * 1440);
    }

    #[test]
    fn cycles_of_the_calendar() {
        let any = "2027-01-01";
        assert_eq!(at(CycleUnit::Week, "2027-03-07", any), "2027-03-01 to 2027-03-07");
        assert_eq!(at(CycleUnit::Month, "2028-02-29", any), "2028-02-01 to 2028-02-29");
        assert_eq!(at(CycleUnit::Quarter, "2027-12-31", any), "2027-10-01 to 2027-12-31");
        assert_eq!(at(CycleUnit::Year, "2027-12-31", any), "2027-01-01 to 2027-12-31");
    }

    #[test]
    fn cycles_of_the_contract_join_and_do_not_drift() {
        let mut day = date("2027-01-31");
        let mut months = Vec::new();
        for _ in 0..4 {
            let span = cycle(CycleUnit::ContractMonth, day, date("2027-01-31")).unwrap();
            months.push(format!("{} to {}", span.first, span.last));
            day = span.last.plus_days(1).unwrap();
        }
        let expected = [
            "2027-01-31 to 2027-02-28",
            "2027-03-01 to 2027-03-30",
            "2027-03-31 to 2027-04-30",
            "2027-05-01 to 2027-05-30",
        ];
        assert_eq!(months, expected);
        assert_eq!(at(CycleUnit::ContractYear, "2028-03-14", "2027-03-15"), "2027-03-15 to 2028-03-14");
        assert_eq!(at(CycleUnit::ContractYear, "2028-03-15", "2027-03-15"), "2028-03-15 to 2029-03-14");
        assert_eq!(at(CycleUnit::ContractMonth, "2028-01-14", "2027-03-15"), "2027-12-15 to 2028-01-14");
        assert_eq!(cycle(CycleUnit::ContractMonth, date("2027-03-14"), date("2027-03-15")), None);
    }

    /// Every day lies in the cycle that is told for it, and cycles follow each other without a gap.
    #[test]
    fn every_day_has_its_cycle() {
        for effective in ["2027-01-29", "2027-01-30", "2027-01-31", "2027-02-28", "2028-02-29"] {
            for unit in [CycleUnit::ContractMonth, CycleUnit::ContractYear, CycleUnit::Quarter] {
                for days in 0..1500 {
                    let day = date(effective).plus_days(days).unwrap();
                    let span = cycle(unit, day, date(effective)).unwrap();
                    assert!(span.first <= day && day <= span.last, "{day} {unit:?} {span:?}");
                    let next = next_cycle(unit, span, date(effective)).unwrap();
                    assert_eq!(next.first, span.last.plus_days(1).unwrap(), "{day} {unit:?}");
                }
            }
        }
    }
}
