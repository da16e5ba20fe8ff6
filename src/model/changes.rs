//! How the agreement and its fees change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Duration, Name, Origin, Percent, Prose};

/// How the agreement and its fees change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Changes {
    /// Only in this form, signed by both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<ChangeForm>,
    /// Parties that may not lower a level during the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_not_lower: Vec<Name>,
    /// What a party may change by notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_notice: Vec<ChangeByNotice>,
    /// How fees change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<FeeChange>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The form of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeForm {
    /// In writing, signed by both.
    Writing,
    /// In text form, signed by both.
    TextForm,
}

/// What a party may change by notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ChangeByNotice {
    /// Who.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// The notice.
    pub notice: Duration,
    /// Who may leave because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_leave: Option<Name>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How fees change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FeeChange {
    /// By this index or rule.
    pub by: String,
    /// At most so much each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Percent>,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}
