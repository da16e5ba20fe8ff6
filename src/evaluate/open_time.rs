//! Cumulative open time: how long a calendar was open up to a moment, and the way back.
//!
//! The open intervals of a range of dates are laid out once with the open seconds before each, so
//! that both directions are one binary search in integers.

use super::open_hours::OpenHours;
use super::zone::Instant;
use crate::model::Date;

/// The open intervals of a range of dates, disjoint and in order.
#[derive(Debug, Clone, Default)]
pub struct OpenTime {
    first: i64,
    last: i64,
    starts: Vec<i64>,
    ends: Vec<i64>,
    /// Open seconds up to each end.
    totals: Vec<i64>,
}

impl OpenTime {
    /// The open time of the dates from one to another, both included.
    pub(super) fn new(hours: &OpenHours, from: Date, to: Date) -> Self {
        let zone = hours.zone();
        let mut time = Self {
            first: zone.start_of(from).map_or(i64::MIN, Instant::seconds),
            last: to.plus_days(1).and_then(|next| zone.start_of(next)).map_or(i64::MAX, Instant::seconds),
            ..Self::default()
        };
        // An interval of the evening before may reach into the first date.
        let mut next = from.plus_days(-1);
        while let Some(date) = next.filter(|date| *date <= to) {
            for window in hours.windows(date) {
                if let (Some(start), Some(end)) = (zone.instant(date, window.from), zone.instant(date, window.to)) {
                    time.add(start.seconds().max(time.first), end.seconds().min(time.last));
                }
            }
            next = date.plus_days(1);
        }
        let mut total = 0;
        time.totals = time
            .starts
            .iter()
            .zip(&time.ends)
            .map(|(start, end)| {
                total += end - start;
                total
            })
            .collect();
        time
    }

    /// Adds an interval, which begins no earlier than those before it, but for a change of clocks.
    fn add(&mut self, start: i64, end: i64) {
        // Intervals that overlap or touch become one, so that no second counts twice.
        let start = start.max(self.starts.last().copied().unwrap_or(i64::MIN));
        if end <= start {
            return;
        }
        match self.ends.last_mut() {
            Some(last) if *last >= start => *last = end.max(*last),
            _ => {
                self.starts.push(start);
                self.ends.push(end);
            }
        }
    }

    /// Whether a moment lies in the range.
    pub fn covers(&self, moment: Instant) -> bool {
        (self.first..=self.last).contains(&moment.seconds())
    }

    /// The open intervals, first moment and end.
    pub fn intervals(&self) -> impl Iterator<Item = (Instant, Instant)> {
        self.starts
            .iter()
            .zip(&self.ends)
            .map(|(start, end)| (Instant::from_seconds(*start), Instant::from_seconds(*end)))
    }

    /// The open seconds from the beginning of the range up to a moment.
    pub fn until(&self, moment: Instant) -> i64 {
        let moment = moment.seconds();
        match self.starts.partition_point(|start| *start <= moment) {
            0 => 0,
            begun => self.totals[begun - 1] - (self.ends[begun - 1] - moment).max(0),
        }
    }

    /// The first moment up to which so many seconds, at least one, were open; none in this range.
    pub fn reaching(&self, seconds: i64) -> Option<Instant> {
        let within = self.totals.partition_point(|total| *total < seconds);
        Some(Instant::from_seconds(self.ends.get(within)? - (self.totals[within] - seconds)))
    }

    /// The first open moment at or after another; none in this range.
    pub fn first_open(&self, from: Instant) -> Option<Instant> {
        let at = from.seconds();
        let next = self.ends.partition_point(|end| *end <= at);
        self.starts.get(next).map(|start| Instant::from_seconds(at.max(*start)))
    }
}
