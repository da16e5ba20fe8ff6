//! The first term of an agreement, and lengths of time from date to date.

use super::open_hours::{ClockError, OpenHours};
use crate::model::{Date, Duration, DurationUnit, Effective, Length, Period};

/// How far ahead an agreement without an end is looked at, in months.
pub const OPEN_TERM_MONTHS: i32 = 24;

/// The first term of an agreement, before it renews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub first: Date,
    /// The last day; none where it lasts until somebody ends it.
    pub last: Option<Date>,
}

impl Term {
    /// The first term of a period; none where it begins on a day that is not known yet.
    pub fn of(period: &Period) -> Option<Self> {
        let Effective::On(first) = period.effective.value else { return None };
        let last = match &period.length.value {
            Length::For(length) => last_day(first, *length),
            Length::Until(last) => Some(*last),
            Length::UntilTerminated | Length::While(_) => None,
        };
        Some(Self { first, last })
    }

    /// The last day, or the last of [`OPEN_TERM_MONTHS`] months where there is none.
    pub fn horizon(&self) -> Date {
        let months = Duration::new(OPEN_TERM_MONTHS.unsigned_abs(), DurationUnit::Month);
        self.last.or_else(|| last_day(self.first, months)).unwrap_or(self.first)
    }

    /// Whether a date lies in the term, or after its beginning where it has no end.
    pub fn contains(&self, date: Date) -> bool {
        self.first <= date && self.last.is_none_or(|last| date <= last)
    }
}

/// The last day of a length that begins with the first moment of a date.
///
/// Months and years end on the day before the same day of a later month; in a month without that day,
/// on its last: 12 months from 1 January end on 31 December, one month from 31 January ends on
/// 28 February. None for hours and for business days, which do not make whole dates.
pub fn last_day(first: Date, length: Duration) -> Option<Date> {
    let months = match length.unit {
        DurationUnit::Day => return first.plus_days(i64::from(length.count) - 1),
        DurationUnit::Week => return first.plus_days(i64::from(length.count) * 7 - 1),
        DurationUnit::Month => length.count,
        DurationUnit::Year => length.count.checked_mul(12)?,
        _ => return None,
    };
    let same_day = first.plus_months(i32::try_from(months).ok()?)?;
    // A month without that day already ends with the date that `plus_months` gives.
    if same_day.day() == first.day() { same_day.plus_days(-1) } else { Some(same_day) }
}

/// The last day on which something with a time to run is done in time, if it must be done within
/// `length` after a date: the day after it is the first.
///
/// # Errors
/// Business days without a calendar, or with one that no longer opens; business hours, which end within
/// a day.
pub fn last_day_after(date: Date, length: Duration, business: Option<&OpenHours>) -> Result<Date, ClockError> {
    let moved = match length.unit {
        DurationUnit::Day => date.plus_days(length.count.into()),
        DurationUnit::Week => date.plus_days(i64::from(length.count) * 7),
        DurationUnit::Month => i32::try_from(length.count).ok().and_then(|months| date.plus_months(months)),
        DurationUnit::Year => {
            i32::try_from(length.count).ok().and_then(|years| date.plus_months(years.checked_mul(12)?))
        }
        DurationUnit::BusinessDay => {
            let days = i32::try_from(length.count).map_err(|_| ClockError::TooFar)?;
            return business.ok_or(ClockError::NoCalendar)?.business_day(date, days);
        }
        DurationUnit::BusinessHour | DurationUnit::BusinessMinute => return Err(ClockError::NoCalendar),
        DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second | DurationUnit::Millisecond => {
            date.plus_days(started_days(length))
        }
    };
    moved.ok_or(ClockError::TooFar)
}

/// The last day for a notice that must be given `length` before a term has ended: the whole length,
/// in full days, lies between the day of the notice and the end of the last day.
///
/// # Errors
/// Business days without a calendar, or with one that does not open; business hours.
pub fn last_day_before_end(last: Date, length: Duration, business: Option<&OpenHours>) -> Result<Date, ClockError> {
    let end = last.plus_days(1).ok_or(ClockError::TooFar)?;
    let back = |months: u32| i32::try_from(months).ok().and_then(|months| end.plus_months(-months));
    let begins = match length.unit {
        DurationUnit::Week => end.plus_days(-7 * i64::from(length.count)),
        DurationUnit::Month => back(length.count),
        DurationUnit::Year => length.count.checked_mul(12).and_then(back),
        DurationUnit::BusinessDay => {
            let days = i32::try_from(length.count).map_err(|_| ClockError::TooFar)?;
            Some(business.ok_or(ClockError::NoCalendar)?.business_day(end, -days)?)
        }
        DurationUnit::BusinessHour | DurationUnit::BusinessMinute => return Err(ClockError::NoCalendar),
        DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second | DurationUnit::Millisecond => {
            end.plus_days(-started_days(length))
        }
        DurationUnit::Day => end.plus_days(-i64::from(length.count)),
    };
    begins.and_then(|date| date.plus_days(-1)).ok_or(ClockError::TooFar)
}

/// The days that elapsed hours reach into, counted from the end of a day.
fn started_days(length: Duration) -> i64 {
    let days = length.milliseconds().unwrap_or(0).div_ceil(86_400_000);
    i64::try_from(days).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn last(first: &str, length: &str) -> String {
        last_day(date(first), length.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn lengths_run_from_date_to_date() {
        assert_eq!(last("2027-01-01", "12 months"), "2027-12-31");
        assert_eq!(last("2027-03-15", "12 months"), "2028-03-14");
        assert_eq!(last("2028-02-29", "1 year"), "2029-02-28");
        assert_eq!(last("2027-01-31", "1 month"), "2027-02-28");
        assert_eq!(last("2027-01-30", "1 month"), "2027-02-28");
        assert_eq!(last("2027-01-29", "1 month"), "2027-02-28");
        assert_eq!(last("2027-01-28", "1 month"), "2027-02-27");
        assert_eq!(last("2027-01-01", "30 days"), "2027-01-30");
        assert_eq!(last("2027-01-01", "2 weeks"), "2027-01-14");
        assert_eq!(last_day(date("2027-01-01"), "5 business days".parse().unwrap()), None);
    }

    #[test]
    fn a_notice_leaves_the_whole_time() {
        let notice = |length: &str| {
            last_day_before_end(date("2027-12-31"), length.parse().unwrap(), None).map(|date| date.to_string())
        };
        assert_eq!(notice("60 days").unwrap(), "2027-11-01");
        assert_eq!(notice("3 months").unwrap(), "2027-09-30");
        assert_eq!(notice("1 year").unwrap(), "2026-12-31");
        assert_eq!(notice("5 business days"), Err(ClockError::NoCalendar));
    }

    #[test]
    fn time_after_a_date_begins_with_the_next_day() {
        let after =
            |length: &str| last_day_after(date("2027-01-31"), length.parse().unwrap(), None).unwrap().to_string();
        assert_eq!(after("30 days"), "2027-03-02");
        assert_eq!(after("1 month"), "2027-02-28");
        assert_eq!(after("24 hours"), "2027-02-01");
    }
}
