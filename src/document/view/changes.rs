//! How the agreement changes.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// How the agreement changes.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Changes {}

impl Changes {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
