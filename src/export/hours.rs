//! Calendars as tools take them: open minutes of each weekday, and dates that are closed.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::outages::without;
use crate::evaluate::{Term, ZoneRules};
use crate::model::{Calendar, Date, Hours, Weekday, Zone};
use crate::policy::Policy;

/// Minutes in a day.
pub(super) const DAY: u16 = 1440;

/// Minutes of a day from 00:00, the end exclusive and at most 1,440.
pub(super) type Minutes = (u16, u16);

/// The open minutes of each weekday, Monday first; in order and disjoint. What goes on after midnight belongs to the
/// next weekday here, as tools have it.
pub(super) fn week(calendar: &Calendar) -> [Vec<Minutes>; 7] {
    let mut week: [Vec<Minutes>; 7] = Default::default();
    for opening in &calendar.opening {
        for &day in &opening.days {
            for &hours in &opening.hours {
                let (from, to) = span(hours);
                week[day as usize].push((from, to.min(DAY)));
                if to > DAY {
                    week[(day as usize + 1) % 7].push((0, to - DAY));
                }
            }
        }
    }
    week.map(merged)
}

/// An interval in minutes from the 00:00 that it begins after; past 1,440 on the next day.
pub(super) fn span(hours: Hours) -> Minutes {
    let (from, to) = (hours.from.minutes(), hours.to.minutes());
    (from, if to <= from { to + DAY } else { to })
}

fn merged(mut spans: Vec<Minutes>) -> Vec<Minutes> {
    spans.sort_unstable();
    let mut merged: Vec<Minutes> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(to),
            None => merged.push((from, to)),
        }
    }
    merged
}

/// Whether an interval goes on past midnight, so that a closed date and the date it begins on are two things.
pub(super) fn overnight(calendar: &Calendar) -> bool {
    calendar.opening.iter().flat_map(|opening| &opening.hours).any(|&hours| span(hours).1 > DAY)
}

/// The dates of the term on which a calendar is closed, each with its name; but for those with hours of their own.
///
/// None where the agreement's first day is not known yet.
pub(super) fn closed_dates(policy: &Policy, calendar: &Calendar) -> Option<BTreeMap<Date, String>> {
    let term = Term::of(&policy.agreement.period)?;
    let mut closed = BTreeMap::new();
    let horizon = term.horizon();
    for entry in &calendar.closed {
        let (from, to) = (entry.dates.from, entry.dates.to);
        let years = if entry.each_year { term.first.year() - 1..=horizon.year() } else { from.year()..=from.year() };
        for year in years.filter(|year| *year >= from.year()) {
            let months = i32::from(year - from.year()) * 12;
            let mut next = from.plus_months(months);
            let last = to.plus_months(months);
            while let Some(date) = next.filter(|date| last.is_some_and(|last| *date <= last)) {
                closed.insert(date, "closed".to_owned());
                next = date.plus_days(1);
            }
        }
    }
    let holidays = policy.computed.holidays.iter().filter(|holiday| holiday.calendar == calendar.name.value);
    closed.extend(holidays.map(|holiday| (holiday.date, holiday.name.clone())));
    let own = |date: &Date| calendar.exceptions.iter().any(|exception| exception.holds_on(*date, true));
    closed.retain(|date, _| (term.first..=horizon).contains(date) && !own(date));
    Some(closed)
}

/// Whether the clocks of a zone change between two dates.
pub(super) fn clocks_change(zone: &Zone, from: Date, to: Date) -> bool {
    let rules = ZoneRules::of(zone);
    let mut next = Some(from);
    while let Some(date) = next.filter(|date| *date <= to) {
        let length = rules.instant(date, 86_400).zip(rules.start_of(date));
        if length.is_some_and(|(end, start)| end.seconds() - start.seconds() != 86_400) {
            return true;
        }
        next = date.plus_days(1);
    }
    false
}

/// The name of a weekday in English: `Monday`.
pub(super) fn weekday(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day as usize]
}

/// A time of day: `09:30`; the end of the day is `24:00`.
pub(super) fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A date whose hours are not those of its weekday. Minutes count from its 00:00, and past 1,440 on the next date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Differs {
    /// The date.
    pub(super) date: Date,
    /// Why: the holiday's name, or `closed`, or `other hours`.
    pub(super) name: String,
    /// Hours of the weekday that it does not have.
    pub(super) less: Vec<(i64, i64)>,
    /// Hours that it has beside those of the weekday.
    pub(super) more: Vec<(i64, i64)>,
}

/// The dates of the term that differ from their weekday, in order; none where the first day is not known yet.
pub(super) fn differing(policy: &Policy, calendar: &Calendar) -> Option<Vec<Differs>> {
    let closed = closed_dates(policy, calendar)?;
    let closed: BTreeSet<Date> = closed.into_keys().collect();
    let mut own: BTreeMap<Date, (String, Vec<(i64, i64)>)> =
        closed_dates(policy, calendar)?.into_iter().map(|(date, name)| (date, (name, Vec::new()))).collect();
    let term = Term::of(&policy.agreement.period)?;
    for exception in &calendar.exceptions {
        let hours: Vec<(i64, i64)> = exception.hours.iter().map(|&hours| wide(span(hours))).collect();
        for range in &exception.dates {
            let mut next = Some(range.from.max(term.first));
            while let Some(date) = next.filter(|date| *date <= range.to.min(term.horizon())) {
                next = date.plus_days(1);
                if !exception.holds_on(date, closed.contains(&date)) {
                    continue;
                }
                own.insert(date, ("other hours".to_owned(), hours.clone()));
            }
        }
    }
    let differs = own.into_iter().map(|(date, (name, hours))| {
        let weekly = beginning(calendar, date.weekday());
        Differs { date, name, less: without(&weekly, &hours), more: without(&hours, &weekly) }
    });
    Some(differs.filter(|differs| !differs.less.is_empty() || !differs.more.is_empty()).collect())
}

/// The weekly intervals that begin on a weekday.
fn beginning(calendar: &Calendar, day: Weekday) -> Vec<(i64, i64)> {
    let openings = calendar.opening.iter().filter(|opening| opening.days.contains(&day));
    openings.flat_map(|opening| &opening.hours).map(|&hours| wide(span(hours))).collect()
}

fn wide((from, to): Minutes) -> (i64, i64) {
    (i64::from(from), i64::from(to))
}
