//! Confidentiality.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Confidentiality.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Confidentiality {}

impl Confidentiality {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
