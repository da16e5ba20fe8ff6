//! Jira Service Management: a checklist of what to enter by hand, with the JQL of each goal. It has no public API that
//! creates an SLA.
//!
//! Sources: "Understand SLA condition options in Jira Service Management Cloud",
//! <https://support.atlassian.com/jira/kb/understand-sla-condition-options-in-jira-service-management-cloud/>; "Create and
//! edit SLA calendars", <https://confluence.atlassian.com/servicemanagementserver0509/create-and-edit-sla-calendars-1252003187.html>.

mod automation;
mod jql;
mod metrics;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use self::metrics::{Goal, Metrics, time};
use super::checklist;
use super::hours::week;
use super::schedule::judge_calendars;
use super::text::{markdown, one_line};
use super::ticket::{
    Desk, customer, desks, judge_regrade, judge_titles, labelled, named_priorities, pause_limits, ticking,
};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Agreement, Calendar, Indicator, Level, Name, Pause, PauseReason, RequestType, TimeMeasure};
use crate::policy::Policy;

/// The exporter.
pub(super) struct Jira;

/// Jira's priorities, from the highest.
const PRIORITIES: [&str; 5] = ["Highest", "High", "Medium", "Low", "Lowest"];

/// The calendar that is always open.
const ALWAYS: &str = "Default 24/7 calendar";

impl Exporter for Jira {
    fn name(&self) -> &'static str {
        "jira"
    }

    fn title(&self) -> &'static str {
        "Jira Service Management (a checklist)"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/jira.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response
            | Topic::Resolution
            | Topic::Clock
            | Topic::ClockRules
            | Topic::Requests
            | Topic::Hours
            | Topic::Holidays
            | Topic::Escalation => Carries::Exact,
            Topic::Severities | Topic::Grading | Topic::Pauses => Carries::Approximated,
            Topic::Update => Carries::Never("an SLA of Jira does not begin anew with each update"),
            Topic::Share | Topic::Measurement => {
                Carries::Never("Jira times each ticket: take shares of tickets from a report")
            }
            Topic::Exclusions => Carries::Never("an SLA of Jira leaves no ticket out after the fact"),
            Topic::Credits | Topic::Remedies => Carries::Never("Jira has times of tickets, not what a miss costs"),
            _ => Carries::Never("Jira times tickets and nothing else"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let desks = desks(agreement);
        let requests: Vec<_> = agreement.requests.iter().filter(|request| request.within.is_some()).collect();
        let mut files = Vec::new();
        if !desks.is_empty() || !requests.is_empty() {
            let heading = &agreement.heading;
            let customer = customer(agreement);
            let organization = names.text("organizations", customer, "the name of the customer's organization");
            let field = names.text_or("fields", "request type", "the field of a request's type", "Request Type");
            let mut writer = Writer {
                policy: input.policy,
                title: one_line(heading.reference.as_ref().map_or(&heading.title.value, |reference| &reference.value)),
                organization: jql::is_one_of("organizations", &[organization]),
                request_type: jql::text(&field),
                priority: if desks.is_empty() { Vec::new() } else { named_priorities(agreement, &PRIORITIES, names)? },
                kinds: Vec::new(),
                components: Vec::new(),
                metrics: Metrics::default(),
                calendars: Vec::new(),
            };
            for request in requests {
                writer.request(request, fit, names);
            }
            let what = "the component of tickets about it, or \"*\" where all of the customer's are";
            for (desk, components) in labelled(desks, |service| names.text_or_all("components", service, what))? {
                writer.desk(&desk, &components, fit, names);
            }
            let used = writer.calendars.iter().map(|calendar| calendar.name.value.to_string()).collect();
            judge_calendars(input.policy, &used, "Jira", fit);
            let anew = "a new priority counts the whole ticket anew by its own goal and calendar, from the beginning";
            judge_regrade(agreement, "Jira", Some(anew), fit);
            judge_titles(&writer.priority, fit);
            if !writer.metrics.0.is_empty() {
                files.push(File::text("checklist.md", writer.checklist(fit)));
            }
        }
        judge_calendars(input.policy, &BTreeSet::new(), "Jira", fit);
        fit.rest(&[], &Verdict::Dropped("Jira has no field for it".into()));
        Ok(files)
    }
}

struct Writer<'a> {
    policy: &'a Policy,
    /// What the names of the agreement's SLAs begin with.
    title: String,
    /// The condition for the customer's tickets.
    organization: String,
    /// The field of a request's type, as JQL writes it.
    request_type: String,
    priority: Vec<(&'a Name, String)>,
    /// The types of requests that have times of their own.
    kinds: Vec<String>,
    /// The components that desks before are for.
    components: Vec<String>,
    metrics: Metrics<'a>,
    calendars: Vec<&'a Calendar>,
}

impl<'a> Writer<'a> {
    /// Goals for the tickets of some services.
    fn desk(&mut self, desk: &Desk<'a>, components: &[String], fit: &mut Fit, names: &mut Names) {
        let mut scope = vec![self.organization.clone()];
        if !self.kinds.is_empty() {
            scope.push(jql::is_none_of(&self.request_type, &self.kinds));
        }
        if !components.is_empty() {
            scope.push(jql::is_one_of("component", components));
        } else if !self.components.is_empty() {
            scope.push(jql::is_none_of("component", &self.components));
        }
        self.components.extend_from_slice(components);
        let mut taken: Vec<(TimeMeasure, &Name)> = Vec::new();
        for time in &desk.times {
            let (at, severity) = (time.path(), &time.row.severity.value);
            if time.measure == TimeMeasure::Update {
                fit.dropped(&at, "an SLA of Jira does not begin anew with each update");
                continue;
            }
            let count = match time.ticking(&self.policy.agreement) {
                Ok(count) => count,
                Err(why) => {
                    fit.dropped(&at, why);
                    continue;
                }
            };
            if taken.contains(&(time.measure, severity)) {
                fit.dropped(&at, "a ticket has one such time in Jira, and another level has it");
                continue;
            }
            taken.push((time.measure, severity));
            let priority = self.priority.iter().find(|(known, _)| *known == severity).map(|(_, own)| own.clone());
            let mut conditions = scope.clone();
            conditions.extend(priority.map(|own| jql::is_one_of("priority", &[own])));
            let (minutes, near) = count.minutes();
            let pauses = waiting(&self.policy.agreement, &time.support.pauses, names);
            let metric = self.metrics.of(time.measure, &pauses, &self.title, names);
            metric.goals.push(Goal {
                severity: Some(severity),
                of: format!("{}, {severity}", desk.name()),
                jql: conditions.join(" AND "),
                minutes,
                calendar: count.calendar,
            });
            self.count_by(count.calendar);
            fit.exact(&time.clock_path());
            match near {
                Some(how) => fit.approximated(&at, how),
                None => fit.exact(&at),
            }
        }
        for level in &desk.levels {
            judge_rules(level, fit);
        }
    }

    /// The goal for one type of request.
    fn request(&mut self, request: &'a RequestType, fit: &mut Fit, names: &mut Names) {
        let Some(within) = request.within else { return };
        let name = request.name.value.as_str();
        let at = ["requests", name, "within"];
        let count = match ticking(&self.policy.agreement, within, &request.clock) {
            Ok(count) => count,
            Err(why) => return fit.dropped(&at, why),
        };
        let kind = names.text_or("requests", name, "the request type of such requests", &one_line(name));
        let (minutes, near) = count.minutes();
        match near {
            Some(how) => fit.approximated(&at, how),
            None => fit.exact(&at),
        }
        fit.exact(&["requests", name, "clock"]);
        fit.approximated(&["requests", name, "title"], format!("it is the request type {kind}"));
        let own = jql::is_one_of(&self.request_type, std::slice::from_ref(&kind));
        let metric = self.metrics.of(TimeMeasure::Resolution, &[], &self.title, names);
        metric.goals.push(Goal {
            severity: None,
            of: name.to_owned(),
            jql: format!("{} AND {own}", self.organization),
            minutes,
            calendar: count.calendar,
        });
        self.kinds.push(kind);
        self.count_by(count.calendar);
    }

    fn count_by(&mut self, calendar: Option<&'a Calendar>) {
        let Some(calendar) = calendar else { return };
        if !self.calendars.iter().any(|known| known.name.value == calendar.name.value) {
            self.calendars.push(calendar);
        }
    }

    fn checklist(&self, fit: &mut Fit) -> String {
        let heading = &self.policy.agreement.heading;
        let mut out = format!(
            "# SLAs in Jira Service Management\n\n{}, version {}.\n",
            markdown(&heading.title.value),
            markdown(&heading.version.to_string())
        );
        if !self.calendars.is_empty() {
            out.push_str("\n## Calendars\n\nProject settings > SLAs > Calendars > Add calendar.\n");
        }
        for calendar in &self.calendars {
            let name = markdown(&self.calendar_name(calendar));
            let _ = writeln!(out, "\n### {name}\n\n- [ ] Name: {name}");
            out.push_str(&checklist::calendar(self.policy, calendar, &week(calendar)));
        }
        out.push_str("\n## SLAs\n\nProject settings > SLAs > Add SLA. The goals of an SLA stand in this order.\n");
        for metric in &self.metrics.0 {
            let name = markdown(&metric.name);
            let pauses: Vec<String> =
                metric.pauses.iter().map(|status| format!("Status: {}", markdown(status))).collect();
            let pauses = if pauses.is_empty() { "nothing".to_owned() } else { pauses.join("; ") };
            let _ = writeln!(
                out,
                "\n### {name}\n\n- [ ] Name: {name}\n- [ ] Start: Issue Created\n- [ ] Pause: {pauses}\n- [ ] Stop: {}",
                markdown(&metric.stop)
            );
            for goal in &metric.goals {
                let calendar = goal.calendar.map_or(ALWAYS.to_owned(), |calendar| self.calendar_name(calendar));
                let _ = writeln!(
                    out,
                    "- [ ] Goal for {}: {}, by {}\n\n  ```jql\n  {}\n  ```\n",
                    markdown(&goal.of),
                    time(goal.minutes),
                    markdown(&calendar),
                    goal.jql
                );
            }
            out.push_str("- [ ] All remaining issues: no target\n");
        }
        let jql = |severities: &[&Name]| {
            let own = self.priority.iter().filter(|(known, _)| severities.contains(known));
            let own: Vec<String> = own.map(|(_, priority)| priority.clone()).collect();
            format!("{} AND {}", self.organization, jql::is_one_of("priority", &own))
        };
        let rules = automation::rules(&self.policy.agreement, &self.metrics, jql, fit);
        if !rules.is_empty() {
            let head = "\n## Automation\n\nProject settings > Automation > Create rule, one for each box.\n\n";
            out.push_str(head);
            out.push_str(rules.trim_end());
            out.push('\n');
        }
        out
    }

    /// What a calendar is called in Jira.
    fn calendar_name(&self, calendar: &Calendar) -> String {
        one_line(&format!("{}: {}", self.title, calendar.name.value))
    }
}

/// The statuses in which the clock stands still.
fn waiting(agreement: &Agreement, pauses: &[Pause], names: &mut Names) -> Vec<String> {
    let customer = &agreement.parties.customer.name.value;
    let mut statuses = Vec::new();
    for pause in pauses {
        let (keys, otherwise) = match &pause.reason {
            PauseReason::WaitingFor(party) if party == customer => {
                (vec![format!("waiting for {party}")], "Waiting for customer")
            }
            PauseReason::WaitingFor(party) => (vec![format!("waiting for {party}")], "Pending"),
            PauseReason::InStatus => (pause.statuses.clone(), "Pending"),
            PauseReason::While(_) => (vec!["on hold".to_owned()], "Pending"),
        };
        for key in keys {
            let status = names.text_or("statuses", &key, "the status of such tickets", otherwise);
            if !statuses.contains(&status) {
                statuses.push(status);
            }
        }
    }
    statuses
}

/// What a level says of the clock of its tickets.
fn judge_rules(level: &Level, fit: &mut Fit) {
    let Indicator::SupportTimes(support) = &level.indicator else { return };
    let name = level.name.value.as_str();
    fit.approximated(&["levels", name, "clock_starts"], "the clock starts when the ticket is created in Jira");
    fit.exact(&["levels", name, "services"]);
    for (number, pause) in (1..).zip(&support.pauses) {
        let number: u32 = number;
        let limits = pause_limits(pause, "Jira").map_or(String::new(), |limits| format!("; {limits}"));
        let how = format!("the clock stops in the statuses of names.toml{limits}");
        fit.approximated(&["levels", name, "pauses", &number.to_string()], how);
    }
    for row in &support.rows {
        let why = "no time of this row is timed in Jira".to_owned();
        fit.rest(&["levels", name, row.severity.value.as_str(), "clock"], &Verdict::Dropped(why));
    }
}
