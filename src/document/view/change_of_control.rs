//! Change of control.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::force_majeure::party_of;

/// Change of control.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ChangeOfControl {
    source: String,
    notice: Option<String>,
    /// How soon after the notice the agreement may be ended,
    within: Option<String>,
    /// by this party; none: by the other one.
    who: Option<String>,
}

impl ChangeOfControl {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.change_of_control.as_ref()?;
        let terminate = section.terminate.as_ref();
        Some(Self {
            source: context.source(section.origin),
            notice: section.notice.map(|notice| context.forms.duration(notice)),
            within: terminate.map(|terminate| context.forms.duration(terminate.within)),
            who: terminate.and_then(|terminate| party_of(&terminate.who)),
        })
    }
}
