//! What is left out on purpose.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// What is left out on purpose.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Omissions {}

impl Omissions {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
