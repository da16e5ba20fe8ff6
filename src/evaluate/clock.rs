//! Clocks: how much time counts between two moments, and when a period ends.

use super::open_hours::{ClockError, OpenHours};
use super::zone::{Instant, ZoneRules};
use crate::model::{Duration, DurationUnit};

/// A clock that always runs, or runs while hours are open.
#[derive(Debug, Clone, Copy)]
pub enum Clock<'a> {
    /// All time counts.
    Elapsed(&'a ZoneRules),
    /// Only open time counts.
    Open(&'a OpenHours),
}

/// Time in which a clock stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it begins.
    pub from: Instant,
    /// When it ends; none: it lasts.
    pub to: Option<Instant>,
}

/// When a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// At this moment: what happens at or before it is in time.
    At(Instant),
    /// Not before the clock that stands still runs again.
    Paused,
}

impl Clock<'_> {
    /// The first moment at or after another at which the clock runs.
    ///
    /// # Errors
    /// Where it never runs again.
    pub fn starts(self, from: Instant) -> Result<Instant, ClockError> {
        match self {
            Self::Elapsed(_) => Ok(from),
            Self::Open(hours) => hours.first_open(from),
        }
    }

    /// The seconds that count between two moments, less those of the pauses. No second of overlapping
    /// pauses is taken off twice.
    ///
    /// # Errors
    /// Where the moments lie more than 200 years apart.
    pub fn elapsed(self, from: Instant, to: Instant, pauses: &[Pause]) -> Result<i64, ClockError> {
        let mut counted = self.seconds(from, to)?;
        for (start, end) in merged(pauses) {
            counted -= self.seconds(start.max(from), end.unwrap_or(to).min(to))?;
        }
        Ok(counted)
    }

    /// When a period that begins at a moment ends, if the clock stands still during the pauses.
    ///
    /// It begins when the clock first runs. Minutes and hours are those that the clock counts; days,
    /// weeks, months and years end at the same local time; business days at the same local time of a
    /// later business day. A pause moves the end by as much as would have counted during it; one that
    /// begins at the end or after it moves nothing.
    ///
    /// # Errors
    /// Where business time has no calendar, or the calendar never opens long enough.
    pub fn deadline(self, from: Instant, period: Duration, pauses: &[Pause]) -> Result<Deadline, ClockError> {
        let start = self.starts(from)?;
        let mut end = self.end(start, period)?;
        for (paused, resumed) in merged(pauses) {
            if paused >= end {
                break;
            }
            let Some(resumed) = resumed else { return Ok(Deadline::Paused) };
            let lost = self.seconds(paused.max(start), resumed)?;
            end = self.after(end, lost)?;
        }
        Ok(Deadline::At(end))
    }

    fn end(self, start: Instant, period: Duration) -> Result<Instant, ClockError> {
        if period.unit.is_business() && matches!(self, Self::Elapsed(_)) {
            return Err(ClockError::NoCalendar);
        }
        let count = i64::from(period.count);
        if let Some(milliseconds) = period.milliseconds() {
            let seconds = i64::try_from(milliseconds.div_ceil(1000)).map_err(|_| ClockError::TooFar)?;
            return self.after(start, seconds);
        }
        if let (DurationUnit::BusinessDay, Self::Open(hours)) = (period.unit, self) {
            return hours.plus_business_days(start, period.count);
        }
        let local = self.zone().local(start).ok_or(ClockError::TooFar)?;
        let months = |each: u32| period.count.checked_mul(each).and_then(|months| i32::try_from(months).ok());
        let date = match period.unit {
            DurationUnit::Week => local.date.plus_days(count * 7),
            DurationUnit::Month => months(1).and_then(|months| local.date.plus_months(months)),
            DurationUnit::Year => months(12).and_then(|months| local.date.plus_months(months)),
            _ => local.date.plus_days(count),
        };
        date.and_then(|date| self.zone().instant(date, local.second)).ok_or(ClockError::TooFar)
    }

    fn zone(&self) -> &ZoneRules {
        match self {
            Self::Elapsed(zone) => zone,
            Self::Open(hours) => hours.zone(),
        }
    }

    fn seconds(self, from: Instant, to: Instant) -> Result<i64, ClockError> {
        match self {
            Self::Elapsed(_) => Ok(to.seconds().saturating_sub(from.seconds()).max(0)),
            Self::Open(hours) => hours.open_seconds(from, to),
        }
    }

    fn after(self, from: Instant, seconds: i64) -> Result<Instant, ClockError> {
        match self {
            Self::Elapsed(_) => Ok(from.plus(seconds)),
            Self::Open(hours) => hours.after(from, seconds),
        }
    }
}

/// Pauses in order of time, those that overlap or touch as one; an end of none lasts.
fn merged(pauses: &[Pause]) -> Vec<(Instant, Option<Instant>)> {
    let mut sorted: Vec<_> = pauses.iter().filter(|pause| pause.to.is_none_or(|to| to > pause.from)).collect();
    sorted.sort_by_key(|pause| pause.from);
    let mut merged: Vec<(Instant, Option<Instant>)> = Vec::new();
    for pause in sorted {
        match merged.last_mut() {
            Some((_, end)) if end.is_none_or(|end| end >= pause.from) => {
                *end = end.zip(pause.to).map(|(one, other)| one.max(other));
            }
            _ => merged.push((pause.from, pause.to)),
        }
    }
    merged
}
