//! Personal data.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;

/// Personal data.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DataProtection {
    source: String,
    provider: String,
    under: Option<String>,
    breach: Option<Breach>,
    stays_in: Option<String>,
}

/// Notice of a breach.
#[derive(Debug, Serialize, JsonSchema)]
struct Breach {
    party: String,
    other: String,
    within: String,
}

impl DataProtection {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let section = context.agreement.data_protection.as_ref()?;
        Some(Self {
            source: context.source(section.origin),
            provider: context.provider(),
            under: section.under.clone(),
            breach: section.breach_notice.as_ref().map(|notice| Breach {
                party: notice.party.to_string(),
                other: context.other(&notice.party),
                within: context.forms.duration(notice.within),
            }),
            stays_in: section.stays_in.clone(),
        })
    }
}
