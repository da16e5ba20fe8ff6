//! Escalation: what either party is owed is a clause, what happens inside the provider an annex.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{self, StepAction, StepTarget, StepTime, TimeMeasure};

/// Escalation.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Escalation {
    provider: String,
    customer: String,
    source: String,
    /// The word for what a severity belongs to.
    ticket: String,
    /// Steps that a party is told of: duties.
    duties: Vec<Step>,
    /// Ladders of roles inside the provider, for the annex.
    ladders: Vec<Ladder>,
}

/// Steps for some severities.
#[derive(Debug, Serialize, JsonSchema)]
struct Ladder {
    severities: Vec<String>,
    ticket: String,
    steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Step {
    severities: Vec<String>,
    /// The word for what a severity belongs to.
    ticket: String,
    when: When,
    time: Option<String>,
    share: Option<String>,
    measure: Option<TimeMeasure>,
    /// The party that asks.
    asked_by: Option<String>,
    action: StepAction,
    /// Roles in an annex, parties in a clause.
    targets: Vec<String>,
    source: String,
}

/// When a step is taken.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum When {
    AtOnce,
    After,
    Share,
    Missed,
    OnRequest,
}

impl Escalation {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let escalations = &context.agreement.escalations;
        let mut duties = Vec::new();
        let mut ladders = Vec::new();
        for escalation in escalations {
            let severities: Vec<_> = escalation.severities.iter().map(|severity| severity.value.to_string()).collect();
            let mut steps = Vec::new();
            for step in &escalation.steps {
                let (mut parties, mut roles) = (Vec::new(), Vec::new());
                for target in &step.targets {
                    match target {
                        StepTarget::Party(party) => parties.push(party.to_string()),
                        StepTarget::Role(role) => roles.push(role.clone()),
                    }
                }
                if !parties.is_empty() {
                    duties.push(Step::new(context, &severities, step, parties));
                }
                if !roles.is_empty() {
                    steps.push(Step::new(context, &severities, step, roles));
                }
            }
            if !steps.is_empty() {
                ladders.push(Ladder { severities, ticket: context.ticket(), steps });
            }
        }
        let first = escalations.first()?;
        Some(Self {
            provider: context.provider(),
            customer: context.customer(),
            source: context.source(first.origin),
            ticket: context.ticket(),
            duties,
            ladders,
        })
    }
}

impl Step {
    /// A step with all that it reaches, roles and parties.
    pub(super) fn for_all(context: &Context<'_>, severities: &[String], step: &model::EscalationStep) -> Self {
        let all = step.targets.iter().map(|target| match target {
            StepTarget::Party(party) => party.to_string(),
            StepTarget::Role(role) => role.clone(),
        });
        Self::new(context, severities, step, all.collect())
    }

    fn new(context: &Context<'_>, severities: &[String], step: &model::EscalationStep, targets: Vec<String>) -> Self {
        let (mut time, mut share, mut measure, mut asked_by) = (None, None, None, None);
        let when = match &step.when.value {
            StepTime::AtOnce => When::AtOnce,
            StepTime::After(after) => {
                time = Some(context.forms.duration(*after));
                When::After
            }
            StepTime::Share { share: of, of: target } => {
                share = Some(context.forms.percent(*of));
                measure = Some(*target);
                When::Share
            }
            StepTime::Missed(target) => {
                measure = Some(*target);
                When::Missed
            }
            StepTime::OnRequest(party) => {
                asked_by = Some(party.to_string());
                When::OnRequest
            }
        };
        Self {
            severities: severities.to_vec(),
            ticket: context.ticket(),
            when,
            time,
            share,
            measure,
            asked_by,
            action: step.action,
            targets,
            source: context.source(step.origin),
        }
    }
}
