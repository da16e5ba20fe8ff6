//! The end: what is handed over and deleted, who helps, and what lives on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Duration, Name, Origin, Prose, Section};

/// What happens at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Exit {
    /// What is handed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_over: Vec<HandOver>,
    /// What is deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deletions: Vec<Deletion>,
    /// Help with the move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assistance: Vec<Assistance>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct HandOver {
    /// Who hands over.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// In which format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// How soon after the end.
    pub within: Duration,
}

/// What is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Deletion {
    /// Who deletes.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// How soon after the end.
    pub within: Duration,
}

/// Help with the move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Assistance {
    /// Who helps.
    pub party: Name,
    /// For how long.
    pub time: Duration,
    /// At what price; none: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<AssistancePrice>,
}

/// The price of assistance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AssistancePrice {
    /// Free of charge.
    Free,
    /// At these rates.
    At(String),
}

/// What lives on after the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Survival {
    /// The sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<At<Section>>,
    /// For how long; none: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Duration>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}
