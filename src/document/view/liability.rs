//! The cap of liability.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// The cap of liability.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Liability {}

impl Liability {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
