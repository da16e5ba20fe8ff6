//! Recovery after a disaster.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Duration, Name, Origin};

/// Recovery after a disaster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Continuity {
    /// Of these services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Name>,
    /// Recovery time objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_time: Option<At<Duration>>,
    /// Recovery point objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_point: Option<At<Duration>>,
    /// Backups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backups: Option<Backups>,
    /// Tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tests: Option<ContinuityTests>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Backups {
    /// How often.
    pub every: Duration,
    /// How long they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Duration>,
}

/// Tests of recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ContinuityTests {
    /// How often.
    pub every: Duration,
    /// Who sees the results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results_to: Option<Name>,
}
