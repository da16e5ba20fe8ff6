//! Services and their fees.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Services and their fees.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Services {}

impl Services {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
