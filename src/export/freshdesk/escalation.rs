//! Who is told of a ticket whose time is missed.

use serde_json::{Value, json};

use super::super::{Fit, Names};
use crate::model::{Agreement, Escalation, Name, StepTarget, StepTime, TimeMeasure};

/// Whom Freshdesk tells as soon as a time is missed.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The severities for which it does; empty: all.
    severities: Vec<Name>,
    response: Vec<i64>,
    resolution: Vec<i64>,
}

impl Told {
    /// The first escalation of the agreement that has such steps: a policy has one.
    pub(super) fn of(agreement: &Agreement, fit: &mut Fit, names: &mut Names) -> Self {
        let mut told = Self::default();
        for (number, escalation) in (1..).zip(&agreement.escalations) {
            let number: u32 = number;
            let taken = !told.is_empty();
            for (step, place) in escalation.steps.iter().zip(1..) {
                let place: u32 = place;
                let (number, place) = (number.to_string(), place.to_string());
                let at = ["escalations", number.as_str(), "steps", place.as_str()];
                let agents = match step.when.value {
                    StepTime::Missed(TimeMeasure::Response) => &mut told.response,
                    StepTime::Missed(TimeMeasure::Resolution) => &mut told.resolution,
                    _ => {
                        fit.dropped(
                            &at,
                            "Freshdesk tells of a response or a resolution that is missed, and of no more",
                        );
                        continue;
                    }
                };
                if taken {
                    fit.dropped(&at, "a Freshdesk policy has one escalation, and the one before is it");
                    continue;
                }
                let mut others = Vec::new();
                let before = agents.len();
                for target in &step.targets {
                    match target {
                        StepTarget::Role(role) => agents.push(names.number("agents", role, "the id of the agent")),
                        StepTarget::Party(party) => others.push(party.as_str()),
                    }
                }
                if agents.len() == before {
                    fit.dropped(&at, "Freshdesk tells agents only");
                } else if others.is_empty() {
                    fit.approximated(&at, "Freshdesk tells by email");
                } else {
                    fit.approximated(&at, format!("Freshdesk tells agents by email, and so not {}", others.join(", ")));
                }
            }
            told.name(escalation, taken, &number.to_string(), fit);
        }
        told
    }

    /// The severities of an escalation, where it is the one that was taken.
    fn name(&mut self, escalation: &Escalation, taken: bool, number: &str, fit: &mut Fit) {
        let at = ["escalations", number, "severities"];
        if taken || self.is_empty() {
            fit.dropped(&at, "no step of this escalation is in Freshdesk");
            return;
        }
        self.severities = escalation.severities.iter().map(|named| named.value.clone()).collect();
        if fit.has(&at) {
            fit.approximated(&at, "escalation is on for their priorities");
        }
    }

    /// Whether nobody is told.
    pub(super) fn is_empty(&self) -> bool {
        self.response.is_empty() && self.resolution.is_empty()
    }

    /// Whether somebody is told of tickets of this severity.
    pub(super) fn holds_for(&self, severity: &Name) -> bool {
        !self.is_empty() && (self.severities.is_empty() || self.severities.contains(severity))
    }

    /// As Freshdesk takes it: 0 seconds after the time is missed.
    pub(super) fn json(&self) -> Value {
        let mut escalation = json!({});
        let at_once = |agents: &[i64]| json!({ "escalation_time": 0, "agent_ids": agents });
        if !self.response.is_empty() {
            escalation["response"] = at_once(&self.response);
        }
        if !self.resolution.is_empty() {
            escalation["resolution"] = json!({ "level_1": at_once(&self.resolution) });
        }
        escalation
    }
}
