//! Events that nobody controls.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::Who;

/// Events that nobody controls.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ForceMajeure {
    source: String,
    /// The term that the agreement defines for it.
    term: Option<String>,
    notice: Option<String>,
    ends: Vec<End>,
    not_covered: Vec<Text>,
    mitigate: bool,
}

/// Who may end the agreement after how long.
#[derive(Debug, Serialize, JsonSchema)]
struct End {
    /// None: either party.
    who: Option<String>,
    after: String,
}

impl ForceMajeure {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.force_majeure.as_ref()?;
        let end = |end: &crate::model::ForceMajeureEnd| End {
            who: party_of(&end.who),
            after: context.forms.duration(end.after),
        };
        Some(Self {
            source: context.source(section.origin),
            term: section.term.as_ref().map(ToString::to_string),
            notice: section.notice.map(|notice| context.forms.duration(notice)),
            ends: section.ends.iter().map(end).collect(),
            not_covered: section.not_covered.iter().map(Text::part).collect(),
            mitigate: section.mitigate,
        })
    }
}

/// The one party; none for either.
pub(super) fn party_of(who: &Who) -> Option<String> {
    match who {
        Who::Either => None,
        Who::Party(party) => Some(party.to_string()),
    }
}
