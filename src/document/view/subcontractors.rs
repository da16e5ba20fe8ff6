//! Subcontractors.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Subcontractors.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Subcontractors {}

impl Subcontractors {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
