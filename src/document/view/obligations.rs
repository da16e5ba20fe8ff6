//! Obligations of either party.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Obligations of either party.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Obligations {}

impl Obligations {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
