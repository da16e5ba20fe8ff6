//! Events that nobody controls.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Events that nobody controls.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ForceMajeure {}

impl ForceMajeure {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
