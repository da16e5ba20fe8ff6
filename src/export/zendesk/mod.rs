//! Zendesk: SLA policies, schedules with their holidays, and the triggers that give a ticket its schedule.
//!
//! Sources: the pages "SLA Policies", "Schedules", "Triggers", "Conditions reference" and "Actions reference" of the
//! Zendesk API reference, <https://developer.zendesk.com/api-reference/ticketing/>.

mod zones;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::schedule::{closed, judge_calendars, minutes_from_sunday};
use super::text::{Slugs, json, one_line};
use super::ticket::{
    Desk, Time, WaitsFor, customer, desks, judge_regrade, judge_titles, labelled, pause_limits, priorities, ticking,
    waits_for,
};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Calendar, Level, Name, RequestType, SupportTimes, TimeMeasure};
use crate::policy::Policy;

/// The exporter.
pub(super) struct Zendesk;

/// Zendesk's priorities, from the highest.
const PRIORITIES: [&str; 4] = ["urgent", "high", "normal", "low"];

impl Exporter for Zendesk {
    fn name(&self) -> &'static str {
        "zendesk"
    }

    fn title(&self) -> &'static str {
        "Zendesk"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/zendesk.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response
            | Topic::Update
            | Topic::Resolution
            | Topic::Clock
            | Topic::ClockRules
            | Topic::Grading
            | Topic::Requests
            | Topic::Hours
            | Topic::Holidays => Carries::Exact,
            Topic::Severities | Topic::Pauses => Carries::Approximated,
            Topic::Share | Topic::Measurement => {
                Carries::Never("Zendesk times each ticket: take shares of tickets from a report")
            }
            Topic::Exclusions => Carries::Never("a Zendesk policy leaves no ticket out after the fact"),
            Topic::Escalation => Carries::Never("Zendesk escalates by automations, which are not written"),
            Topic::Credits | Topic::Remedies => Carries::Never("Zendesk has times of tickets, not what a miss costs"),
            _ => Carries::Never("Zendesk times tickets and nothing else"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let desks = desks(agreement);
        let requests: Vec<_> = agreement.requests.iter().filter(|request| request.within.is_some()).collect();
        let mut files = Vec::new();
        if !desks.is_empty() || !requests.is_empty() {
            let priorities = priorities(agreement, &PRIORITIES, "Zendesk", names)?;
            let customer = customer(agreement);
            let mut writer = Writer {
                policy: input.policy,
                priority: priorities
                    .iter()
                    .filter_map(|(severity, priority)| Some((&severity.name.value, priority.clone()?)))
                    .collect(),
                organization: names.number("organizations", customer, "the id of the customer's organization"),
                position: 0,
                slugs: Slugs::default(),
                schedules: Vec::new(),
                triggers: Vec::new(),
                files: &mut files,
            };
            // The first policy that matches holds: what is narrower comes first.
            for request in requests {
                writer.request(request, fit, names);
            }
            let what = "the tag of tickets about it, or * where all of the customer's are";
            for (desk, tags) in labelled(desks, |service| names.text_or_all("tags", service, what))? {
                writer.desk(&desk, &tags, fit);
            }
            writer.write_triggers();
            writer.write_schedules(names);
            let used = writer.schedules.iter().map(|(calendar, _)| calendar.name.value.to_string()).collect();
            judge_calendars(input.policy, &used, "Zendesk", fit);
            judge_regrade(agreement, "Zendesk", None, fit);
            judge_titles(&writer.priority, fit);
            files.push(File::text("apply.sh", include_str!("apply.sh")));
        }
        judge_calendars(input.policy, &BTreeSet::new(), "Zendesk", fit);
        fit.rest(&[], &Verdict::Dropped("Zendesk has no field for it".into()));
        Ok(files)
    }
}

/// Zendesk's way to time a resolution, by what halts its clock: pending tickets wait for the requester, those on hold
/// for somebody else. No metric stops on hold only.
fn resolution_metric(customer: bool, other: bool) -> &'static str {
    match (customer, other) {
        (true, true) => "agent_work_time",
        (true, false) => "requester_wait_time",
        (false, _) => "total_resolution_time",
    }
}

struct Writer<'a> {
    policy: &'a Policy,
    priority: Vec<(&'a Name, String)>,
    organization: i64,
    position: u32,
    slugs: Slugs,
    schedules: Vec<(&'a Calendar, String)>,
    /// In the order of their policies.
    triggers: Vec<Value>,
    files: &'a mut Vec<File>,
}

impl<'a> Writer<'a> {
    /// The policy for the tickets of some services, and the triggers for their schedules.
    fn desk(&mut self, desk: &Desk<'a>, tags: &[String], fit: &mut Fit) {
        let mut metrics = Vec::new();
        // By calendar, in the order in which they appear.
        let mut bound: Vec<(&Calendar, Vec<&str>)> = Vec::new();
        let priorities = self.priority.clone();
        for severity in desk.severities() {
            let Some((_, priority)) = priorities.iter().find(|(known, _)| *known == severity) else {
                for time in desk.times.iter().filter(|time| time.row.severity.value == *severity) {
                    fit.dropped(&time.path(), "Zendesk has four priorities");
                    fit.dropped(&time.clock_path(), "Zendesk has four priorities");
                }
                continue;
            };
            let mut schedule: Option<&Calendar> = None;
            let mut taken: Vec<&str> = Vec::new();
            for time in desk.times.iter().filter(|time| time.row.severity.value == *severity) {
                let at = time.path();
                let Some(metric) = self.metric(time, fit) else { continue };
                let count = match time.ticking(&self.policy.agreement) {
                    Ok(count) => count,
                    Err(why) => {
                        fit.dropped(&at, why);
                        continue;
                    }
                };
                if taken.contains(&metric) {
                    fit.dropped(&at, "a Zendesk policy has one such time for each priority, and another level has it");
                    continue;
                }
                if let (Some(calendar), Some(other)) = (count.calendar, schedule)
                    && calendar.name.value != other.name.value
                {
                    let why = format!("a Zendesk ticket has one schedule, and it is `{}`", other.name.value);
                    fit.dropped(&at, why);
                    continue;
                }
                schedule = schedule.or(count.calendar);
                taken.push(metric);
                let (minutes, near) = count.minutes();
                metrics.push(json!({
                    "priority": priority,
                    "metric": metric,
                    "target": minutes,
                    "business_hours": count.calendar.is_some(),
                }));
                fit.exact(&time.clock_path());
                match near {
                    Some(how) => fit.approximated(&at, how),
                    None => fit.exact(&at),
                }
            }
            if let Some(calendar) = schedule {
                match bound.iter_mut().find(|(known, _)| known.name.value == calendar.name.value) {
                    Some((_, priorities)) => priorities.push(priority),
                    None => bound.push((calendar, vec![priority])),
                }
            }
        }
        for level in &desk.levels {
            self.judge_rules(level, fit);
        }
        if metrics.is_empty() {
            return;
        }
        for (calendar, priorities) in bound {
            let any: Vec<Value> = priorities.iter().map(|priority| is("priority", json!(priority))).collect();
            self.trigger(&desk.name(), calendar, tags, &any);
        }
        self.sla_policy(&desk.name(), tags, &metrics);
    }

    /// What Zendesk measures for a time; where it has no such metric the time is dropped.
    fn metric(&self, time: &Time<'a>, fit: &mut Fit) -> Option<&'static str> {
        let halts = |who| time.support.pauses.iter().any(|pause| waits_for(&self.policy.agreement, pause) == who);
        let (customer, other) = (halts(WaitsFor::Customer), halts(WaitsFor::Other));
        let at = time.path();
        let why = match time.measure {
            TimeMeasure::Response => {
                if other {
                    fit.approximated(&at, "the time to the first reply does not stop on hold");
                }
                return Some("first_reply_time");
            }
            TimeMeasure::Update => {
                if other {
                    fit.approximated(&at, "the time between updates does not stop on hold");
                }
                return Some(if customer { "pausable_update_time" } else { "periodic_update_time" });
            }
            TimeMeasure::Resolution => {
                if other && !customer {
                    fit.approximated(&at, "it is timed without pauses: no metric stops on hold only");
                }
                return Some(resolution_metric(customer, other));
            }
            TimeMeasure::Acknowledgement => "Zendesk times the first reply of a person, not an acknowledgement",
            TimeMeasure::Workaround => "Zendesk times the end of a ticket, not a workaround",
            TimeMeasure::Onsite => "Zendesk does not know when somebody arrives",
            TimeMeasure::Parts => "Zendesk does not know when parts arrive",
        };
        fit.dropped(&at, why);
        None
    }

    /// What a level says of the clock of its tickets.
    fn judge_rules(&self, level: &Level, fit: &mut Fit) {
        let crate::model::Indicator::SupportTimes(support) = &level.indicator else { return };
        let name = level.name.value.as_str();
        fit.approximated(&["levels", name, "clock_starts"], "the clock starts when the ticket is created in Zendesk");
        fit.exact(&["levels", name, "services"]);
        self.judge_pauses(name, support, fit);
        for row in &support.rows {
            let why = "no time of this row is timed in Zendesk".to_owned();
            fit.rest(&["levels", name, row.severity.value.as_str(), "clock"], &Verdict::Dropped(why));
        }
    }

    fn judge_pauses(&self, level: &str, support: &SupportTimes, fit: &mut Fit) {
        let waits: Vec<_> = support.pauses.iter().map(|pause| waits_for(&self.policy.agreement, pause)).collect();
        let resolved = support.rows.iter().any(|row| row.resolution.is_some());
        for ((number, pause), who) in (1..).zip(&support.pauses).zip(&waits) {
            let number: u32 = number;
            let number = number.to_string();
            let at = ["levels", level, "pauses", number.as_str()];
            let status = match who {
                WaitsFor::Customer => "pending",
                WaitsFor::Other if resolved && waits.contains(&WaitsFor::Customer) => "on hold",
                WaitsFor::Other => {
                    fit.dropped(&at, "no Zendesk metric stops on hold and runs on while pending");
                    continue;
                }
            };
            let limits = pause_limits(pause, "Zendesk").map_or(String::new(), |limits| format!("; {limits}"));
            fit.approximated(&at, format!("the clock stops while the ticket is {status}{limits}"));
        }
    }

    /// The policy for one type of request, which its tag tells apart.
    fn request(&mut self, request: &'a RequestType, fit: &mut Fit, names: &mut Names) {
        let Some(within) = request.within else { return };
        let name = request.name.value.as_str();
        let (at, clock) = (["requests", name, "within"], ["requests", name, "clock"]);
        let count = match ticking(&self.policy.agreement, within, &request.clock) {
            Ok(count) => count,
            Err(why) => return fit.dropped(&at, why),
        };
        let tag = names.text_or("tags", name, "the tag of such requests", &Slugs::default().of(name).replace('-', "_"));
        let (minutes, near) = count.minutes();
        let metrics: Vec<Value> = PRIORITIES
            .iter()
            .map(|priority| {
                json!({
                    "priority": priority,
                    "metric": "total_resolution_time",
                    "target": minutes,
                    "business_hours": count.calendar.is_some(),
                })
            })
            .collect();
        match near {
            Some(how) => fit.approximated(&at, how),
            None => fit.exact(&at),
        }
        fit.exact(&clock);
        fit.approximated(&["requests", name, "title"], format!("such requests carry the tag {tag}"));
        let tags = [tag];
        if let Some(calendar) = count.calendar {
            self.trigger(name, calendar, &tags, &[]);
        }
        self.sla_policy(name, &tags, &metrics);
    }

    fn sla_policy(&mut self, name: &str, tags: &[String], metrics: &[Value]) {
        self.position += 1;
        let heading = &self.policy.agreement.heading;
        let levels: Vec<String> = self.priority.iter().map(|(severity, own)| format!("{severity} is {own}")).collect();
        let policy = json!({
            "sla_policy": {
                "title": self.title(name),
                "description": format!("{}, version {}. {}.", heading.title, heading.version, levels.join(", ")),
                "position": self.position,
                "filter": { "all": self.scope(tags), "any": [] },
                "policy_metrics": metrics,
            }
        });
        let path = format!("policies/{:03}-{}.json", self.position * 10, self.slugs.of(name));
        self.files.push(File::text(path, json(&policy)));
    }

    /// The trigger that gives tickets the schedule of a calendar.
    fn trigger(&mut self, name: &str, calendar: &'a Calendar, tags: &[String], any: &[Value]) {
        let known = self.schedules.iter().find(|(known, _)| known.name.value == calendar.name.value);
        let schedule = if let Some((_, schedule)) = known {
            schedule.clone()
        } else {
            let schedule = self.slugs.of(calendar.name.value.as_str());
            self.schedules.push((calendar, schedule.clone()));
            schedule
        };
        let trigger = json!({
            "trigger": {
                "title": self.title(&format!("{name} by {}", calendar.name.value)),
                "conditions": { "all": self.scope(tags), "any": any },
                "actions": [{ "field": "set_schedule", "value": format!("schedule:{schedule}") }],
            }
        });
        self.triggers.push(trigger);
    }

    /// Of several triggers that set a schedule the last one holds: what is narrower comes last.
    fn write_triggers(&mut self) {
        for (number, trigger) in (1..).zip(self.triggers.iter().rev()) {
            let number: u32 = number;
            let title = trigger["trigger"]["title"].as_str().unwrap_or_default();
            let path = format!("triggers/{:03}-{}.json", number * 10, self.slugs.of(title));
            self.files.push(File::text(path, json(trigger)));
        }
    }

    /// A title on one line that begins with the agreement's reference, so that its rules stand together.
    fn title(&self, name: &str) -> String {
        let heading = &self.policy.agreement.heading;
        one_line(&format!("{}: {name}", heading.reference.as_ref().unwrap_or(&heading.title)))
    }

    /// Tickets of the customer alone, and of these such with one of the tags.
    fn scope(&self, tags: &[String]) -> Vec<Value> {
        let mut all = vec![is("organization_id", json!(self.organization))];
        if !tags.is_empty() {
            all.push(json!({ "field": "current_tags", "operator": "includes", "value": tags.join(" ") }));
        }
        all
    }

    fn write_schedules(&mut self, names: &mut Names) {
        for (calendar, slug) in &self.schedules {
            let iana = calendar.zone.as_str();
            let zone = match zones::zone_name(iana) {
                Some(zone) => zone.to_owned(),
                None => names.text("zones", iana, "Zendesk's name for this zone"),
            };
            let name = self.title(calendar.name.value.as_str());
            let schedule = json!({ "schedule": { "name": name, "time_zone": zone } });
            let intervals: Vec<Value> = minutes_from_sunday(calendar)
                .into_iter()
                .map(|(from, to)| json!({ "start_time": from, "end_time": to }))
                .collect();
            let holidays: Vec<Value> = closed(self.policy, calendar)
                .into_iter()
                .map(|closed| {
                    json!({ "holiday": {
                        "name": one_line(&closed.name),
                        "start_date": closed.first.to_string(),
                        "end_date": closed.last.to_string(),
                    } })
                })
                .collect();
            let file = |name: &str, data: &Value| File::text(format!("schedules/{slug}/{name}.json"), json(data));
            self.files.push(file("schedule", &schedule));
            self.files.push(file("workweek", &json!({ "workweek": { "intervals": intervals } })));
            self.files.push(file("holidays", &json!(holidays)));
        }
    }
}

fn is(field: &str, value: Value) -> Value {
    json!({ "field": field, "operator": "is", "value": value })
}
