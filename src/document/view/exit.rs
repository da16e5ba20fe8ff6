//! What happens at the end.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// What happens at the end.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Exit {}

impl Exit {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
