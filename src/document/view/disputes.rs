//! Disputes and the law.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Disputes and the law.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Disputes {}

impl Disputes {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
