//! SLAs of Jira, each a clock with its goals.

use super::super::Names;
use crate::model::{Calendar, Name, TimeMeasure};

/// What the clock of an SLA counts to, and where it stands still.
pub(super) struct Metric<'a> {
    pub(super) measure: TimeMeasure,
    pub(super) name: String,
    /// The condition that stops the clock.
    pub(super) stop: String,
    /// The statuses in which it stands still.
    pub(super) pauses: Vec<String>,
    pub(super) goals: Vec<Goal<'a>>,
}

/// How long it may count for some tickets.
pub(super) struct Goal<'a> {
    pub(super) severity: Option<&'a Name>,
    /// What such tickets are, for people.
    pub(super) of: String,
    pub(super) jql: String,
    pub(super) minutes: u64,
    /// None: always.
    pub(super) calendar: Option<&'a Calendar>,
}

/// The SLAs of an agreement. Each is its own: the clock of one that others share would change for them.
#[derive(Default)]
pub(super) struct Metrics<'a>(pub(super) Vec<Metric<'a>>);

impl<'a> Metrics<'a> {
    /// The SLA for a measure with these pauses; `title` is what the agreement's SLAs begin with.
    pub(super) fn of(
        &mut self,
        measure: TimeMeasure,
        pauses: &[String],
        title: &str,
        names: &mut Names,
    ) -> &mut Metric<'a> {
        let like = |metric: &Metric<'_>| metric.measure == measure && metric.pauses == pauses;
        if let Some(at) = self.0.iter().position(like) {
            return &mut self.0[at];
        }
        let field = measure.word();
        let what = "the SLA condition that holds once this is done";
        let stop = match measure {
            TimeMeasure::Response => names.text_or("stop", field, what, "Comment: For Customers"),
            TimeMeasure::Resolution => names.text_or("stop", field, what, "Resolution: Set"),
            _ => names.text("stop", field, what),
        };
        let same = self.0.iter().filter(|metric| metric.measure == measure).count();
        let number = if same == 0 { String::new() } else { format!(" ({})", same + 1) };
        let name = format!("{title}: time to {field}{number}");
        self.0.push(Metric { measure, name, stop, pauses: pauses.to_vec(), goals: Vec::new() });
        let last = self.0.len() - 1;
        &mut self.0[last]
    }
}

/// A time as Jira takes it: `1h 30m`.
pub(super) fn time(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h {minutes}m"),
    }
}
