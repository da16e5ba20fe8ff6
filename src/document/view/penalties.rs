//! Service credits and other remedies.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Service credits and other remedies.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Penalties {}

impl Penalties {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
