//! How disputes end, and the law.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Duration, Language, Origin};

/// How disputes end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Disputes {
    /// The ladder, first step first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<DisputeStep>,
    /// The governing law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub governing_law: Option<At<String>>,
    /// Who decides about measurements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measurements: Option<MeasurementDispute>,
    /// Performance goes on meanwhile.
    pub performance_goes_on: bool,
    /// Courts stay open for urgent relief.
    pub urgent_relief: bool,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A step of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DisputeStep {
    /// What is done.
    pub kind: DisputeKind,
    /// Where it takes place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// How many arbitrators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arbitrators: Option<u32>,
    /// In which language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Kinds of step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DisputeKind {
    /// Negotiation.
    Negotiate {
        /// For how long.
        time: Duration,
        /// Between whom.
        between: String,
    },
    /// Mediation.
    Mediate {
        /// For how long.
        time: Duration,
        /// Under which rules.
        rules: String,
    },
    /// An expert.
    Expert {
        /// Who.
        who: String,
        /// Within what time.
        within: Duration,
    },
    /// Arbitration.
    Arbitrate {
        /// Under which rules.
        rules: String,
    },
    /// State courts.
    Courts {
        /// Of which place.
        place: String,
    },
}

/// Who decides about measurements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MeasurementDispute {
    /// Who.
    pub by: String,
    /// Within what time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
}
