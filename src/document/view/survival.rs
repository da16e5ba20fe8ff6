//! What lives on after the end.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// What lives on after the end.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Survival {
    source: String,
    /// The anchors of the sections.
    sections: Vec<String>,
    /// None: without end.
    time: Option<String>,
}

impl Survival {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let survival = context.agreement.survival.as_ref()?;
        Some(Self {
            source: context.source(survival.origin),
            sections: survival.sections.iter().map(|section| section.word().to_owned()).collect(),
            time: survival.time.map(|time| context.forms.duration(time)),
        })
    }
}
