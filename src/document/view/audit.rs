//! The right to audit.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::CalendarRef;

/// The right to audit.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Audit {
    source: String,
    by: String,
    /// The party and who may audit besides.
    auditors: Vec<String>,
    other: String,
    scope: Option<Text>,
    times: Option<String>,
    /// `each Calendar Year`.
    in_each: Option<String>,
    limit_unless: Option<Text>,
    notice: Option<String>,
    any_hour: bool,
    hours: Option<String>,
    paid_by: Option<String>,
    /// Unless this, when the other party pays.
    unless: Option<Text>,
    otherwise_paid_by: Option<String>,
}

impl Audit {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let audit = context.agreement.audit.as_ref()?;
        Some(Self {
            source: context.source(audit.origin),
            by: audit.by.to_string(),
            auditors: std::iter::once(audit.by.to_string()).chain(audit.also_by.iter().cloned()).collect(),
            other: context.other(&audit.by),
            scope: audit.scope.as_ref().map(Text::part),
            times: audit.limit.as_ref().map(|limit| context.forms.count(limit.count)),
            in_each: audit.limit.as_ref().map(|limit| context.forms.each(limit.each)),
            limit_unless: audit.limit_unless.as_ref().map(Text::part),
            notice: audit.notice.map(|notice| context.forms.duration(notice)),
            any_hour: audit.during == Some(CalendarRef::Always),
            hours: audit.during.as_ref().and_then(CalendarRef::name).map(ToString::to_string),
            paid_by: audit.paid_by.as_ref().map(|cost| cost.party.to_string()),
            unless: audit.paid_by.as_ref().and_then(|cost| cost.unless.as_ref()).map(Text::part),
            otherwise_paid_by: audit.paid_by.as_ref().map(|cost| context.other(&cost.party)),
        })
    }
}
