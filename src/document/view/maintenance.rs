//! Planned maintenance.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Planned maintenance.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Maintenance {}

impl Maintenance {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
