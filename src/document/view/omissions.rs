//! What is left out on purpose.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::Omitted;

/// What is left out on purpose.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Omissions {
    entries: Vec<Omission>,
}

/// What is left out, and why.
#[derive(Debug, Serialize, JsonSchema)]
struct Omission {
    /// Its word in a spec: `entire agreement`.
    what: String,
    reason: Option<String>,
}

impl Omissions {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let omissions = &context.agreement.omissions;
        let entries: Vec<_> = omissions
            .iter()
            .map(|omission| Omission {
                what: match &omission.what.value {
                    Omitted::Clause(clause) => clause.word().to_owned(),
                    Omitted::Section(section) => section.word().to_owned(),
                },
                reason: omission.reason.clone(),
            })
            .collect();
        (!entries.is_empty()).then_some(Self { entries })
    }
}
