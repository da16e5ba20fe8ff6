//! The times of one priority, as the row of an agreement has them.

use super::super::ticket::{Desk, Time};
use super::super::{Fit, Verdict};
use crate::model::{Agreement, Calendar, Name, TimeMeasure};

/// The times of one priority.
pub(super) struct Row<'a> {
    pub(super) priority: String,
    /// Both times count by it; none: always.
    pub(super) calendar: Option<&'a Calendar>,
    /// Seconds.
    pub(super) response: Option<u64>,
    /// Seconds.
    pub(super) resolution: Option<u64>,
    /// What is written, with how each comes near.
    times: Vec<(Time<'a>, Vec<String>)>,
}

impl<'a> Row<'a> {
    /// The row of a severity; none where nothing of it can be timed. `fits` tells how a calendar comes near, or why it
    /// cannot be kept.
    pub(super) fn of(
        agreement: &'a Agreement,
        desk: &Desk<'a>,
        severity: &Name,
        priority: String,
        fits: impl Fn(Option<&Calendar>) -> Result<Vec<String>, String>,
        fit: &mut Fit,
    ) -> Option<Self> {
        let mut row: Option<Self> = None;
        for time in desk.times.iter().filter(|time| time.row.severity.value == *severity) {
            let drop = |fit: &mut Fit, why: String| fit.dropped(&time.path(), why);
            let is_response = match time.measure {
                TimeMeasure::Response => true,
                TimeMeasure::Resolution => false,
                measure => {
                    drop(fit, why_not(measure));
                    continue;
                }
            };
            let counted = time.ticking(agreement).and_then(|count| {
                let near = [count.by_one_interval("Frappe")?, fits(count.calendar)?].concat();
                Ok((count, near))
            });
            let (count, near) = match counted {
                Ok(counted) => counted,
                Err(why) => {
                    drop(fit, why);
                    continue;
                }
            };
            let own = row.get_or_insert_with(|| Self {
                priority: priority.clone(),
                calendar: count.calendar,
                response: None,
                resolution: None,
                times: Vec::new(),
            });
            if own.calendar.map(|known| &known.name.value) != count.calendar.map(|new| &new.name.value) {
                drop(fit, "both times of a priority count by the same calendar, and the other one's is another".into());
                continue;
            }
            let place = if is_response { &mut own.response } else { &mut own.resolution };
            if place.is_some() {
                drop(fit, "Frappe has one such time for each priority, and another level has it".into());
                continue;
            }
            *place = Some(count.seconds);
            own.times.push((*time, near));
        }
        row
    }

    /// A row with one time, to the resolution.
    pub(super) fn plain(priority: String, seconds: u64, calendar: Option<&'a Calendar>) -> Self {
        Self { priority, calendar, response: None, resolution: Some(seconds), times: Vec::new() }
    }

    /// The times that are written, in seconds: to the response, which must be there, and to the resolution.
    pub(super) fn seconds(&self) -> (u64, Option<u64>) {
        let response = self.response.or(self.resolution).unwrap_or_default();
        (self.resolution.map_or(response, |resolution| response.min(resolution)), self.resolution)
    }

    /// Judges what is written; `pending` is said where the clock also stops without a word in the agreement.
    pub(super) fn judge_written(&self, pending: &str, fit: &mut Fit) {
        for (time, near) in &self.times {
            let mut near = near.clone();
            let response = time.measure == TimeMeasure::Response;
            if response && self.resolution.is_some_and(|resolution| self.response > Some(resolution)) {
                near.push("Frappe wants the response before the resolution: it is due with it".to_owned());
            }
            if !response && self.response.is_none() {
                near.push("Frappe wants a time to the response as well: it is due with the resolution".to_owned());
            }
            if !response && time.support.pauses.is_empty() {
                near.push(pending.to_owned());
            }
            if near.is_empty() {
                fit.exact(&time.path());
            } else {
                fit.approximated(&time.path(), near.join("; "));
            }
            fit.exact(&time.clock_path());
        }
    }

    /// Judges what is not written.
    pub(super) fn judge_dropped(&self, why: &str, fit: &mut Fit) {
        for (time, _) in &self.times {
            fit.dropped(&time.path(), why);
            fit.rest(&time.clock_path(), &Verdict::Dropped(why.to_owned()));
        }
    }
}

fn why_not(measure: TimeMeasure) -> String {
    let why = match measure {
        TimeMeasure::Update => "Frappe times no updates",
        TimeMeasure::Acknowledgement => "Frappe times the first response, not an acknowledgement",
        TimeMeasure::Workaround => "Frappe times the end of a ticket, not a workaround",
        _ => "Frappe does not know when somebody or something arrives",
    };
    why.to_owned()
}
