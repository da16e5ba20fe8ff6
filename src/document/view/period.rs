//! How long the agreement lasts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// How long the agreement lasts.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Period {}

impl Period {
    /// The section of the agreement.
    pub(super) fn new(_context: &Context<'_>) -> Self {
        Self {}
    }
}
