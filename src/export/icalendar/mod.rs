//! iCalendar (RFC 5545): key dates, duties and reports with their last days, and the windows of maintenance.

mod write;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use self::write::{Writer, date, utc};
use super::text::{one_line, plain};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::evaluate::{
    AgreementHours, Instant, KeyEvent, OpenHours, Term, ZoneRules, cycle, last_day_after, next_cycle,
};
use crate::model::{
    Agreement, CycleUnit, Date, Deadline, Duration, Effective, Hours, Maintenance, Report, ReportStart, Who, Window,
    WindowDays,
};
use crate::policy::Policy;

/// The exporter.
pub(super) struct ICalendar;

impl Exporter for ICalendar {
    fn name(&self) -> &'static str {
        "icalendar"
    }

    fn title(&self) -> &'static str {
        "iCalendar"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/icalendar.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Period | Topic::Obligations | Topic::Reports | Topic::Maintenance => Carries::Exact,
            Topic::Law => Carries::Approximated,
            Topic::Credits | Topic::Remedies => Carries::Never("what runs from a miss has no date yet"),
            _ => Carries::Never("a calendar has dates, and this has none"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, _: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let Some(term) = Term::of(&agreement.period) else {
            let why = "the agreement begins with the last signature, so that no date is known yet";
            fit.rest(&[], &Verdict::Dropped(why.into()));
            return Ok(Vec::new());
        };
        let zone = ZoneRules::of(&agreement.heading.zone);
        let Some(stamp) = zone.start_of(term.first) else {
            return Err(Refused::new("the first day is beyond all calendars", "give a date before the year 9999"));
        };
        let mut events = key_dates(input.policy, fit);
        let hours = AgreementHours::new(agreement, term).map_err(|_| {
            Refused::new("public holidays of the whole term are not known", "shorten the term, or list the dates")
        })?;
        events.extend(obligations(agreement, term, hours.business_days(), fit));
        events.extend(reports(agreement, term, hours.business_days(), fit));
        let windows = windows(agreement, term, fit);
        fit.rest(&["exit"], &Verdict::Dropped("it has no date".into()));
        fit.rest(&["period"], &Verdict::Dropped("it is a right or a rule without a date".into()));
        fit.rest(&["reports"], &Verdict::Dropped("a calendar has no place for it".into()));
        fit.rest(&["maintenance"], &Verdict::Dropped("it has no place in a window of time".into()));
        fit.rest(&[], &Verdict::Dropped("it has no date".into()));

        let reference = agreement.heading.reference.as_ref().unwrap_or(&agreement.heading.title);
        let mut writer = Writer::default();
        writer.line("BEGIN:VCALENDAR");
        writer.line("VERSION:2.0");
        writer.line("PRODID:-//Servanda//Servanda//EN");
        writer.text("NAME", &one_line(&agreement.heading.title));
        writer.text("X-WR-CALNAME", &one_line(&agreement.heading.title));
        let mut zones: Vec<_> = windows.iter().map(|window| &window.window.zone).collect();
        zones.sort_by_key(|zone| zone.as_str());
        zones.dedup();
        // A year before and after: a reader needs the change that a window lies behind.
        let (from, to) = (stamp.plus(-366 * 86_400), zone.start_of(term.horizon()).unwrap_or(stamp).plus(366 * 86_400));
        for zone in zones {
            writer.zone(zone, from, to);
        }
        for event in &events {
            event.write(reference, stamp, &mut writer);
        }
        for window in &windows {
            window.write(reference, stamp, term, &mut writer);
        }
        writer.line("END:VCALENDAR");
        Ok(vec![File::text(format!("{}.ics", input.stem), writer.finish())])
    }
}

/// A day on which something begins, ends or is due.
struct Event {
    date: Date,
    /// What tells it apart from the others, whatever its date: the identifier is made of it.
    key: String,
    summary: String,
    description: String,
    /// Days before it on which it is announced.
    alarms: &'static [u32],
}

impl Event {
    fn write(&self, reference: &str, stamp: Instant, writer: &mut Writer) {
        writer.line("BEGIN:VEVENT");
        writer.line(&format!("UID:{}", uid(reference, &self.key)));
        writer.line(&format!("DTSTAMP:{}", utc(stamp)));
        writer.line(&format!("DTSTART;VALUE=DATE:{}", date(self.date)));
        let next = self.date.plus_days(1).unwrap_or(self.date);
        writer.line(&format!("DTEND;VALUE=DATE:{}", date(next)));
        let summary = one_line(&format!("{reference}: {}", self.summary));
        writer.text("SUMMARY", &summary);
        if !self.description.is_empty() {
            writer.text("DESCRIPTION", &self.description);
        }
        writer.line("TRANSP:TRANSPARENT");
        for days in self.alarms {
            writer.line("BEGIN:VALARM");
            writer.line("ACTION:DISPLAY");
            writer.text("DESCRIPTION", &summary);
            writer.line(&format!("TRIGGER:-P{days}D"));
            writer.line("END:VALARM");
        }
        writer.line("END:VEVENT");
    }
}

/// An identifier that stays the same when a date moves, so that a calendar replaces the event.
fn uid(reference: &str, key: &str) -> String {
    let hash = Sha256::digest(format!("{reference}\n{key}"));
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}@servanda")
}

fn key_dates(policy: &Policy, fit: &mut Fit) -> Vec<Event> {
    let agreement = &policy.agreement;
    let mut reviews = 0;
    let mut events = Vec::new();
    for entry in &policy.computed.key_dates {
        let event = |key: &str, summary: String, description: &str, alarms| Event {
            date: entry.date,
            key: key.to_owned(),
            summary,
            description: description.to_owned(),
            alarms,
        };
        events.push(match &entry.event {
            KeyEvent::Effective => {
                event("effective", "the agreement begins".into(), "At the beginning of the day.", &[7])
            }
            KeyEvent::Review => {
                reviews += 1;
                event(&format!("review {reviews}"), format!("review {reviews} of the agreement"), "", &[14])
            }
            // All reports are listed, not only the first.
            KeyEvent::FirstReport { .. } => continue,
            KeyEvent::FreeToEnd => {
                let what = "first day on which a notice without a reason may take effect";
                event("free to end", what.into(), "", &[30])
            }
            KeyEvent::LastNoticeAgainstRenewal { who } => {
                let who = match who {
                    Who::Either => "either party".to_owned(),
                    Who::Party(party) => party.to_string(),
                };
                let what = format!("last day for a notice of {who} against the renewal");
                event("last notice", what, "The notice has to have been given by the end of the day.", &[30, 7])
            }
            KeyEvent::End => event("end", "the term ends".into(), "At the end of the day.", &[30]),
            KeyEvent::Renewal { until } => {
                event("renewal", format!("the agreement renews until {until}, unless it was stopped"), "", &[7])
            }
            KeyEvent::HandOver { party, what } => {
                let what = plain(what.as_str());
                let summary = format!("last day for {party} to hand over {what}");
                event(&format!("hand over {what}"), summary, "If the agreement ends with its first term.", &[14])
            }
            KeyEvent::Deletion { party, what } => {
                let what = plain(what.as_str());
                let summary = format!("last day for {party} to delete {what}");
                event(&format!("deletion {what}"), summary, "If the agreement ends with its first term.", &[14])
            }
        });
    }
    judge_period(policy, fit);
    if let Some(exit) = agreement.exit.as_ref().filter(|_| policy.computed.last_day.is_some()) {
        let how = "the date holds if the agreement ends with its first term";
        for number in 1..=exit.hand_over.len() {
            fit.approximated(&["exit", "hand_over", &number.to_string()], how);
        }
        for number in 1..=exit.deletions.len() {
            fit.approximated(&["exit", "deletions", &number.to_string()], how);
        }
    }
    events
}

fn judge_period(policy: &Policy, fit: &mut Fit) {
    let period = &policy.agreement.period;
    if matches!(period.effective.value, Effective::On(_)) {
        fit.exact(&["period", "effective"]);
    }
    let ends = policy.computed.last_day.is_some();
    if ends {
        fit.exact(&["period", "length"]);
    } else {
        fit.dropped(&["period", "length"], "its end has no date yet");
    }
    if period.renewal.is_some() {
        fit.approximated(&["period", "renewal"], "the first renewal and its notice: export again for later ones");
    }
    if period.review.is_some() {
        match policy.computed.computed_until.filter(|_| !ends || period.renewal.is_some()) {
            Some(until) => fit.approximated(&["period", "review"], format!("the reviews up to {until} are listed")),
            None => fit.exact(&["period", "review"]),
        }
    }
    if period.not_before.is_some() {
        fit.exact(&["period", "not_before"]);
    }
}

/// Duties that have a date.
fn obligations(agreement: &Agreement, term: Term, business: Option<&OpenHours>, fit: &mut Fit) -> Vec<Event> {
    let mut events = Vec::new();
    for (number, obligation) in (1..).zip(&agreement.obligations) {
        let number: u32 = number;
        let number = number.to_string();
        let at = ["obligations", number.as_str()];
        let dates: Vec<Date> = match obligation.deadline {
            Some(Deadline::By(date)) => vec![date],
            // The last day before the first.
            Some(Deadline::BeforeStart) => term.first.plus_days(-1).into_iter().collect(),
            Some(Deadline::Every(time)) => every(time, term, business),
            Some(Deadline::Within { .. }) => {
                fit.dropped(&at, "its time runs from something that has no date yet");
                continue;
            }
            None => Vec::new(),
        };
        if dates.is_empty() {
            fit.dropped(&at, "it has no date");
            continue;
        }
        if !obligation.consequences.is_empty() {
            fit.approximated(&at, "what a miss of it does is not told");
        } else if matches!(obligation.deadline, Some(Deadline::Every(_))) {
            fit.approximated(&at, "each date holds if it was done on the last day the time before");
        } else {
            fit.exact(&at);
        }
        let name = obligation.name.as_ref().map_or_else(|| plain(obligation.duty.as_str()), ToString::to_string);
        for (time, date) in (1..).zip(dates) {
            let time: u32 = time;
            events.push(Event {
                date,
                key: format!("obligation {} {name} {time}", obligation.party),
                summary: format!("last day for {}: {name}", obligation.party),
                description: format!("{} must {}.", obligation.party, plain(obligation.duty.as_str())),
                alarms: &[14, 1],
            });
        }
    }
    events
}

/// The last days of what is to be done again and again, if it is done on the last day each time.
fn every(time: Duration, term: Term, business: Option<&OpenHours>) -> Vec<Date> {
    let nth = |count: u32| {
        let length = Duration::new(time.count.checked_mul(count)?, time.unit);
        last_day_after(term.first, length, business).ok()
    };
    (1..).map_while(nth).take_while(|date| *date > term.first && *date <= term.horizon()).collect()
}

/// All reports of the term that follow a cycle, each on its last day.
fn reports(agreement: &Agreement, term: Term, business: Option<&OpenHours>, fit: &mut Fit) -> Vec<Event> {
    let mut events = Vec::new();
    for report in &agreement.reports.entries {
        let name = report.name.value.as_str();
        let at = |part: &'static str| ["reports", name, part];
        let ReportStart::Each(unit) = report.after else {
            fit.rest(&["reports", name], &Verdict::Dropped("it follows something that has no date yet".into()));
            continue;
        };
        if matches!(unit, CycleUnit::Hour | CycleUnit::Day | CycleUnit::BillingMonth) {
            let why = format!("a report after each {} is none for a calendar", unit.word());
            fit.rest(&["reports", name], &Verdict::Dropped(why));
            continue;
        }
        let first = cycle(unit, term.first, term.first);
        let cycles = std::iter::successors(first, |span| next_cycle(unit, *span, term.first))
            .take_while(|span| span.first <= term.horizon());
        for span in cycles {
            let ended = term.last.map_or(span.last, |last| span.last.min(last));
            let Ok(date) = last_day_after(ended, report.within.value, business) else { continue };
            events.push(report_event(report, date, span.first, ended));
        }
        let goes_on = term.last.is_none() || agreement.period.renewal.is_some();
        for part in ["within", "after"] {
            if goes_on {
                fit.approximated(&at(part), format!("the reports up to {} are listed", term.horizon()));
            } else {
                fit.exact(&at(part));
            }
        }
        for part in ["to", "states", "form"] {
            fit.rest(&["reports", name, part], &Verdict::Exact);
        }
    }
    events
}

fn report_event(report: &Report, date: Date, first: Date, last: Date) -> Event {
    let mut description = format!("For {first} to {last}, to {}.", report.to);
    for statement in &report.states {
        let _ = write!(description, "\n- {}", plain(statement.as_str()));
    }
    if let Some(form) = &report.form {
        let _ = write!(description, "\nForm: {form}");
    }
    Event {
        date,
        key: format!("report {} {first}", report.name),
        summary: format!("last day for {} to {}", report.name, report.to),
        description,
        alarms: &[3],
    }
}

/// A window of maintenance that recurs.
struct Recurring<'a> {
    maintenance: &'a Maintenance,
    window: &'a Window,
    number: usize,
    /// The first date of the term that it falls on.
    first: Date,
}

fn windows<'a>(agreement: &'a Agreement, term: Term, fit: &mut Fit) -> Vec<Recurring<'a>> {
    let mut found = Vec::new();
    for maintenance in &agreement.maintenance {
        let name = maintenance.name.value.as_str();
        for (number, window) in (1..).zip(&maintenance.windows) {
            let at = number.to_string();
            let at = ["maintenance", name, "windows", at.as_str()];
            let first = (0..70).filter_map(|day| term.first.plus_days(day)).find(|date| falls_on(window, *date));
            let Some(first) = first else {
                fit.dropped(&at, "it falls on no day of the term");
                continue;
            };
            fit.exact(&at);
            found.push(Recurring { maintenance, window, number, first });
        }
        if maintenance.windows.is_empty() {
            continue;
        }
        for number in 1..=maintenance.not_on.len() {
            fit.exact(&["maintenance", name, "not_on", &number.to_string()]);
        }
        fit.rest(&["maintenance", name, "services"], &Verdict::Exact);
    }
    found
}

fn falls_on(window: &Window, date: Date) -> bool {
    match &window.days {
        WindowDays::Weekly(days) => days.contains(&date.weekday()),
        WindowDays::Monthly { ordinal, day } => {
            *day == date.weekday() && (date.day() + 6) / 7 == i8::try_from(*ordinal).unwrap_or(0)
        }
    }
}

impl Recurring<'_> {
    fn write(&self, reference: &str, stamp: Instant, term: Term, writer: &mut Writer) {
        let Hours { from, to } = self.window.hours;
        let name = &self.maintenance.name;
        let zone = self.window.zone.as_str();
        let overnight = i64::from(to <= from);
        let at = |day: Date, minutes: u16| {
            let day = day.plus_days(i64::from(minutes / 1440)).unwrap_or(day);
            format!("{}T{:02}{:02}00", date(day), minutes % 1440 / 60, minutes % 60)
        };
        writer.line("BEGIN:VEVENT");
        writer.line(&format!("UID:{}", uid(reference, &format!("maintenance {name} {}", self.number))));
        writer.line(&format!("DTSTAMP:{}", utc(stamp)));
        writer.line(&format!("DTSTART;TZID={zone}:{}", at(self.first, from.minutes())));
        let last = self.first.plus_days(overnight).unwrap_or(self.first);
        writer.line(&format!("DTEND;TZID={zone}:{}", at(last, to.minutes())));
        let rule = match &self.window.days {
            WindowDays::Weekly(days) => {
                let days: Vec<_> = days.iter().map(|day| day.word()[..2].to_uppercase()).collect();
                format!("FREQ=WEEKLY;BYDAY={}", days.join(","))
            }
            WindowDays::Monthly { ordinal, day } => {
                format!("FREQ=MONTHLY;BYDAY={ordinal}{}", day.word()[..2].to_uppercase())
            }
        };
        let rules = ZoneRules::of(&self.window.zone);
        let until = term.last.and_then(|last| rules.instant(last, 86_399));
        writer.line(&format!("RRULE:{rule}{}", until.map_or(String::new(), |end| format!(";UNTIL={}", utc(end)))));
        for range in &self.maintenance.not_on {
            let days = (0..=range.from.days_until(range.to).min(3660)).filter_map(|day| range.from.plus_days(day));
            let skipped: Vec<_> = days
                .filter(|day| *day >= self.first && falls_on(self.window, *day))
                .map(|day| at(day, from.minutes()))
                .collect();
            if !skipped.is_empty() {
                writer.line(&format!("EXDATE;TZID={zone}:{}", skipped.join(",")));
            }
        }
        writer.text("SUMMARY", &one_line(&format!("{reference}: window for {name}")));
        if !self.maintenance.services.is_empty() {
            let services: Vec<_> = self.maintenance.services.iter().map(ToString::to_string).collect();
            writer.text("DESCRIPTION", &format!("Of {}.", services.join(", ")));
        }
        writer.line("TRANSP:TRANSPARENT");
        writer.line("END:VEVENT");
    }
}
