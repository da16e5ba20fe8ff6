//! Assignment to others.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::force_majeure::party_of;
use crate::model;

/// Assignment to others.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Assignment {
    source: String,
    consent: bool,
    may: Vec<MayAssign>,
}

/// Who may assign to whom without consent.
#[derive(Debug, Serialize, JsonSchema)]
struct MayAssign {
    /// None: either party.
    who: Option<String>,
    to: String,
    notice: Option<String>,
}

impl Assignment {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.assignment.as_ref()?;
        let may = |may: &model::MayAssign| MayAssign {
            who: party_of(&may.who),
            to: may.to.clone(),
            notice: may.notice.map(|notice| context.forms.duration(notice)),
        };
        Some(Self {
            source: context.source(section.origin),
            consent: section.consent,
            may: section.may.iter().map(may).collect(),
        })
    }
}
