//! Confidentiality.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Confidentiality.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Confidentiality {
    source: String,
    reports: bool,
    may_share: Vec<MayShare>,
    after_end: Option<String>,
}

/// Who may share reports with whom.
#[derive(Debug, Serialize, JsonSchema)]
struct MayShare {
    party: String,
    with: String,
}

impl Confidentiality {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.confidentiality.as_ref()?;
        let may_share = section.may_share.iter();
        Some(Self {
            source: context.source(section.origin),
            reports: section.reports,
            may_share: may_share.map(|may| MayShare { party: may.party.to_string(), with: may.with.clone() }).collect(),
            after_end: section.after_end.map(|time| context.forms.duration(time)),
        })
    }
}
