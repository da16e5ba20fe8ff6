//! Subcontractors.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::SubcontractorsAllowed;

/// Subcontractors.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Subcontractors {
    source: String,
    provider: String,
    customer: String,
    consent_of: Option<String>,
    notice: Option<String>,
    freely: bool,
    listed_in: Option<String>,
    liable: Option<String>,
    objection_of: Option<String>,
    objection_within: Option<String>,
}

impl Subcontractors {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.subcontractors.as_ref()?;
        let (mut consent_of, mut notice) = (None, None);
        match &section.allowed {
            Some(SubcontractorsAllowed::WithConsent(party)) => consent_of = Some(party.to_string()),
            Some(SubcontractorsAllowed::WithNotice(time)) => notice = Some(context.forms.duration(*time)),
            Some(SubcontractorsAllowed::Freely) | None => {}
        }
        Some(Self {
            source: context.source(section.origin),
            provider: context.provider(),
            customer: context.customer(),
            consent_of,
            notice,
            freely: section.allowed == Some(SubcontractorsAllowed::Freely),
            listed_in: section.listed_in.clone(),
            liable: section.liable.as_ref().map(ToString::to_string),
            objection_of: section.objection.as_ref().map(|objection| objection.party.to_string()),
            objection_within: section.objection.as_ref().map(|objection| context.forms.duration(objection.within)),
        })
    }
}
