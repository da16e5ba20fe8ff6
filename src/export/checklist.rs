//! What a tool takes only by hand, as Markdown to work through.

use std::fmt::Write as _;

use super::hours::{Minutes, clock, weekday};
use super::schedule::closed;
use super::text::markdown;
use crate::model::{Calendar, Weekday};
use crate::policy::Policy;

/// A calendar as the lines of a checklist: its zone, the hours of each weekday, Monday first, and the dates on which it
/// is closed.
pub(super) fn calendar(policy: &Policy, calendar: &Calendar, week: &[Vec<Minutes>; 7]) -> String {
    let mut out = format!("- [ ] Time zone: {}\n", markdown(calendar.zone.as_str()));
    for (day, hours) in Weekday::ALL.into_iter().zip(week) {
        let spans: Vec<String> = hours.iter().map(|(from, to)| format!("{}–{}", clock(*from), clock(*to))).collect();
        let hours = if spans.is_empty() { "closed".to_owned() } else { spans.join(", ") };
        let _ = writeln!(out, "- [ ] {}: {hours}", weekday(day));
    }
    for run in closed(policy, calendar) {
        let dates =
            if run.first == run.last { run.first.to_string() } else { format!("{} to {}", run.first, run.last) };
        let _ = writeln!(out, "- [ ] Closed {dates}: {}", markdown(&run.name));
    }
    out
}
