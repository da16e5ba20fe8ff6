//! Zammad: an SLA for each severity of the customer's tickets, and the calendars that they count by.
//!
//! Sources: the pages "Service-Level Agreements (SLA)" and "Calendar" of the Zammad API documentation,
//! <https://docs.zammad.org/en/latest/api/sla.html> and <https://docs.zammad.org/en/latest/api/calendar.html>; for the
//! order in which SLAs are matched, the end of a day and the states that stop the clock: Zammad's source.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::hours::{DAY, week};
use super::schedule::{closed, judge_calendars};
use super::text::{Slugs, json, one_line};
use super::ticket::{Desk, Ticking, Time, customer, desks, judge_regrade, labelled, pause_limits, ticking};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Agreement, Calendar, Indicator, Level, Name, RequestType, TimeMeasure};
use crate::policy::Policy;

/// The exporter.
pub(super) struct Zammad;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// UTC under a name that is in Zammad's list of zones.
const UTC: &str = "Atlantic/Reykjavik";

/// Zammad keeps the names of SLAs in 150 characters.
const LONGEST_NAME: usize = 150;

/// Zammad's clock does not ask for whom a ticket waits.
const PENDING: &str = "Zammad also stops the clock while the ticket is pending";

impl Exporter for Zammad {
    fn name(&self) -> &'static str {
        "zammad"
    }

    fn title(&self) -> &'static str {
        "Zammad"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/zammad.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response | Topic::Resolution | Topic::Clock | Topic::ClockRules | Topic::Hours | Topic::Holidays => {
                Carries::Exact
            }
            Topic::Update | Topic::Requests | Topic::Severities | Topic::Grading | Topic::Pauses => {
                Carries::Approximated
            }
            Topic::Share | Topic::Measurement => {
                Carries::Never("Zammad times each ticket: take shares of tickets from a report")
            }
            Topic::Exclusions => Carries::Never("a Zammad SLA leaves no ticket out after the fact"),
            Topic::Escalation => Carries::Never("Zammad notifies by triggers and schedulers, which are not written"),
            Topic::Credits | Topic::Remedies => Carries::Never("Zammad has times of tickets, not what a miss costs"),
            _ => Carries::Never("Zammad times tickets and nothing else"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let desks = desks(agreement);
        let requests: Vec<_> = agreement.requests.iter().filter(|request| request.within.is_some()).collect();
        let mut files = Vec::new();
        if !desks.is_empty() || !requests.is_empty() {
            let customer = customer(agreement);
            let mut writer = Writer {
                policy: input.policy,
                organization: names.number("organizations", customer, "the id of the customer's organization"),
                priority: if desks.is_empty() { Vec::new() } else { priorities(agreement, names)? },
                slugs: Slugs::default(),
                calendars: Vec::new(),
                slas: 0,
                files: &mut files,
            };
            // The first SLA that matches a ticket holds, by name: what is narrower comes first.
            for request in requests {
                writer.request(request, fit, names)?;
            }
            let what = "the tag of tickets about it, or * where all of the customer's are";
            for (desk, tags) in labelled(desks, |service| names.text_or_all("tags", service, what))? {
                writer.desk(&desk, &tags, fit)?;
            }
            writer.write_calendars(fit)?;
            let used = writer.calendars.iter().filter_map(|(calendar, _)| *calendar);
            let used: BTreeSet<String> = used.map(|calendar| calendar.name.value.to_string()).collect();
            let written = writer.slas > 0;
            judge_calendars(input.policy, &used, "Zammad", fit);
            let anew = "a new priority counts the whole ticket anew by its own times and calendar, from the beginning";
            judge_regrade(agreement, "Zammad", Some(anew), fit);
            for severity in &agreement.severities.entries {
                let path = ["severities", severity.name.value.as_str(), "title"];
                fit.approximated(&path, "it is a priority of Zammad");
            }
            if written {
                files.push(File::text("apply.sh", include_str!("apply.sh")));
            }
        }
        judge_calendars(input.policy, &BTreeSet::new(), "Zammad", fit);
        fit.rest(&[], &Verdict::Dropped("Zammad has no field for it".into()));
        Ok(files)
    }
}

/// The identifier of each severity's priority: an installation has its own.
fn priorities<'a>(agreement: &'a Agreement, names: &mut Names) -> Result<Vec<(&'a Name, i64)>, Refused> {
    let mut given: Vec<(&Name, i64)> = Vec::new();
    for severity in &agreement.severities.entries {
        let name = &severity.name.value;
        let id = names.number("priorities", name.as_str(), "the id of the priority of such tickets");
        // 0 stands for one that is missing.
        if let Some((other, _)) = given.iter().find(|(_, taken)| id != 0 && *taken == id) {
            let why = format!("names.toml gives {other} and {name} the same priority {id}");
            return Err(Refused::new(why, "give each severity a priority of its own".to_owned()));
        }
        given.push((name, id));
    }
    Ok(given)
}

struct Writer<'a> {
    policy: &'a Policy,
    organization: i64,
    priority: Vec<(&'a Name, i64)>,
    slugs: Slugs,
    /// With their identifiers; none: always open.
    calendars: Vec<(Option<&'a Calendar>, String)>,
    slas: u32,
    files: &'a mut Vec<File>,
}

impl<'a> Writer<'a> {
    /// An SLA for each severity of the tickets of some services.
    fn desk(&mut self, desk: &Desk<'a>, tags: &[String], fit: &mut Fit) -> Result<(), Refused> {
        for (severity, id) in self.priority.clone() {
            let mut bound: Option<Option<&Calendar>> = None;
            let mut fields = Map::new();
            for time in desk.times.iter().filter(|time| time.row.severity.value == *severity) {
                let at = time.path();
                let (field, count) =
                    match field(time.measure).map(|field| (field, time.ticking(&self.policy.agreement))) {
                        Ok((field, Ok(count))) => (field, count),
                        Ok((_, Err(why))) => {
                            fit.dropped(&at, why);
                            continue;
                        }
                        Err(why) => {
                            fit.dropped(&at, why);
                            continue;
                        }
                    };
                if fields.contains_key(field) {
                    fit.dropped(&at, "a Zammad ticket has one SLA with one such time, and another level has it");
                    continue;
                }
                if let Some(other) = bound
                    && other.map(|calendar| &calendar.name.value) != count.calendar.map(|calendar| &calendar.name.value)
                {
                    let other = other.map_or("always open".to_owned(), |calendar| format!("`{}`", calendar.name.value));
                    fit.dropped(&at, format!("all times of a Zammad SLA have one calendar, and it is {other}"));
                    continue;
                }
                bound = Some(count.calendar);
                fields.insert(field.to_owned(), json!(count.minutes().0));
                fit.exact(&time.clock_path());
                judge_time(time, &count, fit);
            }
            if let Some(calendar) = bound {
                let condition = self.scope(tags, Some(id))?;
                self.sla(&format!("{}, {severity}", desk.name()), calendar, fields, condition);
            }
        }
        for level in &desk.levels {
            judge_rules(level, fit);
        }
        Ok(())
    }

    /// The SLA for one type of request, which its tag tells apart.
    fn request(&mut self, request: &'a RequestType, fit: &mut Fit, names: &mut Names) -> Result<(), Refused> {
        let Some(within) = request.within else { return Ok(()) };
        let name = request.name.value.as_str();
        let at = ["requests", name, "within"];
        let count = match ticking(&self.policy.agreement, within, &request.clock) {
            Ok(count) => count,
            Err(why) => {
                fit.dropped(&at, why);
                return Ok(());
            }
        };
        let tag = names.text_or("tags", name, "the tag of such requests", &Slugs::default().of(name));
        let (minutes, near) = count.minutes();
        let how = near.map_or(PENDING.to_owned(), |near| format!("{near}; {PENDING}"));
        fit.approximated(&at, how);
        fit.approximated(&["requests", name, "clock"], PENDING);
        fit.approximated(&["requests", name, "title"], format!("such requests carry the tag {tag}"));
        let condition = self.scope(&[tag], None)?;
        let fields = Map::from_iter([("solution_time".to_owned(), json!(minutes))]);
        self.sla(name, count.calendar, fields, condition);
        Ok(())
    }

    fn sla(&mut self, name: &str, calendar: Option<&'a Calendar>, mut fields: Map<String, Value>, condition: Value) {
        self.slas += 10;
        let slug = self.calendar(calendar);
        let name: String = format!("{:04}-{}", self.slas, self.title(name)).chars().take(LONGEST_NAME).collect();
        let path = format!("slas/{:04}-{}.json", self.slas, self.slugs.of(name.trim_start_matches(char::is_numeric)));
        fields.insert("name".to_owned(), json!(name));
        fields.insert("calendar_id".to_owned(), json!(format!("calendar:{slug}")));
        fields.insert("condition".to_owned(), condition);
        self.files.push(File::text(path, json(&Value::Object(fields))));
    }

    /// The identifier of a calendar, which is written in the end.
    fn calendar(&mut self, calendar: Option<&'a Calendar>) -> String {
        let name = |calendar: Option<&'a Calendar>| calendar.map(|calendar| &calendar.name.value);
        if let Some((_, slug)) = self.calendars.iter().find(|(known, _)| name(*known) == name(calendar)) {
            return slug.clone();
        }
        let slug = self.slugs.of(calendar.map_or("always", |calendar| calendar.name.value.as_str()));
        self.calendars.push((calendar, slug.clone()));
        slug
    }

    /// Tickets of the customer alone, and of these such with a priority and with one of the tags.
    fn scope(&self, tags: &[String], priority: Option<i64>) -> Result<Value, Refused> {
        let is = |id: i64| json!({ "operator": "is", "value": [id.to_string()] });
        let mut condition = json!({ "ticket.organization_id": is(self.organization) });
        if let Some(priority) = priority {
            condition["ticket.priority_id"] = is(priority);
        }
        if let Some(tag) = tags.iter().find(|tag| tag.contains(',')) {
            let why = format!("names.toml has the tag `{tag}`, which Zammad takes for several tags");
            return Err(Refused::new(why, "write a tag without a comma".to_owned()));
        }
        if !tags.is_empty() {
            condition["ticket.tags"] = json!({ "operator": "contains one", "value": tags.join(", ") });
        }
        Ok(condition)
    }

    fn title(&self, name: &str) -> String {
        let heading = &self.policy.agreement.heading;
        one_line(&format!("{}: {name}", heading.reference.as_ref().unwrap_or(&heading.title)))
    }

    fn write_calendars(&mut self, fit: &mut Fit) -> Result<(), Refused> {
        for (calendar, slug) in &self.calendars {
            let always = || std::array::from_fn(|_| vec![(0, DAY)]);
            let week = calendar.map_or_else(always, week);
            if week.iter().all(Vec::is_empty) {
                let why = format!("the calendar {slug} is never open, which Zammad does not take");
                return Err(Refused::new(why, "write when it is open".to_owned()));
            }
            if let Some(calendar) = calendar.filter(|_| week.iter().flatten().any(|hours| hours.1 == DAY - 1)) {
                for number in 1..=calendar.opening.len() {
                    let at = ["calendars", calendar.name.value.as_str(), "opening", &number.to_string()];
                    fit.approximated(&at, "Zammad takes 23:59 for the end of the day");
                }
            }
            let days = DAYS.iter().zip(&week).map(|(day, hours)| {
                let frames: Vec<Value> =
                    hours.iter().map(|(from, to)| json!([clock(*from), clock((*to).min(DAY - 1))])).collect();
                ((*day).to_owned(), json!({ "active": !hours.is_empty(), "timeframes": frames }))
            });
            let closed = calendar.map_or_else(Vec::new, |calendar| closed(self.policy, calendar));
            let mut holidays = Map::new();
            for run in closed {
                let mut next = Some(run.first);
                while let Some(date) = next.filter(|date| *date <= run.last) {
                    holidays.insert(date.to_string(), json!({ "active": true, "summary": one_line(&run.name) }));
                    next = date.plus_days(1);
                }
            }
            let data = json!({
                "name": self.title(calendar.map_or("always", |calendar| calendar.name.value.as_str())),
                "timezone": calendar.map_or(UTC, |calendar| calendar.zone.as_str()),
                "business_hours": days.collect::<Map<_, _>>(),
                "public_holidays": holidays,
                "default": false,
            });
            self.files.push(File::text(format!("calendars/{slug}.json"), json(&data)));
        }
        Ok(())
    }
}

/// Zammad's field for a time, or why it has none.
fn field(measure: TimeMeasure) -> Result<&'static str, &'static str> {
    match measure {
        TimeMeasure::Response => Ok("first_response_time"),
        TimeMeasure::Update => Ok("update_time"),
        TimeMeasure::Resolution => Ok("solution_time"),
        TimeMeasure::Acknowledgement => Err("Zammad times the first response of a person, not an acknowledgement"),
        TimeMeasure::Workaround => Err("Zammad times the end of a ticket, not a workaround"),
        TimeMeasure::Onsite => Err("Zammad does not know when somebody arrives"),
        TimeMeasure::Parts => Err("Zammad does not know when parts arrive"),
    }
}

fn judge_time(time: &Time<'_>, count: &Ticking<'_>, fit: &mut Fit) {
    let mut how: Vec<String> = count.minutes().1.into_iter().collect();
    if time.measure == TimeMeasure::Update {
        how.push(
            "Zammad counts from the last contact with the customer; which message counts depends on its version"
                .to_owned(),
        );
    }
    if time.support.pauses.is_empty() {
        how.push(PENDING.to_owned());
    }
    if how.is_empty() { fit.exact(&time.path()) } else { fit.approximated(&time.path(), how.join("; ")) }
}

/// What a level says of the clock of its tickets.
fn judge_rules(level: &Level, fit: &mut Fit) {
    let Indicator::SupportTimes(support) = &level.indicator else { return };
    let name = level.name.value.as_str();
    fit.approximated(&["levels", name, "clock_starts"], "the clock starts when the ticket is created in Zammad");
    fit.exact(&["levels", name, "services"]);
    for (number, pause) in (1..).zip(&support.pauses) {
        let number: u32 = number;
        let limits = pause_limits(pause, "Zammad").map_or(String::new(), |limits| format!("; {limits}"));
        let how = format!("the clock stops while the ticket is pending, whoever it waits for{limits}");
        fit.approximated(&["levels", name, "pauses", &number.to_string()], how);
    }
    for row in &support.rows {
        let why = "no time of this row is timed in Zammad".to_owned();
        fit.rest(&["levels", name, row.severity.value.as_str(), "clock"], &Verdict::Dropped(why));
    }
}

/// Minutes of a day as a time: 23:59 is the end of the day for Zammad.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
