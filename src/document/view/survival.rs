//! What lives on after the end.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// What lives on after the end.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Survival {}

impl Survival {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
