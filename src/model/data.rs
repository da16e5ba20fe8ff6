//! Data protection and the confidentiality of reports.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Duration, Name, Origin};

/// Personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DataProtection {
    /// The data processing agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Notice of a breach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breach_notice: Option<BreachNotice>,
    /// Where data stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays_in: Option<String>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Notice of a data breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct BreachNotice {
    /// How soon.
    pub within: Duration,
    /// After this party learns of it.
    pub party: Name,
}

/// Confidentiality of reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Confidentiality {
    /// Reports are confidential.
    pub reports: bool,
    /// Who may share them with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_share: Vec<MayShare>,
    /// How long after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_end: Option<Duration>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who may share reports with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MayShare {
    /// The party.
    pub party: Name,
    /// With these.
    pub with: String,
}
