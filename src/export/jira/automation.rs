//! Who is told of a ticket, as rules of Jira's automation.

use std::fmt::Write as _;

use super::super::Fit;
use super::super::ladder::called;
use super::super::text::markdown;
use super::metrics::{Metrics, time};
use crate::model::{Agreement, Escalation, EscalationStep, Name, StepTime, TimeMeasure};

/// How a step comes near.
const RULE: &str = "an automation rule tells; it pages and calls through what it is connected to";

/// The rules of all escalations, as lines of the checklist. `jql` selects the tickets of some severities.
pub(super) fn rules(
    agreement: &Agreement,
    metrics: &Metrics<'_>,
    jql: impl Fn(&[&Name]) -> String,
    fit: &mut Fit,
) -> String {
    let mut out = String::new();
    for (number, escalation) in (1..).zip(&agreement.escalations) {
        let number: u32 = number;
        let number = number.to_string();
        let mut written = false;
        for (place, step) in (1..).zip(&escalation.steps) {
            let place: u32 = place;
            let at = ["escalations", number.as_str(), "steps", &place.to_string()];
            match triggers(agreement, metrics, escalation, step) {
                Ok(triggers) => {
                    fit.approximated(&at, RULE);
                    written = true;
                    for (trigger, severities) in triggers {
                        let told: Vec<String> = step.targets.iter().map(|target| markdown(called(target))).collect();
                        let _ = writeln!(out, "- [ ] {trigger}; then tell {}. If: issue matches\n", told.join(", "));
                        let _ = writeln!(out, "  ```jql\n  {}\n  ```\n", jql(&severities));
                    }
                }
                Err(why) => fit.dropped(&at, why),
            }
        }
        let at = ["escalations", number.as_str(), "severities"];
        if fit.has(&at) {
            if written {
                fit.exact(&at);
            } else {
                fit.dropped(&at, "no step of this escalation is in Jira");
            }
        }
    }
    out
}

/// What sets off a step, for which severities.
fn triggers<'a>(
    agreement: &'a Agreement,
    metrics: &Metrics<'_>,
    escalation: &'a Escalation,
    step: &EscalationStep,
) -> Result<Vec<(String, Vec<&'a Name>)>, String> {
    let mut severities: Vec<&Name> = escalation.severities.iter().map(|named| &named.value).collect();
    if severities.is_empty() {
        severities.extend(agreement.severities.entries.iter().map(|entry| &entry.name.value));
    }
    match &step.when.value {
        StepTime::AtOnce => Ok(vec![("When: issue created".to_owned(), severities)]),
        StepTime::Missed(of) => breaches(metrics, *of, &severities, |name, _| Some(format!("SLA {name} has breached"))),
        StepTime::Share { share, of } => {
            let (numerator, denominator) = share.fraction();
            breaches(metrics, *of, &severities, |name, minutes| {
                let used = i128::from(minutes) * numerator / denominator;
                let left = u64::try_from(i128::from(minutes) - used).ok().filter(|left| *left > 0)?;
                Some(format!("SLA {name} will breach in the next {}", time(left)))
            })
        }
        StepTime::After(_) => Err("an automation of Jira follows an SLA, not the age of a ticket".into()),
        StepTime::OnRequest(_) => Err("a request is not an event of Jira".into()),
    }
}

/// A trigger for each of the severities that have this time, those with the same one together.
fn breaches<'a>(
    metrics: &Metrics<'_>,
    of: TimeMeasure,
    severities: &[&'a Name],
    words: impl Fn(&str, u64) -> Option<String>,
) -> Result<Vec<(String, Vec<&'a Name>)>, String> {
    let mut found: Vec<(String, Vec<&Name>)> = Vec::new();
    for metric in metrics.0.iter().filter(|metric| metric.measure == of) {
        for goal in &metric.goals {
            let severity = severities.iter().find(|severity| Some(**severity) == goal.severity);
            let Some(severity) = severity else { continue };
            let words = words(&markdown(&metric.name), goal.minutes).ok_or("it is no time before the breach")?;
            let trigger = format!("When: {words}");
            match found.iter_mut().find(|(known, _)| *known == trigger) {
                Some((_, severities)) if severities.contains(severity) => {}
                Some((_, severities)) => severities.push(severity),
                None => found.push((trigger, vec![severity])),
            }
        }
    }
    if found.is_empty() { Err("no SLA in Jira has this time for its severities".into()) } else { Ok(found) }
}
