//! Subcontractors.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Duration, Name, Origin};

/// Subcontractors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Subcontractors {
    /// Under which condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<SubcontractorsAllowed>,
    /// Where they are listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_in: Option<String>,
    /// Who is liable for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liable: Option<Name>,
    /// Who may object, and how soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<Objection>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Under which condition subcontractors are allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SubcontractorsAllowed {
    /// Only with consent of this party.
    WithConsent(Name),
    /// With this notice.
    WithNotice(Duration),
    /// Freely.
    Freely,
}

/// A right to object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Objection {
    /// Whose.
    pub party: Name,
    /// How soon.
    pub within: Duration,
}
