//! The cycles in which levels are judged, as series: which one it is now, and how many minutes count in it.

use serde_json::json;

use super::Book;
use crate::evaluate::{Span, cycle, next_cycle};
use crate::model::{CalendarRef, Cycle, CycleUnit, Duration, DurationUnit, PartialMonths};

/// A rule sees the minute that ends with it: what is read at 00:01 is the first minute of the day.
pub(super) const MINUTE: i64 = 60;

/// The cycle of a level in rules.
pub(super) struct Judged {
    /// Matches the one series of the cycle it is now.
    pub(super) now: String,
    /// A range that holds the longest cycle.
    pub(super) range: String,
    /// The minutes of the shortest cycle, for burn rates.
    pub(super) shortest: i64,
}

impl Book<'_> {
    /// The series of a cycle, made where they are not there yet; none where the calendar does not tell the cycle.
    pub(super) fn cycle(&mut self, judged: Cycle, partial: PartialMonths, during: &CalendarRef) -> Option<Judged> {
        match judged {
            Cycle::Rolling(length) => self.rolling(length, during),
            Cycle::Each(unit) => {
                let spans = self.spans(unit, partial);
                self.calendar_cycle(unit.word(), &spans, during)
            }
            Cycle::Period => {
                let span = Span { first: self.term.first, last: self.term.last? };
                self.calendar_cycle("period", &[span], during)
            }
        }
    }

    fn spans(&self, unit: CycleUnit, partial: PartialMonths) -> Vec<Span> {
        let first = cycle(unit, self.term.first, self.term.first);
        std::iter::successors(first, |span| next_cycle(unit, *span, self.term.first))
            .take_while(|span| span.first <= self.term.horizon())
            .filter_map(|span| {
                let first = span.first.max(self.term.first);
                let last = self.term.last.map_or(span.last, |last| span.last.min(last));
                let within = Span { first, last };
                match partial {
                    PartialMonths::DaysInPeriod => Some(within),
                    PartialMonths::Whole => Some(span),
                    PartialMonths::NotCounted => (within == span).then_some(span),
                }
            })
            .collect()
    }

    fn calendar_cycle(&mut self, every: &str, spans: &[Span], during: &CalendarRef) -> Option<Judged> {
        let calendar = during.name().map_or("always", |name| name.as_str()).to_owned();
        let labels = format!("agreement=\"{}\",every=\"{every}\",during=\"{calendar}\"", self.id);
        let zone = self.hours.zone().clone();
        let (mut longest, mut shortest) = (0, i64::MAX);
        let mut rules = Vec::new();
        for span in spans {
            let start = zone.start_of(span.first)?;
            let end = zone.start_of(span.last.plus_days(1)?)?;
            let counted = match during {
                CalendarRef::Always => end.seconds() - start.seconds(),
                CalendarRef::Calendar(name) => self.hours.calendar(name)?.open_seconds(start, end).ok()?,
            } / 60;
            longest = longest.max((end.seconds() - start.seconds()) / 86_400 + 2);
            if counted > 0 {
                shortest = shortest.min(counted);
            }
            rules.push(json!({
                "record": "servanda:cycle_minutes",
                "expr": format!(
                    "vector({counted}) and on () (vector(time()) >= {}) and on () (vector(time()) < {})",
                    start.seconds() + MINUTE,
                    end.seconds() + MINUTE
                ),
                "labels": {
                    "agreement": self.id,
                    "every": every,
                    "during": calendar,
                    "first_day": span.first.to_string(),
                },
            }));
        }
        if rules.is_empty() {
            return None;
        }
        // Levels that are judged alike share the series.
        if self.setup.iter().all(|known| !rules.contains(known)) {
            self.setup.extend(rules);
        }
        Some(Judged { now: format!("servanda:cycle_minutes{{{labels}}}"), range: format!("{longest}d"), shortest })
    }

    /// A window that moves has one series for ever.
    fn rolling(&mut self, length: Duration, during: &CalendarRef) -> Option<Judged> {
        // How long a calendar is open in a window that moves changes from day to day.
        let (CalendarRef::Always, Some(minutes)) = (during, minutes(length)) else { return None };
        let every = format!("rolling {length}");
        let rule = json!({
            "record": "servanda:cycle_minutes",
            "expr": format!("vector({minutes})"),
            "labels": { "agreement": self.id, "every": every, "during": "always" },
        });
        if !self.setup.contains(&rule) {
            self.setup.push(rule);
        }
        let now = format!("servanda:cycle_minutes{{agreement=\"{}\",every=\"{every}\",during=\"always\"}}", self.id);
        Some(Judged { now, range: format!("{minutes}m"), shortest: minutes })
    }
}

/// A length of elapsed time in whole minutes.
pub(super) fn minutes(length: Duration) -> Option<i64> {
    let minutes = match length.unit {
        DurationUnit::Minute => 1,
        DurationUnit::Hour => 60,
        DurationUnit::Day => 1440,
        DurationUnit::Week => 7 * 1440,
        _ => return None,
    };
    Some(i64::from(length.count) * minutes)
}
