//! Support channels.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Support channels.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Channels {}

impl Channels {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
