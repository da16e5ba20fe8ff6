//! The parties.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// The parties.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Parties {}

impl Parties {
    /// The section of the agreement.
    pub(super) fn new(_context: &Context<'_>) -> Self {
        Self {}
    }
}
