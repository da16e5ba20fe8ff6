//! Request types.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Request types.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Requests {}

impl Requests {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
