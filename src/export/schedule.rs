//! Calendars for tools that keep a zone, intervals of a week and whole days on which all is closed.

use std::collections::BTreeSet;

use super::hours::{DAY, Minutes, closed_dates, overnight, week};
use super::{Fit, Verdict};
use crate::model::{Calendar, Date};
use crate::policy::Policy;

/// The weekly hours of a calendar in minutes from 00:00 on Sunday, in order; each interval stays within a day.
pub(super) fn minutes_from_sunday(calendar: &Calendar) -> Vec<(u32, u32)> {
    let mut intervals = Vec::new();
    for (at, hours) in (0_u32..).zip(week(calendar)) {
        // Monday, the first of the list, is the second day of such a week.
        let start = (at + 1) % 7 * u32::from(DAY);
        intervals.extend(hours.iter().map(|(from, to)| (start + u32::from(*from), start + u32::from(*to))));
    }
    intervals.sort_unstable();
    intervals
}

/// The hours of a weekday for a tool that keeps one interval a day, Monday first: from the first opening to the last
/// closing. None where an interval goes on past midnight, so that a day would be open from its first minute to its last.
pub(super) fn one_interval_a_day(calendar: &Calendar) -> Option<[Option<Minutes>; 7]> {
    if overnight(calendar) {
        return None;
    }
    Some(week(calendar).map(|hours| Some((hours.first()?.0, hours.last()?.1))))
}

/// Whether a calendar closes and opens again on a day.
pub(super) fn has_breaks(calendar: &Calendar) -> bool {
    week(calendar).iter().any(|hours| hours.len() > 1)
}

/// Dates in a row on which a calendar is closed for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Closed {
    /// The first.
    pub(super) first: Date,
    /// The last; the first, where it is a single day.
    pub(super) last: Date,
    /// What is kept on them.
    pub(super) name: String,
}

/// When a calendar is closed beside its weekly hours, in order, each date once; as far as the policy is computed.
pub(super) fn closed(policy: &Policy, calendar: &Calendar) -> Vec<Closed> {
    let mut rows: Vec<Closed> = Vec::new();
    for (date, name) in closed_dates(policy, calendar).unwrap_or_default() {
        match rows.last_mut() {
            Some(row) if row.name == name && row.last.plus_days(1) == Some(date) => row.last = date,
            _ => rows.push(Closed { first: date, last: date, name }),
        }
    }
    rows
}

/// Judges the statements of calendars for a tool that keeps weekly intervals, a zone and whole closed days; `used` are
/// the calendars whose hours were written, `tool` is what it is called.
pub(super) fn judge_calendars(policy: &Policy, used: &BTreeSet<String>, tool: &str, fit: &mut Fit) {
    for calendar in &policy.agreement.calendars {
        let name = calendar.name.value.as_str();
        let at = |part: &'static str| ["calendars", name, part];
        if !used.contains(name) {
            let why = format!("no time that {tool} takes counts by this calendar");
            fit.rest(&["calendars", name], &Verdict::Dropped(why));
            continue;
        }
        let crosses = overnight(calendar);
        fit.exact(&at("zone"));
        for number in 1..=calendar.opening.len() {
            fit.exact(&["calendars", name, "opening", &number.to_string()]);
        }
        for number in 1..=calendar.exceptions.len() {
            let why = format!("{tool} has no hours for single dates: these have the hours of their weekday");
            fit.dropped(&["calendars", name, "exceptions", &number.to_string()], why);
        }
        let until = policy.computed.computed_until;
        let goes_on = policy.computed.last_day.is_none() || policy.agreement.period.renewal.is_some();
        let mut whole_days = |path: &[&str], recurs: bool, of_region: bool| match until {
            None => fit.dropped(path, "dates are listed once the first day of the agreement is known"),
            _ if crosses => {
                fit.approximated(
                    path,
                    "all of the date is closed, also the hours of an interval begun the evening before",
                );
            }
            Some(until) if goes_on && (recurs || of_region) => {
                fit.approximated(path, format!("the dates up to {until} are listed: export again for later ones"));
            }
            _ => fit.exact(path),
        };
        if !calendar.holidays.is_empty() {
            whole_days(&at("holidays"), false, true);
        }
        for (number, entry) in (1..).zip(&calendar.closed) {
            let number: u32 = number;
            whole_days(&["calendars", name, "closed", &number.to_string()], entry.each_year, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, Hours, Name, Opening, Origin, Weekday};

    /// Days with their hours: `09:00-12:00 13:00-17:00`.
    fn calendar(openings: &[(&[Weekday], &str)]) -> Calendar {
        let hours = |text: &str| {
            let (from, to) = text.split_once('-').unwrap();
            Hours { from: from.parse().unwrap(), to: to.parse().unwrap() }
        };
        let opening = |(days, intervals): &(&[Weekday], &str)| Opening {
            days: days.to_vec(),
            hours: intervals.split(' ').map(hours).collect(),
            origin: Origin::default(),
        };
        Calendar {
            name: At { value: Name::new("Hours"), origin: Origin::default() },
            zone: "Europe/Berlin".parse().unwrap(),
            opening: openings.iter().map(opening).collect(),
            exceptions: Vec::new(),
            holidays: Vec::new(),
            closed: Vec::new(),
        }
    }

    #[test]
    fn intervals_stay_within_days_and_weeks_begin_on_sunday() {
        use Weekday::{Mon, Sat, Tue};
        let intervals = minutes_from_sunday(&calendar(&[
            (&[Mon, Tue], "09:00-12:00 13:00-24:00"),
            (&[Sat], "22:00-02:00 21:00-23:00"),
        ]));
        let expected = [(0, 120), (1980, 2160), (2220, 2880), (3420, 3600), (3660, 4320), (9900, 10080)];
        assert_eq!(intervals, expected);
        let nights = minutes_from_sunday(&calendar(&[(&[Mon, Tue], "20:00-00:00")]));
        assert_eq!(nights, [(2640, 2880), (4080, 4320)]);
    }

    #[test]
    fn one_interval_a_day_has_the_breaks_in_it() {
        use Weekday::{Fri, Mon};
        let split = calendar(&[(&[Mon], "09:00-12:00 13:00-24:00"), (&[Fri], "08:00-12:00")]);
        let mut expected = [None; 7];
        (expected[0], expected[4]) = (Some((540, 1440)), Some((480, 720)));
        assert_eq!(one_interval_a_day(&split), Some(expected));
        assert!(has_breaks(&split));
        assert_eq!(one_interval_a_day(&calendar(&[(&[Mon], "20:00-02:00")])), None);
        assert!(!has_breaks(&calendar(&[(&[Mon], "08:00-12:00 12:00-17:00")])));
    }
}
