//! Lengths of time for tools that only count seconds, elapsed or open.

use super::hours::{clocks_change, week};
use crate::evaluate::Term;
use crate::model::{Agreement, Calendar, CalendarRef, Duration, DurationUnit};

const DAY: u64 = 86_400;

/// A length of time, in seconds of its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted<'a> {
    /// How many seconds; for business days the open seconds of the shortest day, times the days.
    pub(super) seconds: u64,
    /// Which seconds count.
    pub(super) clock: Clock<'a>,
    /// How it differs from what the agreement says, if it does: lower case, no full stop.
    pub(super) near: Option<String>,
}

/// Which seconds count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock<'a> {
    /// All.
    Elapsed,
    /// Those in which a calendar is open.
    Open(&'a Calendar),
    /// Whole days of a calendar: it ends at the same local time of a later business day, so that what begins at
    /// opening time ends at an opening time.
    BusinessDays(&'a Calendar),
    /// All, from the first moment at which a calendar is open.
    AfterOpening(&'a Calendar),
}

/// A length of time on a clock of the agreement.
///
/// # Errors
/// Why it cannot be counted: lower case, no full stop.
pub(super) fn counted<'a>(
    agreement: &'a Agreement,
    length: Duration,
    clock: &CalendarRef,
) -> Result<Counted<'a>, String> {
    let business_days = || agreement.heading.business_days.as_ref();
    let named = clock.name().or_else(|| business_days().filter(|_| length.unit.is_business()));
    let calendar = named.and_then(|name| agreement.calendar(name));
    if let Some(milliseconds) = length.milliseconds() {
        let clock = calendar.map_or(Clock::Elapsed, Clock::Open);
        return Ok(Counted { seconds: milliseconds.div_ceil(1000), clock, near: None });
    }
    let count = u64::from(length.count);
    if length.unit == DurationUnit::BusinessDay {
        let calendar = calendar.ok_or("there is no calendar to count business days by")?;
        let days = week(calendar).map(|day| day.iter().map(|(from, to)| u64::from(to - from) * 60).sum::<u64>());
        let open = || days.iter().copied().filter(|seconds| *seconds > 0);
        let shortest = open().min().ok_or("the calendar has no weekly hours")?;
        let near = days_differ(calendar)
            .then(|| format!("a business day counts {}, the hours of the shortest one", words(shortest)));
        let clock = if near.is_some() { Clock::Open(calendar) } else { Clock::BusinessDays(calendar) };
        return Ok(Counted { seconds: count * shortest, clock, near });
    }
    let (days, near) = match length.unit {
        DurationUnit::Month => (28, Some("a month counts 28 days, the fewest that one has")),
        DurationUnit::Year => (365, Some("a year counts 365 days, the fewest that one has")),
        DurationUnit::Week => (7, None),
        _ => (1, None),
    };
    let zone = calendar.map_or(&agreement.heading.zone, |calendar| &calendar.zone);
    let changes = Term::of(&agreement.period).is_none_or(|term| clocks_change(zone, term.first, term.horizon()));
    let near = near.or(changes.then_some("a day counts 24 hours: it ends an hour off where the clocks change in it"));
    let clock = calendar.map_or(Clock::Elapsed, Clock::AfterOpening);
    Ok(Counted { seconds: count * days * DAY, clock, near: near.map(str::to_owned) })
}

/// Whether the hours of open weekdays are not all the same, so that the same local time of a later day is not
/// always so many open hours later.
fn days_differ(calendar: &Calendar) -> bool {
    let mut days = week(calendar).into_iter().filter(|day| !day.is_empty());
    let first = days.next();
    super::hours::overnight(calendar) || days.any(|day| Some(day) != first)
}

/// `8 hours`, `7 hours 30 minutes`.
fn words(seconds: u64) -> String {
    let count = |count: u64, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    match (seconds / 3600, seconds / 60 % 60) {
        (0, minutes) => count(minutes, "minute"),
        (hours, 0) => count(hours, "hour"),
        (hours, minutes) => format!("{} {}", count(hours, "hour"), count(minutes, "minute")),
    }
}
