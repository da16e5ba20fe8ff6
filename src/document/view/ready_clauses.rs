//! Ready clauses of the library.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Ready clauses of the library.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ReadyClauses {}

impl ReadyClauses {
    /// The section, if the agreement has it.
    pub(super) fn new(_context: &Context<'_>) -> Option<Self> {
        None
    }
}
