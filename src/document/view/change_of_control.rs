//! Change of control.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Change of control.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ChangeOfControl {}

impl ChangeOfControl {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
