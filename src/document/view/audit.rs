//! The right to audit.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// The right to audit.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Audit {}

impl Audit {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
