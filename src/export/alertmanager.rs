//! Alertmanager: who is told of the alerts that the Prometheus export fires, and when.
//!
//! Source of the format: <https://prometheus.io/docs/alerting/latest/configuration/>, as of version 0.25.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::hours::{clock, closed_dates, week};
use super::ladder::{called, ladder};
use super::text::{Slugs, yaml};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Calendar, Escalation, Weekday};
use crate::policy::Policy;

/// The exporter.
pub(super) struct Alertmanager;

/// What each step of an escalation becomes.
const STEP: &str = "it counts from the alert of a level and not from a ticket, and ends when the alert does";

impl Exporter for Alertmanager {
    fn name(&self) -> &'static str {
        "alertmanager"
    }

    fn title(&self) -> &'static str {
        "Alertmanager 0.25"
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/exports/alertmanager.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Hours | Topic::Holidays => Carries::Exact,
            Topic::Escalation => Carries::Approximated,
            Topic::Channels => Carries::Never("Alertmanager tells people; tickets reach the provider by other ways"),
            Topic::Uptime | Topic::Down | Topic::Ratio | Topic::Latency | Topic::Measurement | Topic::Exclusions => {
                Carries::Never("levels are rules of Prometheus: `--to prometheus` writes them")
            }
            Topic::Maintenance => Carries::Never("the rules of Prometheus deduct it; no alert is held back"),
            _ => Carries::Never("Alertmanager has alerts, not tickets or parties"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let id = Slugs::default().of(input.stem);
        let mut intervals = Vec::new();
        for calendar in &agreement.calendars {
            intervals.extend(calendar_intervals(input.policy, calendar, fit));
        }
        let Some((number, escalation)) = first_escalation(input.policy) else {
            fit.rest(&[], &Verdict::Dropped("without an escalation nobody is told".into()));
            return Ok(Vec::new());
        };
        let rungs = ladder(agreement, escalation, number, STEP, fit);
        let mut receivers: Vec<Value> = vec![json!({ "name": "nobody" })];
        let mut routes = Vec::new();
        let mut known = BTreeSet::new();
        for rung in &rungs {
            for target in &rung.targets {
                let role = called(target);
                if known.insert(role.to_owned()) {
                    let url = names.text("webhooks", role, "the URL that tells this person or team");
                    receivers.push(json!({ "name": role, "webhook_configs": [{ "url": url }] }));
                }
                routes.push(json!({
                    "matchers": [format!("severity=\"{}\"", "page")],
                    "receiver": role,
                    "group_wait": format!("{}m", rung.minutes),
                    "continue": true,
                }));
            }
        }
        if let Some(role) = rungs.first().and_then(|rung| rung.targets.first()).map(|target| called(target)) {
            let mut route = json!({ "matchers": ["severity=\"ticket\""], "receiver": role });
            // What is no page waits for opening hours.
            if let Some(hours) = &agreement.heading.business_days {
                route["active_time_intervals"] = json!([hours.as_str()]);
                route["mute_time_intervals"] = json!([closed_name(hours.as_str())]);
            }
            routes.push(route);
        }
        fit.rest(&["escalations", &number.to_string()], &Verdict::Approximated(STEP.into()));
        let other = "alerts of levels have no severity of tickets: the first escalation tells of them";
        fit.rest(&["escalations"], &Verdict::Dropped(other.into()));
        let config = json!({
            "route": {
                "receiver": "nobody",
                "routes": [{
                    "matchers": [format!("agreement=\"{id}\"")],
                    "receiver": "nobody",
                    "group_by": ["agreement", "level", "alertname"],
                    "repeat_interval": "24h",
                    "routes": routes,
                }],
            },
            "receivers": receivers,
            "time_intervals": intervals,
        });
        Ok(vec![File::text("alertmanager.yaml", yaml(&config))])
    }
}

/// The escalation of the highest severity, with its place from 1.
fn first_escalation(policy: &Policy) -> Option<(usize, &Escalation)> {
    let agreement = &policy.agreement;
    let rank = |escalation: &Escalation| {
        let place = |name| agreement.severities.entries.iter().position(|severity| severity.name.value == name);
        escalation.severities.iter().filter_map(|named| place(named.value.clone())).min()
    };
    let numbered = agreement.escalations.iter().enumerate().map(|(at, escalation)| (at + 1, escalation));
    numbered.min_by_key(|(_, escalation)| rank(escalation).unwrap_or(usize::MAX))
}

fn closed_name(calendar: &str) -> String {
    format!("{calendar}, closed")
}

/// When a calendar is open in a week, and the dates on which it is closed.
fn calendar_intervals(policy: &Policy, calendar: &Calendar, fit: &mut Fit) -> Vec<Value> {
    let name = calendar.name.value.as_str();
    let zone = calendar.zone.as_str();
    let open: Vec<Value> = Weekday::ALL
        .into_iter()
        .zip(week(calendar))
        .filter(|(_, spans)| !spans.is_empty())
        .map(|(day, spans)| {
            let times: Vec<Value> =
                spans.iter().map(|(from, to)| json!({ "start_time": clock(*from), "end_time": clock(*to) })).collect();
            json!({ "times": times, "weekdays": [super::hours::weekday(day).to_lowercase()], "location": zone })
        })
        .collect();
    let closed = closed_dates(policy, calendar);
    let dates: Vec<Value> = closed
        .iter()
        .flatten()
        .map(|(date, _)| {
            json!({
                "years": [date.year().to_string()],
                "months": [date.month().to_string()],
                "days_of_month": [date.day().to_string()],
                "location": zone,
            })
        })
        .collect();
    for number in 1..=calendar.exceptions.len() {
        let why = "a time interval has no hours for single dates: the usual ones hold";
        fit.dropped(&["calendars", name, "exceptions", &number.to_string()], why);
    }
    let rest = if closed.is_some() {
        Verdict::Exact
    } else {
        Verdict::Approximated("the agreement's first day is not known yet: no date is closed".into())
    };
    fit.rest(&["calendars", name], &rest);
    vec![json!({ "name": name, "time_intervals": open }), json!({ "name": closed_name(name), "time_intervals": dates })]
}
