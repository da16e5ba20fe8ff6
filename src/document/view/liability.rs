//! The cap of liability.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{self, LiabilityAmount};

/// The cap of liability.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Liability {
    source: String,
    cap: Option<Cap>,
    credits_count: bool,
    credits_do_not_count: bool,
    not_limited: Vec<Text>,
}

/// How much liability is capped at.
#[derive(Debug, Serialize, JsonSchema)]
struct Cap {
    share: Option<String>,
    /// Of fees paid, else payable,
    paid: bool,
    /// in this time before the claim.
    within: Option<String>,
    amount: Option<String>,
    /// `each Calendar Year`; none: for the whole period.
    in_each: Option<String>,
    source: String,
}

impl Liability {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let liability = context.agreement.liability.as_ref()?;
        Some(Self {
            source: context.source(liability.origin),
            cap: liability.cap.as_ref().map(|cap| Cap::new(context, cap)),
            credits_count: liability.credits_count == Some(true),
            credits_do_not_count: liability.credits_count == Some(false),
            not_limited: liability.not_limited.iter().map(Text::part).collect(),
        })
    }
}

impl Cap {
    fn new(context: &Context<'_>, cap: &model::LiabilityCap) -> Self {
        let forms = context.forms;
        let (share, is_paid, within, amount) = match &cap.amount {
            LiabilityAmount::ShareOfFees { share, paid, within } => {
                (Some(forms.percent(*share)), *paid, Some(forms.duration(*within)), None)
            }
            LiabilityAmount::Amount(amount) => (None, false, None, Some(forms.money(*amount))),
        };
        Self {
            share,
            paid: is_paid,
            within,
            amount,
            in_each: cap.each.map(|cycle| forms.each(cycle)),
            source: context.source(cap.origin),
        }
    }
}
