//! Levels: one for each severity and each type of request, with the times that RT computes due dates by.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use super::super::counted::{Clock, Counted, counted};
use super::super::{Fit, Names};
use super::perl::text;
use crate::evaluate::{OpenHours, Term};
use crate::model::{
    Agreement, Calendar, CalendarRef, ClockStart, Date, Duration, Indicator, Level as Promised, Pause, PauseReason,
    SupportTimes, TimeMeasure, TimesRow,
};

/// A level of RT.
pub(super) struct Level<'a> {
    /// Its name.
    pub(super) name: String,
    /// The services whose tickets may have it.
    pub(super) services: BTreeSet<&'a str>,
    /// The calendar of its business hours.
    pub(super) calendar: Option<&'a Calendar>,
    /// What its business hours are called.
    hours: Option<String>,
    /// RT's word for a time, and the time: `Response`, `RealMinutes => 15`.
    times: Vec<(&'static str, String)>,
    /// Whether the first time runs from the next opening on.
    starts_open: bool,
}

/// The levels of an agreement.
pub(super) fn levels<'a>(agreement: &'a Agreement, prefix: &str, fit: &mut Fit, names: &mut Names) -> Vec<Level<'a>> {
    let mut made = Made { agreement, prefix, levels: Vec::new() };
    let promised: Vec<_> = agreement
        .levels
        .iter()
        .filter_map(|level| match &level.indicator {
            Indicator::SupportTimes(times) => Some((level, times)),
            _ => None,
        })
        .collect();
    let groups: BTreeSet<Vec<&str>> = promised.iter().map(|(level, _)| services(agreement, level)).collect();
    for (level, times) in promised {
        made.of_level(level, times, groups.len() > 1, fit, names);
    }
    made.of_requests(fit);
    made.levels
}

/// The services of a level; all of the agreement's where it names none.
fn services<'a>(agreement: &'a Agreement, level: &'a Promised) -> Vec<&'a str> {
    if level.services.is_empty() {
        return agreement.services.iter().map(|service| service.name.value.as_str()).collect();
    }
    level.services.iter().map(|service| service.value.as_str()).collect()
}

struct Made<'a, 'p> {
    agreement: &'a Agreement,
    prefix: &'p str,
    levels: Vec<Level<'a>>,
}

impl<'a> Made<'a, '_> {
    fn of_level(
        &mut self,
        level: &'a Promised,
        times: &'a SupportTimes,
        name_services: bool,
        fit: &mut Fit,
        names: &mut Names,
    ) {
        let own = level.name.value.as_str();
        let services = services(self.agreement, level);
        let pauses = pauses(own, &times.pauses, fit, names);
        for row in &times.rows {
            let severity = row.severity.value.as_str();
            let words = if name_services { format!("{} {severity}", services.join(", ")) } else { severity.to_owned() };
            let at = self.level(&words, &services);
            for (measure, word) in [
                (TimeMeasure::Response, "Response"),
                (TimeMeasure::Update, "KeepInLoop"),
                (TimeMeasure::Resolution, "Resolve"),
            ] {
                let path = ["levels", own, severity, measure.word()];
                if let Some(time) = row.time(measure) {
                    let time = Time { length: time.value, clock: &row.clock.value, pauses: &pauses };
                    self.time(at, word, &time, &path, fit);
                    if measure == TimeMeasure::Update {
                        fit.approximated(&path, "RT counts from the last reply of staff, and after the first one only");
                    }
                }
            }
            self.acknowledgement(at, own, row, &pauses, fit);
            for measure in [TimeMeasure::Workaround, TimeMeasure::Onsite, TimeMeasure::Parts] {
                if row.time(measure).is_some() {
                    fit.dropped(&["levels", own, severity, measure.word()], "RT knows replies and resolution only");
                }
            }
            match &row.clock.value {
                CalendarRef::Always => fit.exact(&["levels", own, severity, "clock"]),
                CalendarRef::Calendar(name) if self.levels[at].calendar.is_some_and(|own| own.name.value == *name) => {
                    fit.exact(&["levels", own, severity, "clock"]);
                }
                CalendarRef::Calendar(_) => {
                    fit.dropped(&["levels", own, severity, "clock"], "no time that RT tracks counts in it");
                }
            }
        }
        if !level.services.is_empty() {
            let how = "RT offers each level in all queues that have levels: give it to tickets on these services only";
            fit.approximated(&["levels", own, "services"], how);
        }
        let how = match &times.clock_starts {
            ClockStart::Reaches { .. } | ClockStart::Opened { .. } => "the clock starts when RT creates the ticket",
            ClockStart::When(_) => "the clock starts when RT creates the ticket, whatever the words say",
        };
        fit.approximated(&["levels", own, "clock_starts"], how);
    }

    /// RT has no acknowledgement: it is the first reply where the agreement asks for no other.
    fn acknowledgement(&mut self, at: usize, own: &str, row: &TimesRow, pauses: &str, fit: &mut Fit) {
        let Some(time) = &row.acknowledgement else { return };
        let path = ["levels", own, row.severity.value.as_str(), TimeMeasure::Acknowledgement.word()];
        if row.response.is_some() {
            fit.dropped(&path, "RT has one time to the first reply, and the response takes it");
        } else {
            let time = Time { length: time.value, clock: &row.clock.value, pauses };
            self.time(at, "Response", &time, &path, fit);
            fit.approximated(&path, "RT takes it as the time to the first reply of staff");
        }
    }

    fn of_requests(&mut self, fit: &mut Fit) {
        for request in &self.agreement.requests {
            let own = request.name.value.as_str();
            let Some(within) = request.within else { continue };
            let all = || self.agreement.services.iter().map(|service| service.name.value.as_str()).collect();
            let services: Vec<&str> = request.service.as_ref().map_or_else(all, |service| vec![service.as_str()]);
            let at = self.level(own, &services);
            let time = Time { length: within, clock: &request.clock, pauses: "" };
            self.time(at, "Resolve", &time, &["requests", own, "within"], fit);
            if self.levels[at].times.is_empty() {
                continue;
            }
            fit.exact(&["requests", own, "clock"]);
            if request.service.is_some() {
                let how = "RT offers each level in all queues that have levels";
                fit.approximated(&["requests", own, "service"], how);
            }
        }
        self.levels.retain(|level| !level.times.is_empty());
    }

    /// The level of this name, which may have times of another table already.
    fn level(&mut self, words: &str, services: &[&'a str]) -> usize {
        let name = format!("{} {words}", self.prefix);
        let found = self.levels.iter().position(|level| level.name == name);
        let at = found.unwrap_or_else(|| {
            let services = BTreeSet::new();
            self.levels.push(Level {
                name,
                services,
                calendar: None,
                hours: None,
                times: Vec::new(),
                starts_open: false,
            });
            self.levels.len() - 1
        });
        self.levels[at].services.extend(services);
        at
    }

    /// Gives a level a time, and the statement at `path` its verdict.
    fn time(&mut self, at: usize, word: &'static str, time: &Time<'_>, path: &[&str], fit: &mut Fit) {
        let counted = match counted(self.agreement, time.length, time.clock) {
            Ok(counted) => counted,
            Err(why) => return fit.dropped(path, why),
        };
        let calendar = match counted.clock {
            Clock::Elapsed => None,
            Clock::Open(calendar) | Clock::BusinessDays(calendar) | Clock::AfterOpening(calendar) => Some(calendar),
        };
        let level = &mut self.levels[at];
        if level.times.iter().any(|(known, _)| *known == word) {
            return fit.dropped(path, "another table gives the level this time already");
        }
        if let Some((own, other)) = level.calendar.zip(calendar).filter(|(own, other)| own.name != other.name) {
            let (own, other) = (&own.name.value, &other.name.value);
            return fit
                .dropped(path, format!("RT counts all times of a level in one calendar: here {own}, not {other}"));
        }
        if calendar.is_some_and(|calendar| past_the_search(self.agreement, calendar, &counted)) {
            return fit.dropped(path, "RT looks 30 days ahead for business hours: here they do not suffice");
        }
        let minutes = counted.seconds / 60;
        if minutes == 0 {
            return fit.dropped(path, "RT counts in minutes, and this is less than one");
        }
        let written = match counted.clock {
            Clock::Elapsed => format!("RealMinutes => {minutes}"),
            Clock::Open(_) => format!("$business->({minutes})"),
            Clock::BusinessDays(_) => format!("BusinessMinutes => {minutes}"),
            Clock::AfterOpening(_) => format!("BusinessMinutes => 0, RealMinutes => {minutes}"),
        };
        match counted.near {
            Some(near) => fit.approximated(path, near),
            None if counted.seconds % 60 != 0 => fit.approximated(path, "RT counts in whole minutes: rounded down"),
            None => fit.exact(path),
        }
        if level.times.is_empty() {
            level.starts_open = calendar.is_some();
        }
        if let Some(calendar) = calendar {
            level.calendar = Some(calendar);
            level.hours = Some(super::calendar::name(self.prefix, calendar));
        }
        level.times.push((word, format!("{written}{}", time.pauses)));
    }
}

/// A time of the agreement.
struct Time<'t> {
    length: Duration,
    clock: &'t CalendarRef,
    /// What stops its clock, as options of RT.
    pauses: &'t str,
}

/// What stops the clock of a level, as options of each of its times.
fn pauses(level: &str, pauses: &[Pause], fit: &mut Fit, names: &mut Names) -> String {
    const WHAT: &str = "the status of RT in which the clock stands still";
    let mut statuses = BTreeSet::new();
    for (at, pause) in pauses.iter().enumerate() {
        let mut own = Vec::new();
        match &pause.reason {
            PauseReason::WaitingFor(party) => {
                own.push(names.text_or("statuses", &format!("waiting for {party}"), WHAT, "stalled"));
            }
            PauseReason::While(_) => own.push(names.text_or("statuses", "on hold", WHAT, "stalled")),
            PauseReason::InStatus => {
                own.extend(pause.statuses.iter().map(|status| names.text("statuses", status, WHAT)));
            }
        }
        let mut how = format!("RT's clock stands still while a ticket is in the status {}", own.join(" or "));
        if let Some(limit) = pause.at_most {
            let _ = write!(how, ", also past {limit}");
        }
        if pause.reminder.is_some() {
            how.push_str(", also without a reminder");
        }
        how.push_str("; a pause that ends in open hours counts a second more");
        fit.approximated(&["levels", level, "pauses", &(at + 1).to_string()], how);
        statuses.extend(own);
    }
    if statuses.is_empty() {
        return String::new();
    }
    let list: Vec<String> = statuses.iter().map(|status| text(status)).collect();
    format!(", IgnoreOnStatuses => [ {} ], ExcludeTimeOnIgnoredStatuses => 1", list.join(", "))
}

/// Whether some ticket of the term would need more than the 30 days in which RT looks for business hours.
fn past_the_search(agreement: &Agreement, calendar: &Calendar, counted: &Counted<'_>) -> bool {
    const MOST: i64 = 29 * 86_400;
    let years = |(from, to)| Some((Date::new(from, 1, 1)?, Date::new(to, 12, 31)?));
    let term = Term::of(&agreement.period).map(|term| (term.first, term.horizon()));
    let Some((first, last)) = term.or_else(|| years((2024, 2025))) else { return false };
    let Ok(hours) = OpenHours::new(calendar, first, last) else { return false };
    let seconds = if matches!(counted.clock, Clock::AfterOpening(_)) { 1 } else { counted.seconds };
    let Ok(seconds) = i64::try_from(seconds) else { return true };
    let mut next = Some(first);
    while let Some(date) = next.filter(|date| *date <= last) {
        let Some(start) = hours.zone().start_of(date) else { return false };
        let end = hours.first_open(start).and_then(|open| hours.after(open, seconds));
        if end.map_or(true, |end| end.seconds() - start.seconds() > MOST) {
            return true;
        }
        next = date.plus_days(1);
    }
    false
}

impl fmt::Display for Level<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$levels->{{{}}} = {{", text(&self.name))?;
        if let Some((calendar, hours)) = self.calendar.zip(self.hours.as_ref()) {
            writeln!(f, "    Timezone => {},", text(calendar.zone.as_str()))?;
            writeln!(f, "    BusinessHours => {},", text(hours))?;
        }
        let starts = if self.starts_open { "BusinessMinutes" } else { "RealMinutes" };
        writeln!(f, "    Starts => {{ {starts} => 0 }},")?;
        for (word, time) in &self.times {
            writeln!(f, "    {word} => {{ {time} }},")?;
        }
        writeln!(f, "}};")
    }
}
