//! Wall clocks, opening hours and maintenance windows in PromQL.
//!
//! Prometheus computes hours and days of the week in UTC. A series per zone adds what the zone's rules add, with each
//! change of clocks in the term as its own step, so that hours are those of the contract.

use std::fmt::Write as _;

use serde_json::json;

use super::super::{Fit, Verdict};
use super::Book;
use super::cycles::MINUTE;
use crate::evaluate::{Instant, ZoneRules};
use crate::model::{Calendar, Date, DateRange, Hours, Maintenance, Weekday, WindowDays, Zone};

impl Book<'_> {
    /// The series whose value is the local time of a zone when the minute that ends now began, as seconds since 1970 on
    /// its wall clock.
    pub(super) fn local(&mut self, zone: &Zone) -> String {
        let rules = ZoneRules::of(zone);
        let rule = json!({
            "record": "servanda:local_seconds",
            "expr": format!("vector({})", local_time(&rules, self.term.first, self.term.horizon())),
            "labels": { "agreement": self.id, "zone": zone.as_str() },
        });
        if !self.setup.contains(&rule) {
            self.setup.push(rule);
        }
        format!("servanda:local_seconds{{agreement=\"{}\",zone=\"{}\"}}", self.id, zone.as_str())
    }

    /// A vector that is there while a calendar is open.
    pub(super) fn open(&mut self, calendar: &Calendar) -> String {
        let name = calendar.name.value.as_str();
        let local = self.local(&calendar.zone);
        let mut open: Vec<String> = Vec::new();
        for opening in &calendar.opening {
            open.extend(opening.hours.iter().flat_map(|hours| weekly(&local, &opening.days, *hours)));
        }
        let zone = ZoneRules::of(&calendar.zone);
        let mut closed: Vec<String> = Vec::new();
        let (from, to) = (self.term.first, self.term.horizon());
        let holidays = self.holidays(name);
        let dates = calendar.closed.iter().flat_map(|closed| years(closed.dates, closed.each_year, from, to));
        let closed_dates: Vec<DateRange> =
            holidays.into_iter().map(|date| DateRange { from: date, to: date }).chain(dates).collect();
        for range in &closed_dates {
            closed.extend(between(&zone, range.from, 0, range.to.plus_days(1), 0));
        }
        let is_closed = |date: Date| closed_dates.iter().any(|range| (range.from..=range.to).contains(&date));
        let mut extra = Vec::new();
        for exception in &calendar.exceptions {
            for range in &exception.dates {
                let days = (0..=range.from.days_until(range.to)).filter_map(|days| range.from.plus_days(days));
                let days: Vec<Date> = days.filter(|date| exception.holds_on(*date, is_closed(*date))).collect();
                if exception.days.is_empty() {
                    closed.extend(between(&zone, range.from, 0, range.to.plus_days(1), 0));
                } else {
                    closed.extend(days.iter().filter_map(|date| between(&zone, *date, 0, date.plus_days(1), 0)));
                }
                for (day, hours) in
                    days.into_iter().flat_map(|day| exception.hours.iter().map(move |hours| (day, hours)))
                {
                    let (from, to) = (i64::from(hours.from.minutes()) * 60, i64::from(hours.to.minutes()) * 60);
                    let next = if to <= from { day.plus_days(1) } else { Some(day) };
                    extra.extend(between(&zone, day, from, next, to));
                }
            }
        }
        let usual = if open.is_empty() { "vector(0) < 0".to_owned() } else { open.join(" or ") };
        let usual = if closed.is_empty() { usual } else { format!("({usual}) unless on () ({})", closed.join(" or ")) };
        let expr = if extra.is_empty() { usual } else { format!("({usual}) or on () ({})", extra.join(" or ")) };
        let rule = json!({
            "record": "servanda:open",
            "expr": format!("max(({expr}) * 0 + 1)"),
            "labels": { "agreement": self.id, "calendar": name },
        });
        if !self.setup.contains(&rule) {
            self.setup.push(rule);
        }
        format!("servanda:open{{agreement=\"{}\",calendar=\"{}\"}}", self.id, name)
    }

    /// The frozen public holidays of a calendar.
    fn holidays(&self, calendar: &str) -> Vec<Date> {
        let frozen = crate::evaluate::frozen_holidays(self.agreement).unwrap_or_default();
        let mut dates: Vec<Date> = frozen
            .into_iter()
            .filter(|holiday| holiday.calendar.as_str() == calendar)
            .map(|holiday| holiday.date)
            .collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// A vector that is there during the weekly windows of maintenance; none where a window is not weekly.
    pub(super) fn windows(&mut self, maintenance: &Maintenance) -> Option<String> {
        let mut parts = Vec::new();
        for window in &maintenance.windows {
            let WindowDays::Weekly(days) = &window.days else { return None };
            let local = self.local(&window.zone);
            parts.extend(weekly(&local, days, window.hours));
        }
        // Days on which there is no maintenance would need the windows of single days.
        (!parts.is_empty() && maintenance.not_on.is_empty()).then(|| parts.join(" or "))
    }

    /// Calendars that a rule has used are exact; others have no part in it.
    pub(super) fn calendars(&mut self, fit: &mut Fit) {
        for calendar in &self.agreement.calendars {
            let name = calendar.name.value.as_str();
            let label = json!(name);
            let used =
                self.setup.iter().any(|rule| rule["record"] == "servanda:open" && rule["labels"]["calendar"] == label);
            let verdict =
                if used { Verdict::Exact } else { Verdict::Dropped("no level that Prometheus counts uses it".into()) };
            fit.rest(&["calendars", name], &verdict);
        }
    }
}

/// The minutes of the week's days in which hours lie, on a wall clock; hours across midnight lie on two days.
fn weekly(local: &str, days: &[Weekday], hours: Hours) -> Vec<String> {
    let (from, to) = (hours.from.minutes(), hours.to.minutes());
    let next = |day: Weekday| Weekday::ALL[(day as usize + 1) % 7];
    let on = |day: Weekday, from: u16, to: u16| {
        // Prometheus counts days of the week from Sunday.
        let day = (day as usize + 1) % 7;
        let minute = format!("(hour({local}) * 60 + minute({local}))");
        format!("({minute} >= {from} < {to} and on () day_of_week({local}) == {day})")
    };
    let part = |day: &Weekday| {
        if from < to {
            vec![on(*day, from, to)]
        } else {
            let mut parts = vec![on(*day, from, 1440)];
            if to > 0 {
                parts.push(on(next(*day), 0, to));
            }
            parts
        }
    };
    days.iter().flat_map(part).collect()
}

/// A vector that is there between two moments on a zone's wall clock.
fn between(zone: &ZoneRules, from: Date, second: i64, to: Option<Date>, until: i64) -> Option<String> {
    let (start, end) = (zone.instant(from, second)?, zone.instant(to?, until)?);
    Some(format!("vector(time()) >= {} < {}", start.seconds() + MINUTE, end.seconds() + MINUTE))
}

/// Dates in the years of a term, where they come back each year.
fn years(dates: DateRange, each_year: bool, from: Date, to: Date) -> Vec<DateRange> {
    if !each_year {
        return vec![dates];
    }
    let length = dates.from.days_until(dates.to);
    (from.year()..=to.year())
        .filter_map(|year| {
            let first = Date::new(year, dates.from.month(), dates.from.day())?;
            Some(DateRange { from: first, to: first.plus_days(length)? })
        })
        .collect()
}

/// The beginning of the minute that ends now on a zone's wall clock, with a step for each change of clocks between two
/// dates.
fn local_time(rules: &ZoneRules, first: Date, last: Date) -> String {
    let ahead = |moment: Instant| -> Option<i64> {
        let local = rules.local(moment)?;
        let epoch = Date::new(1970, 1, 1)?;
        Some(epoch.days_until(local.date) * 86_400 + local.second - moment.seconds())
    };
    let day = 86_400;
    let Some((start, end)) = rules.start_of(first).zip(rules.start_of(last)) else { return "time()".into() };
    let (mut now, end) = (start.plus(-day), end.plus(2 * day));
    let mut offset = ahead(now).unwrap_or_default();
    let mut text = format!("time() + {}", offset - MINUTE).replace("+ -", "- ");
    while now < end {
        let next = now.plus(day);
        let after = ahead(next).unwrap_or(offset);
        if after != offset {
            // The change lies between: halve until it is found.
            let (mut low, mut high) = (now, next);
            while high.seconds() - low.seconds() > 1 {
                let middle = Instant::from_seconds((low.seconds() + high.seconds()) / 2);
                if ahead(middle) == Some(offset) { low = middle } else { high = middle }
            }
            let step = after - offset;
            let changed = high.seconds() + MINUTE;
            let (sign, size) = if step < 0 { ('-', -step) } else { ('+', step) };
            let _ = write!(text, " {sign} {size} * (time() >= bool {changed})");
            offset = after;
        }
        now = next;
    }
    text
}
