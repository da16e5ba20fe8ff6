//! How notices are given.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// How notices are given.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Notices {}

impl Notices {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
