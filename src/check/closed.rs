//! The times of a term in which nobody is there, with its public holidays.

use crate::evaluate::{AgreementHours, Deadline, Instant, OpenHours, Term, ZoneRules};
use crate::model::{Agreement, CalendarRef, Channel, ClockStart, Duration, Level, SupportTimes, TimesRow};

/// The clocks of an agreement over its first term.
pub(super) struct Days {
    hours: AgreementHours,
    first: Instant,
    end: Instant,
}

/// A time in which nobody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closed {
    /// The closing before it.
    pub(super) from: Instant,
    /// The next opening.
    pub(super) to: Instant,
}

impl Closed {
    /// How long it is, in seconds.
    pub(super) fn seconds(self) -> i64 {
        self.to.seconds() - self.from.seconds()
    }
}

impl Days {
    /// The days of the first term; none where its first day, or a holiday within it, is not known.
    pub(super) fn of(agreement: &Agreement) -> Option<Self> {
        let term = Term::of(&agreement.period)?;
        let hours = AgreementHours::new(agreement, term).ok()?;
        let first = hours.zone().start_of(term.first)?;
        let end = hours.zone().start_of(term.horizon().plus_days(1)?)?;
        Some(Self { hours, first, end })
    }

    /// The hours of some calendars; none where one of them is always open, or none of them is known.
    fn calendars<'a>(&'a self, named: impl Iterator<Item = &'a CalendarRef>) -> Option<Vec<&'a OpenHours>> {
        let hours: Vec<_> = named.map(|of| self.hours.calendar(of.name()?)).collect::<Option<_>>()?;
        (!hours.is_empty()).then_some(hours)
    }

    /// The times of the term in which all of these calendars are closed, in order.
    pub(super) fn closed<'a>(&'a self, named: impl Iterator<Item = &'a CalendarRef>) -> Vec<Closed> {
        let Some(hours) = self.calendars(named) else { return Vec::new() };
        let mut open: Vec<(Instant, Instant)> = hours.iter().flat_map(|of| of.term().intervals()).collect();
        open.sort_unstable();
        let mut closed = Vec::new();
        let mut last: Option<Instant> = None;
        for (from, to) in open {
            if let Some(closing) = last.filter(|closing| *closing < from && (self.first..self.end).contains(closing)) {
                closed.push(Closed { from: closing, to: from });
            }
            last = last.max(Some(to));
        }
        closed
    }

    /// The longest of these times in which the whole of a period passes that begins just before it, on this clock.
    pub(super) fn swallows(&self, closed: &[Closed], period: Duration, clock: &CalendarRef) -> Option<Closed> {
        let clock = self.hours.clock(clock, period.unit).ok()?;
        let passes = |time: &&Closed| {
            let due = clock.deadline(time.from.plus(-1), period, &[]);
            matches!(due, Ok(Deadline::At(due)) if due < time.to)
        };
        // The first of those that are equally long.
        closed.iter().filter(passes).copied().rev().max_by_key(|time| time.seconds())
    }

    /// A moment as the agreement's clocks show it: `2027-12-23 17:00`.
    pub(super) fn shown(&self, moment: Instant) -> String {
        shown(self.hours.zone(), moment)
    }
}

fn shown(zone: &ZoneRules, moment: Instant) -> String {
    zone.local(moment)
        .map_or_else(String::new, |local| format!("{} {:02}:{:02}", local.date, local.hour(), local.minute()))
}

/// The channels that take tickets of a row of times, where its clock starts with a ticket that reaches one.
pub(super) fn channels<'a>(
    agreement: &'a Agreement,
    level: &'a Level,
    times: &SupportTimes,
    row: &'a TimesRow,
) -> Vec<&'a Channel> {
    if !matches!(times.clock_starts, ClockStart::Reaches { .. }) {
        return Vec::new();
    }
    let takes = |channel: &&Channel| {
        let service = channel.services.is_empty()
            || channel.services.iter().any(|service| level.services.iter().any(|of| of.value == *service));
        let severity =
            channel.severities.is_empty() || channel.severities.iter().any(|of| of.value == row.severity.value);
        service && severity
    };
    agreement.channels.iter().filter(takes).collect()
}
