//! Service levels.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Service levels.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Levels {}

impl Levels {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
