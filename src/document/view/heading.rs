//! Title, version and what holds throughout.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{Document, Money, Rounding, RoundingWay};

/// Title, version and what holds throughout.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Heading {
    title: String,
    reference: Option<String>,
    version: String,
    /// `EUR`.
    currency: String,
    /// The smallest amount: `EUR 0.01`.
    smallest_amount: String,
    /// `Berlin time`.
    zone: String,
    /// `Europe/Berlin`, where the zone is named after a city.
    zone_name: Option<String>,
    part_of: Option<PartOf>,
    /// First to last.
    precedence: Vec<Ranked>,
    rounding: RoundingView,
    /// The plan that is chosen.
    plan: Option<String>,
}

/// The main agreement.
#[derive(Debug, Serialize, JsonSchema)]
struct PartOf {
    document: String,
    its_words_apply: bool,
    source: String,
}

/// A document in the order of precedence.
#[derive(Debug, Serialize, JsonSchema)]
struct Ranked {
    /// None: this agreement.
    document: Option<String>,
}

/// How figures are rounded.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RoundingView {
    way: RoundingWay,
    decimals: String,
    /// Whether it is one decimal.
    one: bool,
    /// Whether nothing remains behind the decimal point.
    whole: bool,
}

impl Heading {
    /// The heading of the agreement.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let heading = &context.agreement.heading;
        let made = context.agreement.plan_choice.is_made();
        Self {
            title: heading.title.value.clone(),
            reference: heading.reference.as_ref().map(|reference| reference.value.clone()),
            version: heading.version.value.clone(),
            currency: heading.currency.to_string(),
            smallest_amount: context.forms.money(Money { minor: 1, currency: heading.currency }),
            zone: context.forms.zone(&heading.zone),
            zone_name: context.forms.has_city(&heading.zone).then(|| heading.zone.to_string()),
            part_of: heading.part_of.as_ref().map(|main| PartOf {
                document: main.document.value.clone(),
                its_words_apply: main.its_words_apply,
                source: context.source(main.document.origin),
            }),
            precedence: heading.precedence.iter().map(Ranked::new).collect(),
            rounding: RoundingView::new(heading.rounding, context),
            plan: context.agreement.plan.as_ref().filter(|_| made).map(ToString::to_string),
        }
    }
}

impl Ranked {
    fn new(document: &Document) -> Self {
        let document = match document {
            Document::ThisAgreement => None,
            Document::Other(name) => Some(name.clone()),
        };
        Self { document }
    }
}

impl RoundingView {
    pub(super) fn new(rounding: Rounding, context: &Context<'_>) -> Self {
        let decimals = rounding.decimals;
        Self { way: rounding.way, decimals: context.forms.count(decimals), one: decimals == 1, whole: decimals == 0 }
    }
}
