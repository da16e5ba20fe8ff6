//! PagerDuty: escalation policies and on-call schedules, as bodies of its REST API v2 and as Terraform.
//!
//! Source of the format: <https://developer.pagerduty.com/api-reference/> (Create an escalation policy, Create a
//! schedule) and the provider `PagerDuty/pagerduty` 3 of Terraform.

mod terraform;

use serde_json::{Value, json};

use super::hours::week;
use super::ladder::{Rung, called, ladder};
use super::text::Slugs;
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Agreement, Calendar, CalendarRef, Effective, Escalation, Indicator};

/// The exporter.
pub(super) struct PagerDuty;

/// What each step of an escalation becomes.
const STEP: &str = "it counts from the incident in PagerDuty, and ends when somebody acknowledges it";
/// A rule of an escalation policy has so many targets at most.
const MOST_TARGETS: usize = 10;
/// How long the last step waits before the policy is at its end, in minutes; PagerDuty's own default.
const LAST_DELAY: u64 = 30;

/// An on-call schedule: who is told in one role of an escalation.
struct Schedule {
    /// Its name: `P1, support lead`.
    name: String,
    /// Its name in Terraform.
    slug: String,
    /// The id of the user who is on call.
    user: String,
    /// When it pages: seconds from the beginning of a weekday (Monday is 1) and their length; empty: always.
    restrictions: Vec<(u8, u32, u32)>,
}

/// An escalation policy.
struct Escalated {
    name: String,
    slug: String,
    description: String,
    /// The delay before the next rule in minutes, and the schedules that are told.
    rules: Vec<(u64, Vec<usize>)>,
}

/// All that PagerDuty is given.
struct Plan {
    zone: String,
    /// The first day of rotations, at midnight UTC.
    start: String,
    schedules: Vec<Schedule>,
    policies: Vec<Escalated>,
}

impl Exporter for PagerDuty {
    fn name(&self) -> &'static str {
        "pagerduty"
    }

    fn title(&self) -> &'static str {
        "PagerDuty REST API v2, Terraform provider 3"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/pagerduty.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Escalation | Topic::Hours => Carries::Approximated,
            Topic::Holidays => Carries::Never("schedules have no holidays: make an override for each"),
            Topic::Response | Topic::Update | Topic::Resolution | Topic::Share | Topic::Clock | Topic::ClockRules => {
                Carries::Never("PagerDuty pages people; it has no deadline for a ticket")
            }
            Topic::Channels => Carries::Never("what opens an incident is an integration of your own"),
            _ => Carries::Never("PagerDuty has incidents and people, not this"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let start = match agreement.period.effective.value {
            Effective::On(date) => date.to_string(),
            Effective::OnSignature => "2024-01-01".to_owned(),
        };
        let zone = agreement.heading.zone.as_str().to_owned();
        let mut plan = Plan { zone, start, schedules: Vec::new(), policies: Vec::new() };
        let mut slugs = Slugs::default();
        for (at, escalation) in agreement.escalations.iter().enumerate() {
            let rungs = ladder(agreement, escalation, at + 1, STEP, fit);
            plan.add(agreement, escalation, &rungs, &mut slugs, fit, names)?;
            fit.rest(&["escalations", &(at + 1).to_string()], &Verdict::Approximated(STEP.into()));
        }
        fit.rest(&[], &Verdict::Dropped("no escalation runs in these hours".into()));
        if plan.policies.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![
            File::text("schedules.json", format!("{:#}\n", plan.schedules_json())),
            File::text("escalation_policies.json", format!("{:#}\n", plan.policies_json())),
            File::text("apply.sh", include_str!("apply.sh")),
            File::text("pagerduty.tf", plan.terraform()),
        ])
    }
}

impl Plan {
    fn add(
        &mut self,
        agreement: &Agreement,
        escalation: &Escalation,
        rungs: &[Rung<'_>],
        slugs: &mut Slugs,
        fit: &mut Fit,
        names: &mut Names,
    ) -> Result<(), Refused> {
        if rungs.is_empty() {
            return Ok(());
        }
        let severities: Vec<&str> = escalation.severities.iter().map(|named| named.value.as_str()).collect();
        let severities = severities.join(", ");
        let calendar = hours(agreement, escalation);
        let restrictions = calendar.map(|calendar| restrictions(calendar, fit)).unwrap_or_default();
        let mut rules = Vec::new();
        for (at, rung) in rungs.iter().enumerate() {
            if rung.targets.len() > MOST_TARGETS {
                return Err(Refused::new(
                    format!("a step of the escalation for {severities} tells {} targets", rung.targets.len()),
                    format!("PagerDuty takes {MOST_TARGETS} at most: name a team in place of its people"),
                ));
            }
            let mut told = Vec::new();
            for target in &rung.targets {
                let name = format!("{severities}, {}", called(target));
                let known = self.schedules.iter().position(|schedule| schedule.name == name);
                told.push(known.unwrap_or_else(|| {
                    let user = names.text("users", called(target), "the id of the user who is on call first");
                    let slug = slugs.of(&name).replace('-', "_");
                    self.schedules.push(Schedule { name, slug, user, restrictions: restrictions.clone() });
                    self.schedules.len() - 1
                }));
            }
            let next = rungs.get(at + 1).map(|next| next.minutes - rung.minutes);
            rules.push((next.unwrap_or(LAST_DELAY).max(1), told));
        }
        let name = format!("{}, {severities}", agreement.heading.title.value);
        let slug = slugs.of(&name).replace('-', "_");
        let description = format!("The escalation for {severities} of {}.", agreement.heading.title.value);
        self.policies.push(Escalated { name, slug, description, rules });
        Ok(())
    }

    fn schedules_json(&self) -> Value {
        let bodies = self.schedules.iter().map(|schedule| {
            let restrictions: Vec<Value> = schedule
                .restrictions
                .iter()
                .map(|(day, from, length)| {
                    json!({
                        "type": "weekly_restriction",
                        "start_day_of_week": day,
                        "start_time_of_day": time_of_day(*from),
                        "duration_seconds": length,
                    })
                })
                .collect();
            json!({ "schedule": {
                "type": "schedule",
                "name": schedule.name,
                "time_zone": self.zone,
                "schedule_layers": [{
                    "name": schedule.name,
                    "start": self.begins(),
                    "rotation_virtual_start": self.begins(),
                    "rotation_turn_length_seconds": 604_800,
                    "users": [{ "user": { "id": schedule.user, "type": "user_reference" } }],
                    "restrictions": restrictions,
                }],
            }})
        });
        bodies.collect()
    }

    /// Schedules are named here; `apply.sh` puts the ids that PagerDuty gave them in their place.
    fn policies_json(&self) -> Value {
        let bodies = self.policies.iter().map(|policy| {
            let rules: Vec<Value> = policy
                .rules
                .iter()
                .map(|(delay, told)| {
                    let targets: Vec<Value> = told
                        .iter()
                        .map(|at| json!({ "id": format!("@{}", self.schedules[*at].name), "type": "schedule_reference" }))
                        .collect();
                    json!({ "escalation_delay_in_minutes": delay, "targets": targets })
                })
                .collect();
            json!({ "escalation_policy": {
                "type": "escalation_policy",
                "name": policy.name,
                "description": policy.description,
                "num_loops": 0,
                "escalation_rules": rules,
            }})
        });
        bodies.collect()
    }

    fn begins(&self) -> String {
        format!("{}T00:00:00Z", self.start)
    }
}

/// The calendar in which the first times of an escalation's severities run; none where they always run.
fn hours<'a>(agreement: &'a Agreement, escalation: &Escalation) -> Option<&'a Calendar> {
    let rows = agreement.levels.iter().filter_map(|level| match &level.indicator {
        Indicator::SupportTimes(times) => Some(&times.rows),
        _ => None,
    });
    let mut rows =
        rows.flatten().filter(|row| escalation.severities.iter().any(|named| named.value == row.severity.value));
    match &rows.next()?.clock.value {
        CalendarRef::Always => None,
        CalendarRef::Calendar(name) => agreement.calendar(name),
    }
}

/// When a calendar is open, as weekly restrictions of a layer: the day from Monday, 1, then seconds.
fn restrictions(calendar: &Calendar, fit: &mut Fit) -> Vec<(u8, u32, u32)> {
    let name = calendar.name.value.as_str();
    for number in 1..=calendar.exceptions.len() {
        fit.dropped(
            &["calendars", name, "exceptions", &number.to_string()],
            "schedules have no hours for single dates",
        );
    }
    let how = "people are paged in these hours of each week, holidays too, on the wall clock of the agreement's zone";
    fit.rest(&["calendars", name], &Verdict::Approximated(how.into()));
    let days = (1..).zip(week(calendar));
    days.flat_map(|(day, spans)| {
        spans.into_iter().map(move |(from, to)| (day, u32::from(from) * 60, u32::from(to - from) * 60))
    })
    .collect()
}

fn time_of_day(seconds: u32) -> String {
    format!("{:02}:{:02}:00", seconds / 3600, seconds / 60 % 60)
}
