//! Personal data.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Personal data.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DataProtection {}

impl DataProtection {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
