//! Assignment to others.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Assignment to others.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Assignment {}

impl Assignment {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
