//! Who is told when, as a ticket ages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Duration, Name, Origin, Percent, TimeMeasure};

/// An escalation ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Escalation {
    /// For these severities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<At<Name>>,
    /// Its steps, in the order of the spec.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<EscalationStep>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct EscalationStep {
    /// When.
    pub when: At<StepTime>,
    /// What is done.
    pub action: StepAction,
    /// Who is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<StepTarget>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// When a step is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StepTime {
    /// At once.
    AtOnce,
    /// After a time.
    After(Duration),
    /// When a share of a target's time is used.
    Share {
        /// The share.
        share: Percent,
        /// Of this target.
        of: TimeMeasure,
    },
    /// When a target is missed.
    Missed(TimeMeasure),
    /// When a party asks.
    OnRequest(Name),
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StepAction {
    /// Page.
    Page,
    /// Call.
    Call,
    /// Tell.
    Tell,
    /// Email.
    Email,
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StepTarget {
    /// A role inside the provider.
    Role(String),
    /// A party.
    Party(Name),
}
