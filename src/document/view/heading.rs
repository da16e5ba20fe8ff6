//! Title, version and what holds throughout.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Title, version and what holds throughout.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Heading {}

impl Heading {
    /// The section of the agreement.
    pub(super) fn new(_context: &Context<'_>) -> Self {
        Self {}
    }
}
