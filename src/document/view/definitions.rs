//! Defined terms.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Defined terms.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Definitions {}

impl Definitions {
    /// The section of the agreement.
    pub(super) fn new(_context: &Context<'_>) -> Self {
        Self {}
    }
}
