//! Assignment and change of control.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Duration, Origin, Who};

/// Assignment to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Assignment {
    /// Only with the other party's consent.
    pub consent: bool,
    /// Exceptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may: Vec<MayAssign>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who may assign to whom without consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MayAssign {
    /// Who.
    pub who: Who,
    /// To whom.
    pub to: String,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
}

/// Change of control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ChangeOfControl {
    /// How soon it is notified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Who may terminate, and how soon after the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminate: Option<ControlTermination>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A right to terminate after a change of control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ControlTermination {
    /// Whose.
    pub who: Who,
    /// How soon after the notice.
    pub within: Duration,
}
