//! SLA definitions: one for each severity and time, and for each type of request.

use std::fmt::Write as _;

use super::super::counted::{Clock, counted};
use super::super::ticket::customer;
use super::super::{Fit, Names, Refused};
use super::schedules::variable;
use super::{quoted, sys_id};
use crate::model::{
    Agreement, Calendar, CalendarRef, ClockStart, Duration, Indicator, Name, Pause, PauseReason, Regrade, SupportTimes,
    TimeMeasure,
};

/// An SLA definition.
pub(super) struct Definition<'a> {
    name: String,
    /// `response` or `resolution`, where it is one of them.
    target: Option<&'static str>,
    seconds: u64,
    calendar: Option<&'a Calendar>,
    start: String,
    stop: String,
    pause: Option<String>,
    table: String,
    /// Whether a record that changes its severity keeps the time it has used.
    keeps_time: bool,
}

impl Definition<'_> {
    /// Whether its time counts in a calendar.
    pub(super) fn uses(&self, calendar: &Calendar) -> bool {
        self.calendar.is_some_and(|own| own.name == calendar.name)
    }

    /// The definition as the SDK takes it.
    pub(super) fn text(&self, prefix: &str) -> String {
        let mut out = String::from("\nSla({\n");
        let mut line = |field: &str, value: &str| {
            let _ = writeln!(out, "    {field}: {value},");
        };
        line("$id", &quoted(&sys_id(&[prefix, &self.name])));
        line("name", &quoted(&self.name));
        line("table", &quoted(&self.table));
        line("type", "\"SLA\"");
        if let Some(target) = self.target {
            line("target", &quoted(target));
        }
        let (days, rest) = (self.seconds / 86_400, self.seconds % 86_400);
        let (hours, minutes, seconds) = (rest / 3600, rest / 60 % 60, rest % 60);
        line(
            "duration",
            &format!("Duration({{ days: {days}, hours: {hours}, minutes: {minutes}, seconds: {seconds} }})"),
        );
        match self.calendar {
            Some(calendar) => {
                line("schedule", &variable(calendar));
                line("timezoneSource", "\"sla.timezone\"");
                line("timezone", &quoted(calendar.zone.as_str()));
            }
            None => line("scheduleSource", "\"no_schedule\""),
        }
        let pause = self.pause.as_ref().map(|pause| format!(", pause: {}", quoted(pause))).unwrap_or_default();
        line("conditions", &format!("{{ start: {}, stop: {}{pause} }}", quoted(&self.start), quoted(&self.stop)));
        line("whenTo", "{ resume: \"no_match\", cancel: \"no_match\" }");
        if self.keeps_time {
            line("retroactive", "{ start: true, pause: true, setStartTo: \"opened_at\" }");
        }
        out.push_str("});\n");
        out
    }
}

/// The queries for the records of customers, by their full names: agreements share a file of names.
const CUSTOMERS: &str = "customers";

/// The definitions of an agreement.
pub(super) fn definitions<'a>(
    agreement: &'a Agreement,
    prefix: &str,
    fit: &mut Fit,
    names: &mut Names,
) -> Result<Vec<Definition<'a>>, Refused> {
    let promised = agreement.levels.iter().any(|level| matches!(level.indicator, Indicator::SupportTimes(_)));
    if !promised && agreement.requests.iter().all(|request| request.within.is_none()) {
        return Ok(Vec::new());
    }
    let table = names.text_or("agreement", "table", "the table of the records that are timed", "incident");
    let party = customer(agreement);
    let what = "the encoded query for this customer's records: company=SYS_ID";
    let customer = query(names.text(CUSTOMERS, party, what))?;
    // One that is missing is told beside the other names.
    if customer.is_empty() && !names.missing().iter().any(|wanted| wanted.kind == CUSTOMERS) {
        return Err(Refused::new(
            "without a query for the customer's records every customer would get these times",
            format!("write one in names.toml: [servicenow.{CUSTOMERS}] {party:?} = \"company=SYS_ID\""),
        ));
    }
    let mut made = Made { agreement, prefix, table, customer, definitions: Vec::new() };
    for level in &agreement.levels {
        let Indicator::SupportTimes(times) = &level.indicator else { continue };
        let services: Vec<&Name> = level.services.iter().map(|service| &service.value).collect();
        made.of_times(level.name.value.as_str(), &services, times, fit, names)?;
    }
    if promised {
        let at = ["severities", "regrade"];
        if fit.has(&at) {
            fit.exact(&at);
        }
    }
    made.of_requests(fit, names)?;
    Ok(made.definitions)
}

/// An encoded query that stays within one condition: `^NQ` would begin another, for all customers.
fn query(text: String) -> Result<String, Refused> {
    if text.contains("^NQ") {
        return Err(Refused::new(
            format!("`{text}` begins a second query, which would hold for more than this agreement"),
            "join conditions with ^ and ^OR, without ^NQ",
        ));
    }
    Ok(text.trim_matches('^').to_owned())
}

struct Made<'a, 'p> {
    agreement: &'a Agreement,
    prefix: &'p str,
    table: String,
    customer: String,
    definitions: Vec<Definition<'a>>,
}

/// A time of the agreement with the records that it is for.
struct Time<'t> {
    name: String,
    target: Option<&'static str>,
    length: Duration,
    clock: &'t CalendarRef,
    start: String,
    stop: String,
    pause: Option<String>,
}

impl Made<'_, '_> {
    fn of_times(
        &mut self,
        own: &str,
        services: &[&Name],
        times: &SupportTimes,
        fit: &mut Fit,
        names: &mut Names,
    ) -> Result<(), Refused> {
        let pause = pauses(own, &times.pauses, fit, names)?;
        let scope = self.scope(services, names)?;
        for row in &times.rows {
            let severity = row.severity.value.as_str();
            let place =
                self.agreement.severities.entries.iter().position(|entry| entry.name.value == row.severity.value);
            let otherwise = format!("priority={}", place.unwrap_or_default() + 1);
            let graded =
                query(names.text_or("severities", severity, "the encoded query for this severity", &otherwise))?;
            for (measure, field, target, stop) in MEASURES {
                let Some(time) = row.time(measure) else { continue };
                let stop = match stop {
                    Some(otherwise) => names.text_or("stop", field, STOP, otherwise),
                    None => names.text("stop", field, STOP),
                };
                let time = Time {
                    name: format!("{} {severity} {field}", self.prefix_of(own)),
                    target,
                    length: time.value,
                    clock: &row.clock.value,
                    start: format!("{scope}^{graded}"),
                    stop,
                    pause: pause.clone(),
                };
                self.time(time, &["levels", own, severity, field], fit);
            }
            fit.exact(&["levels", own, severity, "clock"]);
        }
        if !services.is_empty() {
            fit.approximated(&["levels", own, "services"], "the query in names.toml tells their records");
        }
        let how = match &times.clock_starts {
            ClockStart::Reaches { .. } | ClockStart::Opened { .. } => "the clock starts at the record's opened_at",
            ClockStart::When(_) => "the clock starts at the record's opened_at, whatever the words say",
        };
        fit.approximated(&["levels", own, "clock_starts"], how);
        Ok(())
    }

    /// What names begin with: the level's too, where several give times.
    fn prefix_of(&self, own: &str) -> String {
        let levels = &self.agreement.levels;
        let many = levels.iter().filter(|level| matches!(level.indicator, Indicator::SupportTimes(_))).count() > 1;
        if many { format!("{} {own}", self.prefix) } else { self.prefix.to_owned() }
    }

    fn of_requests(&mut self, fit: &mut Fit, names: &mut Names) -> Result<(), Refused> {
        for request in &self.agreement.requests {
            let Some(within) = request.within else { continue };
            let own = request.name.value.as_str();
            let services: Vec<&Name> = request.service.iter().collect();
            let scope = self.scope(&services, names)?;
            let kind = query(names.text("requests", own, "the encoded query for records of this type of request"))?;
            let time = Time {
                name: format!("{} {own}", self.prefix),
                target: Some("resolution"),
                length: within,
                clock: &request.clock,
                start: format!("{scope}^{kind}"),
                stop: names.text_or("stop", "resolution", STOP, RESOLVED),
                pause: None,
            };
            self.time(time, &["requests", own, "within"], fit);
            fit.exact(&["requests", own, "clock"]);
            if request.service.is_some() {
                fit.approximated(&["requests", own, "service"], "the query in names.toml tells its records");
            }
        }
        Ok(())
    }

    /// The records of the customer on these services.
    fn scope(&self, services: &[&Name], names: &mut Names) -> Result<String, Refused> {
        let what = "the encoded query for records on this service, or \"\" for all of the customer's";
        let mut queries = Vec::new();
        for service in services {
            queries.push(query(names.text("services", service.as_str(), what))?);
        }
        let all = queries.iter().any(String::is_empty);
        if let Some(mixed) = queries.iter().find(|query| queries.len() > 1 && query.contains('^')) {
            return Err(Refused::new(
                format!("`{mixed}` has several conditions, and a level is for several services"),
                "give each service one condition: business_service=SYS_ID",
            ));
        }
        Ok(if all || queries.is_empty() {
            self.customer.clone()
        } else {
            format!("{}^{}", self.customer, queries.join("^OR"))
        })
    }

    fn time(&mut self, time: Time<'_>, path: &[&str], fit: &mut Fit) {
        let counted = match counted(self.agreement, time.length, time.clock) {
            Ok(counted) => counted,
            Err(why) => return fit.dropped(path, why),
        };
        let calendar = match counted.clock {
            Clock::Open(calendar) | Clock::BusinessDays(calendar) => Some(calendar),
            Clock::Elapsed | Clock::AfterOpening(_) => None,
        };
        match (counted.clock, counted.near) {
            (_, Some(near)) => fit.approximated(path, near),
            (Clock::BusinessDays(_), _) => fit.approximated(
                path,
                "a business day counts the open hours of a day: begun outside them, it ends with closing time",
            ),
            (Clock::AfterOpening(_), _) => {
                fit.approximated(path, "it counts at once, also where the calendar is closed");
            }
            _ if counted.seconds == 0 => fit.dropped(path, "a time of nothing is always missed"),
            _ => fit.exact(path),
        }
        self.definitions.push(Definition {
            name: time.name,
            target: time.target,
            seconds: counted.seconds,
            calendar,
            start: time.start,
            stop: time.stop,
            pause: time.pause,
            table: self.table.clone(),
            keeps_time: self.agreement.severities.regrade == Regrade::KeepsTimeUsed,
        });
    }
}

/// What is asked for a stop condition.
const STOP: &str = "the encoded query that holds once this is done";
/// Resolved or closed.
const RESOLVED: &str = "stateIN6,7";

/// What of a ticket can be timed: its field in the policy, ServiceNow's word for it, and when it is done.
const MEASURES: [(TimeMeasure, &str, Option<&str>, Option<&str>); 6] = [
    (TimeMeasure::Acknowledgement, "acknowledgement", None, None),
    (TimeMeasure::Response, "response", Some("response"), None),
    (TimeMeasure::Workaround, "workaround", None, None),
    (TimeMeasure::Onsite, "onsite", None, None),
    (TimeMeasure::Parts, "parts", None, None),
    (TimeMeasure::Resolution, "resolution", Some("resolution"), Some(RESOLVED)),
];

/// When the clock of a level stands still, as an encoded query.
fn pauses(level: &str, pauses: &[Pause], fit: &mut Fit, names: &mut Names) -> Result<Option<String>, Refused> {
    let what = "the encoded query that holds while the clock stands still";
    let mut queries: Vec<String> = Vec::new();
    for (at, pause) in pauses.iter().enumerate() {
        let mut own = Vec::new();
        match &pause.reason {
            // On hold, awaiting the caller.
            PauseReason::WaitingFor(party) => {
                own.push(query(names.text_or(
                    "pauses",
                    &format!("waiting for {party}"),
                    what,
                    "state=3^hold_reason=1",
                ))?);
            }
            PauseReason::While(_) => own.push(query(names.text_or("pauses", "on hold", what, "state=3"))?),
            PauseReason::InStatus => {
                for status in &pause.statuses {
                    own.push(query(names.text("pauses", status, what))?);
                }
            }
        }
        let mut how = "the clock stands still while the query in names.toml holds".to_owned();
        if let Some(limit) = pause.at_most {
            let _ = write!(how, ", also past {limit}");
        }
        if pause.reminder.is_some() {
            how.push_str(", also without a reminder");
        }
        fit.approximated(&["levels", level, "pauses", &(at + 1).to_string()], how);
        queries.extend(own.into_iter().filter(|query| !query.is_empty()));
    }
    queries.dedup();
    // Each is a query of its own here: any of them pauses.
    Ok((!queries.is_empty()).then(|| queries.join("^NQ")))
}
