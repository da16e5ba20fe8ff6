//! Freshdesk: an SLA policy for the tickets of each group of services and for each type of request.
//!
//! Sources: "Create an SLA Policy" of the Freshdesk API reference, <https://developers.freshdesk.com/api/#sla_policies>;
//! for what a group's calendar does: "What are business hours and calendar hours?",
//! <https://support.freshdesk.com/support/solutions/articles/37627>; for whole days of open time:
//! <https://support.freshdesk.com/support/solutions/articles/50000011664>.

mod escalation;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use self::escalation::Told;
use super::checklist;
use super::schedule::{has_breaks, judge_calendars, one_interval_a_day};
use super::text::{Slugs, json, markdown, one_line};
use super::ticket::{
    Desk, Ticking, Time, breaks, customer, desks, judge_regrade, judge_titles, labelled, pause_limits, priorities,
    ticking,
};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Calendar, Indicator, Level, Name, RequestType, TimeMeasure};
use crate::policy::Policy;

/// The exporter.
pub(super) struct Freshdesk;

/// Freshdesk's priorities, from the highest, which is number 4.
const PRIORITIES: [&str; 4] = ["urgent", "high", "medium", "low"];

/// Freshdesk wants a time for each priority: 365 days stand for none.
const NONE: u64 = 365 * 86_400;

/// Freshdesk's clock does not ask for whom a ticket waits.
const WAITING: &str = "Freshdesk also stops the clock in each status whose SLA timer is off";

const BY_HAND: &str = "it is entered by hand, from business-hours.md";

impl Exporter for Freshdesk {
    fn name(&self) -> &'static str {
        "freshdesk"
    }

    fn title(&self) -> &'static str {
        "Freshdesk"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/freshdesk.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response | Topic::Resolution | Topic::Clock | Topic::ClockRules => Carries::Exact,
            Topic::Requests
            | Topic::Severities
            | Topic::Grading
            | Topic::Pauses
            | Topic::Hours
            | Topic::Holidays
            | Topic::Escalation => Carries::Approximated,
            Topic::Update => {
                Carries::Never("Freshdesk times answers to the customer's messages, not updates of one's own accord")
            }
            Topic::Share | Topic::Measurement => {
                Carries::Never("Freshdesk times each ticket: take shares of tickets from a report")
            }
            Topic::Exclusions => Carries::Never("a Freshdesk policy leaves no ticket out after the fact"),
            Topic::Credits | Topic::Remedies => Carries::Never("Freshdesk has times of tickets, not what a miss costs"),
            _ => Carries::Never("Freshdesk times tickets and nothing else"),
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
                company: names.number("companies", customer, "the id of the customer's company"),
                priority: priorities(agreement, &PRIORITIES, "Freshdesk", names)?
                    .into_iter()
                    .filter_map(|(severity, priority)| Some((&severity.name.value, priority?)))
                    .collect(),
                told: if desks.is_empty() { Told::default() } else { Told::of(agreement, fit, names) },
                slugs: Slugs::default(),
                calendars: Vec::new(),
                files: &mut files,
            };
            // The first policy that matches a ticket holds: what is narrower comes first.
            for request in requests {
                writer.request(request, fit, names);
            }
            let what = "the id of the product that tickets about it have, or \"*\" where all of the company's are";
            for (desk, products) in labelled(desks, |service| names.number_or_all("products", service, what))? {
                writer.desk(&desk, &products, fit, names);
            }
            let anew = "a new priority counts the whole ticket anew by its own times, from the beginning";
            judge_regrade(agreement, "Freshdesk", Some(anew), fit);
            judge_titles(&writer.priority, fit);
            writer.write_calendars(fit);
        }
        judge_calendars(input.policy, &BTreeSet::new(), "Freshdesk", fit);
        fit.rest(&[], &Verdict::Dropped("Freshdesk has no field for it".into()));
        Ok(files)
    }
}

struct Writer<'a> {
    policy: &'a Policy,
    company: i64,
    priority: Vec<(&'a Name, String)>,
    told: Told,
    slugs: Slugs,
    /// Those that a time counts by.
    calendars: Vec<&'a Calendar>,
    files: &'a mut Vec<File>,
}

/// What a policy says of the tickets of one priority.
#[derive(Default)]
struct Target {
    respond: Option<u64>,
    resolve: Option<u64>,
    /// Whether both times count in opening hours; none as long as there is no time.
    open: Option<bool>,
    escalated: bool,
}

impl Target {
    fn json(&self) -> Value {
        json!({
            "respond_within": self.respond.unwrap_or(NONE),
            "resolve_within": self.resolve.unwrap_or(NONE),
            "business_hours": self.open.unwrap_or_default(),
            "escalation_enabled": self.escalated,
        })
    }
}

impl<'a> Writer<'a> {
    /// The policy for the tickets of some services.
    fn desk(&mut self, desk: &Desk<'a>, products: &[i64], fit: &mut Fit, names: &mut Names) {
        let mut targets: [Target; 4] = Default::default();
        let mut calendar: Option<&Calendar> = None;
        for time in &desk.times {
            let at = time.path();
            let severity = &time.row.severity.value;
            let place = self.priority.iter().find(|(known, _)| *known == severity);
            let Some(place) = place.and_then(|(_, own)| PRIORITIES.iter().position(|known| known == own)) else {
                fit.dropped(&at, "Freshdesk has four priorities");
                fit.dropped(&time.clock_path(), "Freshdesk has four priorities");
                continue;
            };
            match self.time(time, &mut targets[place], &mut calendar) {
                Ok(near) if near.is_empty() => fit.exact(&at),
                Ok(near) => fit.approximated(&at, near.join("; ")),
                Err(why) => {
                    fit.dropped(&at, why);
                    continue;
                }
            }
            fit.exact(&time.clock_path());
            targets[place].escalated = self.told.holds_for(severity);
        }
        for level in &desk.levels {
            judge_rules(level, fit);
        }
        if targets.iter().all(|target| target.open.is_none()) {
            return;
        }
        let mut scope = Map::from_iter([("company_ids".to_owned(), json!([self.company]))]);
        if !products.is_empty() {
            scope.insert("product_ids".to_owned(), json!(products));
        }
        self.policy(&desk.name(), &targets, calendar, scope, true, names);
    }

    /// Writes a time into the policy: how it comes near, empty where it does not have to, or why it is not written.
    fn time(
        &mut self,
        time: &Time<'a>,
        target: &mut Target,
        calendar: &mut Option<&'a Calendar>,
    ) -> Result<Vec<String>, String> {
        let field = match time.measure {
            TimeMeasure::Response => &mut target.respond,
            TimeMeasure::Resolution => &mut target.resolve,
            TimeMeasure::Update => return Err("Freshdesk times no updates of one's own accord".into()),
            TimeMeasure::Acknowledgement => {
                return Err("Freshdesk times the first response of a person, not an acknowledgement".into());
            }
            TimeMeasure::Workaround => return Err("Freshdesk times the end of a ticket, not a workaround".into()),
            TimeMeasure::Onsite => return Err("Freshdesk does not know when somebody arrives".into()),
            TimeMeasure::Parts => return Err("Freshdesk does not know when parts arrive".into()),
        };
        let count = time.ticking(&self.policy.agreement)?;
        let mut near = coming_near(&count)?;
        if field.is_some() {
            return Err("a Freshdesk policy has one such time for each priority, and another level has it".into());
        }
        if target.open.is_some_and(|open| open != count.calendar.is_some()) {
            return Err("both times of a priority count by the same clock, and the other one's is another".into());
        }
        if let Some(own) = count.calendar {
            if let Some(other) = calendar.filter(|other| other.name.value != own.name.value) {
                return Err(format!("a Freshdesk group has one calendar, and it is `{}`", other.name.value));
            }
            *calendar = Some(own);
        }
        *field = Some(count.seconds);
        target.open = Some(count.calendar.is_some());
        if time.support.pauses.is_empty() {
            near.push(WAITING.to_owned());
        }
        Ok(near)
    }

    /// The policy for one type of request, which is a ticket type.
    fn request(&mut self, request: &'a RequestType, fit: &mut Fit, names: &mut Names) {
        let Some(within) = request.within else { return };
        let name = request.name.value.as_str();
        let at = ["requests", name, "within"];
        let counted = ticking(&self.policy.agreement, within, &request.clock);
        let (count, mut near) = match counted.and_then(|count| Ok((coming_near(&count)?, count))) {
            Ok((near, count)) => (count, near),
            Err(why) => return fit.dropped(&at, why),
        };
        near.push(WAITING.to_owned());
        let kind = names.text_or("types", name, "the ticket type of such requests", &one_line(name));
        fit.approximated(&at, near.join("; "));
        fit.approximated(&["requests", name, "clock"], WAITING);
        fit.approximated(&["requests", name, "title"], format!("such requests have the ticket type {kind}"));
        let target =
            || Target { resolve: Some(count.seconds), open: Some(count.calendar.is_some()), ..Target::default() };
        let scope = Map::from_iter([
            ("company_ids".to_owned(), json!([self.company])),
            ("ticket_types".to_owned(), json!([kind])),
        ]);
        self.policy(name, &[target(), target(), target(), target()], count.calendar, scope, false, names);
    }

    fn policy(
        &mut self,
        name: &str,
        targets: &[Target; 4],
        calendar: Option<&'a Calendar>,
        mut scope: Map<String, Value>,
        escalates: bool,
        names: &mut Names,
    ) {
        if let Some(calendar) = calendar {
            if !self.calendars.iter().any(|known| known.name.value == calendar.name.value) {
                self.calendars.push(calendar);
            }
            let what = "the id of the group with these business hours, or \"*\" where the whole help desk has them";
            if let Some(group) = names.number_or_all("groups", calendar.name.value.as_str(), what) {
                scope.insert("group_ids".to_owned(), json!([group]));
            }
        }
        let heading = &self.policy.agreement.heading;
        let levels: Vec<String> = self.priority.iter().map(|(severity, own)| format!("{severity} is {own}")).collect();
        let sla_target: Map<String, Value> =
            (1..=4).rev().zip(targets).map(|(number, target)| (format!("priority_{number}"), target.json())).collect();
        let mut policy = json!({
            "name": one_line(&format!("{}: {name}", heading.reference.as_ref().unwrap_or(&heading.title))),
            "description":
                one_line(&format!("{}, version {}. {}.", heading.title, heading.version, levels.join(", "))),
            "active": true,
            "sla_target": sla_target,
            "applicable_to": scope,
        });
        if escalates && !self.told.is_empty() {
            policy["escalation"] = self.told.json();
        }
        let path = format!("policies/{:03}-{}.json", (self.files.len() + 1) * 10, self.slugs.of(name));
        self.files.push(File::text(path, json(&policy)));
    }

    /// The calendars to enter by hand, and the script for the rest.
    fn write_calendars(&mut self, fit: &mut Fit) {
        let mut list = String::new();
        for calendar in &self.calendars {
            let name = calendar.name.value.as_str();
            if has_breaks(calendar) {
                for number in 1..=calendar.opening.len() {
                    fit.approximated(&["calendars", name, "opening", &number.to_string()], breaks("Freshdesk"));
                }
            }
            let days = one_interval_a_day(calendar).unwrap_or_default();
            let week = days.map(|day| day.into_iter().collect::<Vec<_>>());
            let _ = write!(
                list,
                "\n## {}\n\nGive these business hours to the group of `[freshdesk.groups]`.\n\n{}",
                markdown(name),
                checklist::calendar(self.policy, calendar, &week)
            );
        }
        let used = self.calendars.iter().map(|calendar| calendar.name.value.to_string()).collect();
        judge_calendars(self.policy, &used, "Freshdesk", fit);
        fit.only_near(&["calendars"], BY_HAND);
        if self.files.is_empty() {
            return;
        }
        if !list.is_empty() {
            let head =
                "# Business hours\n\nFreshdesk's API creates none. Enter them under Admin > Team > Business hours.\n";
            self.files.push(File::text("business-hours.md", format!("{head}{list}")));
        }
        self.files.push(File::text("apply.sh", include_str!("apply.sh")));
    }
}

/// How a time comes near in Freshdesk, or why it cannot be counted there.
fn coming_near(count: &Ticking<'_>) -> Result<Vec<String>, String> {
    let mut near = count.by_one_interval("Freshdesk")?;
    if count.calendar.is_some() && count.seconds.is_multiple_of(86_400) {
        near.push("24 open hours are one business day to Freshdesk before its change of 2026".to_owned());
    }
    Ok(near)
}

/// What a level says of the clock of its tickets.
fn judge_rules(level: &Level, fit: &mut Fit) {
    let Indicator::SupportTimes(support) = &level.indicator else { return };
    let name = level.name.value.as_str();
    fit.approximated(&["levels", name, "clock_starts"], "the clock starts when the ticket is created in Freshdesk");
    fit.exact(&["levels", name, "services"]);
    for (number, pause) in (1..).zip(&support.pauses) {
        let number: u32 = number;
        let limits = pause_limits(pause, "Freshdesk").map_or(String::new(), |limits| format!("; {limits}"));
        let how = format!("the clock stops in each status whose SLA timer is off, whoever it waits for{limits}");
        fit.approximated(&["levels", name, "pauses", &number.to_string()], how);
    }
    for row in &support.rows {
        let why = "no time of this row is timed in Freshdesk".to_owned();
        fit.rest(&["levels", name, row.severity.value.as_str(), "clock"], &Verdict::Dropped(why));
    }
}
