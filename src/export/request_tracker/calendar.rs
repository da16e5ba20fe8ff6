//! Calendars as `Business::Hours` reads them: a start, an end and breaks each weekday, and holidays.

use std::fmt::Write as _;

use super::super::hours::{DAY, Minutes, clock, clocks_change, closed_dates, overnight, week, weekday};
use super::super::{Fit, Input};
use super::perl::text;
use crate::evaluate::Term;
use crate::model::{Calendar, Weekday};

/// What the calendar is called in RT.
pub(super) fn name(prefix: &str, calendar: &Calendar) -> String {
    format!("{prefix} {}", calendar.name.value)
}

/// The entries of a calendar.
pub(super) fn hours(input: &Input<'_>, calendar: &Calendar, fit: &mut Fit) -> String {
    let own = calendar.name.value.as_str();
    let at = |field| ["calendars", own, field];
    fit.exact(&at("zone"));
    let week = week(calendar);
    let mut out = String::new();
    // RT's week begins on Sunday.
    for number in 0..7 {
        let day = Weekday::ALL[(number + 6) % 7];
        let spans = &week[day as usize];
        if !spans.is_empty() {
            let _ = writeln!(out, "        {number} => {{ {} }},", weekday_entry(day, spans));
        }
    }
    for at in 1..=calendar.opening.len() {
        fit.exact(&["calendars", own, "opening", &at.to_string()]);
    }
    for at in 1..=calendar.exceptions.len() {
        let why = "RT has no hours for single dates: it counts the hours of the weekday, and its due dates for tickets \
                   around these dates are earlier or later than agreed";
        fit.dropped(&["calendars", own, "exceptions", &at.to_string()], why);
    }
    let closed = closed_dates(input.policy, calendar);
    let has_closed = !calendar.holidays.is_empty() || !calendar.closed.is_empty();
    let mut entries: Vec<Vec<&str>> = Vec::new();
    let count: Vec<String> = (1..=calendar.closed.len()).map(|at| at.to_string()).collect();
    if !calendar.holidays.is_empty() {
        entries.push(at("holidays").to_vec());
    }
    entries.extend(count.iter().map(|count| vec!["calendars", own, "closed", count.as_str()]));
    for path in entries {
        match (&closed, near_closed(input, calendar, &week)) {
            (None, _) => fit.dropped(&path, "the dates are known once the agreement has its first day: export it then"),
            (Some(_), Some(near)) => fit.approximated(&path, near),
            (Some(_), None) => fit.exact(&path),
        }
    }
    if let Some(closed) = closed.filter(|_| has_closed) {
        let dates: Vec<String> = closed.keys().map(|date| text(&date.to_string())).collect();
        for (at, line) in dates.chunks(7).enumerate() {
            let _ = writeln!(
                out,
                "        {}{},",
                if at == 0 { "holidays => [\n            " } else { "    " },
                line.join(", ")
            );
        }
        if !dates.is_empty() {
            out.push_str("        ],\n");
        }
    }
    out
}

/// How RT's holidays differ for the hours at hand: they close 24 hours and one second from midnight on.
fn near_closed(input: &Input<'_>, calendar: &Calendar, week: &[Vec<Minutes>; 7]) -> Option<&'static str> {
    if overnight(calendar) {
        return Some(
            "RT closes the date itself: hours that began the evening before end at midnight, and hours that \
                     begin on it are open after midnight",
        );
    }
    let changes = Term::of(&input.policy.agreement.period)
        .is_some_and(|term| clocks_change(&calendar.zone, term.first, term.horizon()));
    let touches = |&(from, to): &Minutes| from == 0 || changes && (from < 60 || to > DAY - 60);
    week.iter().flatten().any(touches).then_some(
        "RT closes 24 hours and a second from midnight on: hours that touch midnight lose a second on the next day, and \
         are an hour off where the clocks change",
    )
}

/// A weekday: `Name => 'Monday', Start => '09:00', End => '17:00'`, with breaks between its intervals.
fn weekday_entry(day: Weekday, spans: &[Minutes]) -> String {
    let (first, last) = (spans.first().map_or(0, |span| span.0), spans.last().map_or(0, |span| span.1));
    let mut out = format!("Name => {}, Start => {}, End => {}", text(weekday(day)), time(first), time(last));
    let breaks: Vec<String> = spans
        .windows(2)
        .map(|pair| format!("{{ Start => {}, End => {} }}", time(pair[0].1), time(pair[1].0)))
        .collect();
    if !breaks.is_empty() {
        let _ = write!(out, ", Breaks => [ {} ]", breaks.join(", "));
    }
    out
}

/// RT's times lie before 24:00; the end of the day is `00:00`.
fn time(minutes: u16) -> String {
    text(&clock(minutes % DAY))
}
