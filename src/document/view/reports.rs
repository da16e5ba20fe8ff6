//! Reports and records.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Reports and records.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reports {}

impl Reports {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
