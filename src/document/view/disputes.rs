//! Disputes and the law.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{self, DisputeKind};

/// Disputes and the law.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Disputes {
    source: String,
    steps: Vec<Step>,
    /// Whether a dispute goes through more than one step.
    several_steps: bool,
    measurements: Option<Measurements>,
    performance_goes_on: bool,
    urgent_relief: bool,
    governing_law: Option<String>,
    /// Whether the author names a law (`the laws of England`), not a place (`Germany`).
    law_named: bool,
}

/// A step of the ladder.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    id: usize,
    source: String,
    first: bool,
    last: bool,
    kind: Kind,
    time: Option<String>,
    /// Roles, rules, an expert or a place, by the kind.
    words: String,
    seat: Option<String>,
    arbitrators: Option<String>,
    /// The language's tag without its region.
    language: Option<String>,
}

/// Kinds of step.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Negotiate,
    Mediate,
    Expert,
    Arbitrate,
    Courts,
}

/// Who decides about measurements.
#[derive(Debug, Serialize, JsonSchema)]
struct Measurements {
    by: String,
    within: Option<String>,
}

impl Disputes {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let disputes = context.agreement.disputes.as_ref()?;
        let count = disputes.steps.len();
        let steps = disputes.steps.iter().enumerate();
        Some(Self {
            source: context.source(disputes.origin),
            several_steps: count > 1,
            steps: steps.map(|(at, step)| Step::new(context, at, count, step)).collect(),
            measurements: disputes.measurements.as_ref().map(|dispute| Measurements {
                by: dispute.by.clone(),
                within: dispute.within.map(|time| context.forms.duration(time)),
            }),
            performance_goes_on: disputes.performance_goes_on,
            urgent_relief: disputes.urgent_relief,
            law_named: disputes
                .governing_law
                .as_ref()
                .is_some_and(|law| law.split_whitespace().any(|word| matches!(word, "law" | "laws"))),
            governing_law: disputes.governing_law.as_ref().map(|law| law.value.clone()),
        })
    }
}

impl Step {
    fn new(context: &Context<'_>, at: usize, count: usize, step: &model::DisputeStep) -> Self {
        let (kind, time, words) = match &step.kind {
            DisputeKind::Negotiate { time, between } => (Kind::Negotiate, Some(*time), between),
            DisputeKind::Mediate { time, rules } => (Kind::Mediate, Some(*time), rules),
            DisputeKind::Expert { who, within } => (Kind::Expert, Some(*within), who),
            DisputeKind::Arbitrate { rules } => (Kind::Arbitrate, None, rules),
            DisputeKind::Courts { place } => (Kind::Courts, None, place),
        };
        Self {
            id: at + 1,
            source: context.source(step.origin),
            first: at == 0,
            last: at + 1 == count,
            kind,
            time: time.map(|time| context.forms.duration(time)),
            words: words.clone(),
            seat: step.seat.clone(),
            arbitrators: step.arbitrators.map(|count| context.forms.count(count)),
            language: step.language.as_ref().map(|language| language.primary().to_owned()),
        }
    }
}
