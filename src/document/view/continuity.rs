//! Recovery after a disaster.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Recovery after a disaster.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Continuity {}

impl Continuity {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
