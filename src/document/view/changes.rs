//! How the agreement and its fees change.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::names;
use super::{Context, Text};
use crate::model::{self, ChangeForm};

/// How the agreement and its fees change.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Changes {
    provider: String,
    source: String,
    form: Option<ChangeForm>,
    may_not_lower: Vec<String>,
    by_notice: Vec<ByNotice>,
    fees: Option<Fees>,
}

/// What a party may change by notice.
#[derive(Debug, Serialize, JsonSchema)]
struct ByNotice {
    party: String,
    other: String,
    what: Text,
    notice: String,
    may_leave: Option<String>,
    source: String,
}

/// How fees change.
#[derive(Debug, Serialize, JsonSchema)]
struct Fees {
    by: String,
    at_most: Option<String>,
    notice: Option<String>,
    source: String,
}

impl Changes {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let changes = context.agreement.changes.as_ref()?;
        Some(Self {
            provider: context.provider(),
            source: context.source(changes.origin),
            form: changes.form,
            may_not_lower: names(&changes.may_not_lower),
            by_notice: changes.by_notice.iter().map(|change| ByNotice::new(context, change)).collect(),
            fees: changes.fees.as_ref().map(|fees| Fees {
                by: fees.by.clone(),
                at_most: fees.at_most.map(|most| context.forms.percent(most)),
                notice: fees.notice.map(|notice| context.forms.duration(notice)),
                source: context.source(fees.origin),
            }),
        })
    }
}

impl ByNotice {
    fn new(context: &Context<'_>, change: &model::ChangeByNotice) -> Self {
        Self {
            party: change.party.to_string(),
            other: context.other(&change.party),
            what: Text::part(&change.what),
            notice: context.forms.duration(change.notice),
            may_leave: change.may_leave.as_ref().map(ToString::to_string),
            source: context.source(change.origin),
        }
    }
}
