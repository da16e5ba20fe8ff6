//! Defined terms.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Name, Prose};

/// A term with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Definition {
    /// The term.
    pub term: At<Name>,
    /// What it means.
    pub meaning: At<Prose>,
}
