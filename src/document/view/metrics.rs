//! Metrics of the agreement's own.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Metrics of the agreement's own.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Metrics {}

impl Metrics {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
