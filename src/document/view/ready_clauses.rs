//! Ready clauses of the library.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::ReadyClauseName;

/// Ready clauses of the library, in the library's order.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ReadyClauses {
    clauses: Vec<ReadyClauseName>,
    /// The main agreement that this one is part of.
    part_of: Option<String>,
    /// Whether a clause of this agreement gives credits.
    credits: bool,
}

impl ReadyClauses {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let agreement = context.agreement;
        let included = |name: &ReadyClauseName| agreement.ready_clauses.iter().any(|ready| ready.clause.value == *name);
        let clauses: Vec<_> = ReadyClauseName::ALL.into_iter().filter(included).collect();
        let credits = agreement.penalties.as_ref().is_some_and(|penalties| !penalties.credits.is_empty());
        (!clauses.is_empty()).then(|| Self {
            clauses,
            part_of: agreement.heading.part_of.as_ref().map(|main| main.document.value.clone()),
            credits,
        })
    }
}
