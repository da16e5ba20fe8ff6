//! A calendar with its closed dates filled in: what is open when, in moments.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::holidays::{Region, YearsUnknown};
use super::open_time::OpenTime;
use super::zone::{Instant, ZoneRules};
use crate::model::{Calendar, Date, Hours, TimeOfDay, Zone};

const DAY: i64 = 86_400;
/// No deadline of an agreement lies further ahead; a search ends here in place of running on.
const FURTHEST_DAYS: i64 = 366 * 200;

/// Why a moment cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockError {
    /// The calendar never opens again.
    NeverOpen,
    /// The moment lies more than 200 years ahead.
    TooFar,
    /// Business time without a calendar to count it by.
    NoCalendar,
}

impl fmt::Display for ClockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverOpen => "the calendar never opens again, so that the time never ends",
            Self::TooFar => "the time ends more than 200 years ahead",
            Self::NoCalendar => "business time needs a calendar to count by",
        })
    }
}

impl std::error::Error for ClockError {}

/// An interval of wall time, in seconds from 00:00 of the date on which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Window {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl From<Hours> for Window {
    fn from(hours: Hours) -> Self {
        let from = i64::from(hours.from.minutes()) * 60;
        let to = i64::from(hours.to.minutes()) * 60;
        Self { from, to: if to <= from { to + DAY } else { to } }
    }
}

/// When a calendar is open, with the public holidays of a range of dates.
///
/// An interval belongs to the date on which it begins: a closed date closes what begins on it, also
/// after midnight, and leaves open what began on the evening before. Hours that are given for a single
/// date stand in place of the weekly hours, also on a holiday; those for weekdays of a season leave it closed. Wall times become moments by the rule
/// of [`ZoneRules::instant`], so that hours that touch a change of clocks are as long as they last.
#[derive(Debug, Clone)]
pub struct OpenHours {
    zone: ZoneRules,
    week: [Vec<Window>; 7],
    /// Dates that differ from their weekday; closed where empty.
    dates: BTreeMap<Date, Vec<Window>>,
    /// Open time of the dates it was made for, computed once.
    term: OpenTime,
}

impl OpenHours {
    /// The hours of a calendar, with the public holidays between two dates (both included).
    ///
    /// Outside of these dates it goes on by its weekly hours, without holidays.
    ///
    /// # Errors
    /// Where the holidays of these years are not known. A region that is not known has none.
    pub fn new(calendar: &Calendar, from: Date, to: Date) -> Result<Self, YearsUnknown> {
        let mut closed = BTreeSet::new();
        for region in calendar.holidays.iter().filter_map(|region| Region::parse(region.as_str())) {
            closed.extend(region.holidays(from, to)?.into_iter().map(|holiday| holiday.date));
        }
        for entry in &calendar.closed {
            let first = entry.dates.from;
            // Dates that recur may have begun in the year before the first.
            let earliest = first.year().max(from.year() - 1);
            let years = if entry.each_year { earliest..=to.year() } else { first.year()..=first.year() };
            for year in years {
                let moved = |date: Date| date.plus_months(i32::from(year - first.year()) * 12);
                if let (Some(first), Some(last)) = (moved(entry.dates.from), moved(entry.dates.to)) {
                    closed.extend(dates_between(first, last));
                }
            }
        }
        let mut dates: BTreeMap<Date, Vec<Window>> = closed.iter().map(|date| (*date, Vec::new())).collect();
        for exception in &calendar.exceptions {
            let windows: Vec<Window> = exception.hours.iter().copied().map(Window::from).collect();
            let ranges = exception.dates.iter().flat_map(|range| dates_between(range.from, range.to));
            let own = ranges.filter(|date| exception.holds_on(*date, closed.contains(date)));
            dates.extend(own.map(|date| (date, windows.clone())));
        }
        let mut week: [Vec<Window>; 7] = Default::default();
        for opening in &calendar.opening {
            for day in &opening.days {
                week[*day as usize].extend(opening.hours.iter().copied().map(Window::from));
            }
        }
        Ok(Self::from_parts(&calendar.zone, week, dates, from, to))
    }

    /// All hours of all days: `24x7`.
    pub fn always(zone: &Zone, from: Date, to: Date) -> Self {
        let day = vec![Window { from: 0, to: DAY }];
        Self::from_parts(zone, std::array::from_fn(|_| day.clone()), BTreeMap::new(), from, to)
    }

    fn from_parts(
        zone: &Zone,
        week: [Vec<Window>; 7],
        dates: BTreeMap<Date, Vec<Window>>,
        from: Date,
        to: Date,
    ) -> Self {
        let mut hours = Self { zone: ZoneRules::of(zone), week, dates, term: OpenTime::default() };
        for windows in hours.week.iter_mut().chain(hours.dates.values_mut()) {
            windows.sort();
        }
        hours.term = OpenTime::new(&hours, from, to);
        hours
    }

    /// The zone of its wall times.
    pub fn zone(&self) -> &ZoneRules {
        &self.zone
    }

    /// The open time of the dates it was made for.
    pub fn term(&self) -> &OpenTime {
        &self.term
    }

    /// What begins on a date, in order.
    pub(super) fn windows(&self, date: Date) -> &[Window] {
        self.dates.get(&date).unwrap_or(&self.week[date.weekday() as usize])
    }

    /// Whether a date is a business day: whether anything opens on it.
    pub fn is_business_day(&self, date: Date) -> bool {
        !self.windows(date).is_empty()
    }

    /// Whether it is open at a moment.
    pub fn is_open(&self, moment: Instant) -> bool {
        self.first_open(moment) == Ok(moment)
    }

    /// The open seconds between two moments; 0 where the second is not later.
    ///
    /// # Errors
    /// [`ClockError::TooFar`] where they lie more than 200 years apart.
    pub fn open_seconds(&self, from: Instant, to: Instant) -> Result<i64, ClockError> {
        if to <= from {
            return Ok(0);
        }
        if self.term.covers(from) && self.term.covers(to) {
            return Ok(self.term.until(to) - self.term.until(from));
        }
        let (first, last) = (self.date_of(from)?, self.date_of(to)?);
        if first.days_until(last) > FURTHEST_DAYS {
            return Err(ClockError::TooFar);
        }
        let time = OpenTime::new(self, first, last);
        Ok(time.until(to) - time.until(from))
    }

    /// The first moment at which so many seconds have been open since `from`; `from` itself for none.
    ///
    /// Time that ends with closing time ends there, not at the next opening.
    ///
    /// # Errors
    /// Where it never opens long enough, or only more than 200 years ahead.
    pub fn after(&self, from: Instant, seconds: i64) -> Result<Instant, ClockError> {
        if seconds <= 0 {
            return Ok(from);
        }
        self.search(from, seconds, |time| time.reaching(time.until(from).checked_add(seconds)?))
    }

    /// The first open moment at or after `from`.
    ///
    /// # Errors
    /// Where it never opens again.
    pub fn first_open(&self, from: Instant) -> Result<Instant, ClockError> {
        self.search(from, 1, |time| time.first_open(from))
    }

    /// When the time of something begins that is received at `from`: at the next opening, and with a time of day after
    /// which it counts as the next business day, at that day's first opening.
    ///
    /// # Errors
    /// Where it never opens again.
    pub fn begin(&self, from: Instant, cut_off: Option<TimeOfDay>) -> Result<Instant, ClockError> {
        let local = self.zone.local(from).ok_or(ClockError::TooFar)?;
        let late = cut_off.is_some_and(|time| local.second > i64::from(time.minutes()) * 60);
        if !late || !self.is_business_day(local.date) {
            return self.first_open(from);
        }
        let next = local.date.plus_days(1).and_then(|next| self.zone.start_of(next)).ok_or(ClockError::TooFar)?;
        // Hours that cross midnight belong to the day before: the next business day has an opening of its own.
        let mut opening = self.first_open(next)?;
        while self.windows(self.date_of(opening)?).is_empty() {
            let after = self.date_of(opening)?.plus_days(1).and_then(|day| self.zone.start_of(day));
            opening = self.first_open(after.ok_or(ClockError::TooFar)?)?;
        }
        let day = self.date_of(opening)?;
        let first = self.windows(day).first().map_or(0, |window| window.from);
        self.zone.instant(day, first).ok_or(ClockError::TooFar)
    }

    /// Looks in the term, then ever further ahead.
    fn search(
        &self,
        from: Instant,
        seconds: i64,
        find: impl Fn(&OpenTime) -> Option<Instant>,
    ) -> Result<Instant, ClockError> {
        if self.term.covers(from)
            && let Some(found) = find(&self.term)
        {
            return Ok(found);
        }
        let start = self.date_of(from)?;
        let weekly: i64 = self.week.iter().flatten().map(|window| window.to - window.from).sum();
        let last_date = self.dates.keys().next_back().map_or(0, |last| start.days_until(*last) + 1);
        let mut days = if weekly == 0 { last_date } else { (seconds / weekly + 2).saturating_mul(7) };
        loop {
            if days > FURTHEST_DAYS {
                return Err(ClockError::TooFar);
            }
            let end = start.plus_days(days.max(0)).ok_or(ClockError::TooFar)?;
            if let Some(found) = find(&OpenTime::new(self, start, end)) {
                return Ok(found);
            }
            if weekly == 0 {
                return Err(ClockError::NeverOpen);
            }
            days *= 2;
        }
    }

    /// The date on its wall calendar at a moment.
    pub(super) fn date_of(&self, moment: Instant) -> Result<Date, ClockError> {
        self.zone.local(moment).map(|local| local.date).ok_or(ClockError::TooFar)
    }
}

/// All dates from the first to the last, both included.
fn dates_between(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let days = first.days_until(last).clamp(-1, FURTHEST_DAYS);
    (0..=days).filter_map(move |day| first.plus_days(day))
}
