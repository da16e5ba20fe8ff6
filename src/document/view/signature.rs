//! The form of signature and the signature blocks.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// The form of signature and the signature blocks.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Signature {}

impl Signature {
    /// The section of the agreement.
    pub(super) fn new(_context: &Context<'_>) -> Self {
        Self {}
    }
}
