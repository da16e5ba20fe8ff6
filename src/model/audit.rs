//! The right to audit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarRef, Duration, Name, Origin, Prose, Volume};

/// The right to audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Audit {
    /// Who may audit.
    pub by: Name,
    /// Who may do so besides: authorities, auditors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_by: Vec<String>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Volume>,
    /// When this limit does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_unless: Option<Prose>,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// During which hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<CalendarRef>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_by: Option<AuditCost>,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Prose>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who pays for an audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct AuditCost {
    /// The party.
    pub party: Name,
    /// Unless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Prose>,
}
