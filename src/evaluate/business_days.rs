//! Business days: dates on which a calendar opens, and the same local time on a later one.

use super::open_hours::{ClockError, OpenHours};
use super::zone::Instant;
use crate::model::Date;

/// A calendar that is closed for longer than this at a stretch never opens again, to all purposes.
const LONGEST_CLOSURE_DAYS: u32 = 366 * 10;

impl OpenHours {
    /// The nth business day after a date; before it where negative; the date itself for 0.
    ///
    /// # Errors
    /// Where nothing opens for ten years at a stretch.
    pub fn business_day(&self, date: Date, count: i32) -> Result<Date, ClockError> {
        let step = i64::from(count.signum());
        let (mut date, mut left, mut closed) = (date, count.unsigned_abs(), 0);
        while left > 0 {
            date = date.plus_days(step).ok_or(ClockError::TooFar)?;
            if self.is_business_day(date) {
                (left, closed) = (left - 1, 0);
            } else {
                closed += 1;
                if closed > LONGEST_CLOSURE_DAYS {
                    return Err(ClockError::NeverOpen);
                }
            }
        }
        Ok(date)
    }

    /// The end of a period of so many business days: the same local time on the nth next one.
    ///
    /// Outside of hours it begins at the next opening. Where the last day opens later or closes
    /// earlier than that local time, the period ends at its opening or its closing.
    ///
    /// # Errors
    /// Where nothing opens any more.
    pub fn plus_business_days(&self, from: Instant, count: u32) -> Result<Instant, ClockError> {
        let start = self.first_open(from)?;
        let local = self.zone().local(start).ok_or(ClockError::TooFar)?;
        // In an interval across midnight, the hours after it belong to the date before.
        let begun = |back: i64| {
            local.date.plus_days(-back).filter(|date| {
                let second = local.second + back * 86_400;
                self.windows(*date).iter().any(|window| (window.from..window.to).contains(&second))
            })
        };
        let (date, second) = match (begun(0), begun(1)) {
            (None, Some(before)) => (before, local.second + 86_400),
            _ => (local.date, local.second),
        };
        let count = i32::try_from(count).map_err(|_| ClockError::TooFar)?;
        let last = self.business_day(date, count)?;
        let windows = self.windows(last);
        let opening = windows.first().map_or(second, |window| window.from);
        let closing = windows.iter().map(|window| window.to).max().unwrap_or(second);
        self.zone().instant(last, second.clamp(opening, closing.max(opening))).ok_or(ClockError::TooFar)
    }
}
