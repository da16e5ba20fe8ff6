//! Escalation, as an annex.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Escalation, as an annex.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Escalation {}

impl Escalation {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
