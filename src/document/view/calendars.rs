//! Calendars.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Calendars.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Calendars {}

impl Calendars {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
