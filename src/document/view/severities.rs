//! Severities.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Severities.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Severities {}

impl Severities {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
