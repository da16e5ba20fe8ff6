//! Services and their fees.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::context::names;
use crate::model::{CycleUnit, Fee, FeeUnit, Service};

/// The services.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Services {
    entries: Vec<ServiceView>,
    /// Whether any has a fee in this agreement or another document.
    fees: bool,
    /// Whether another document states a fee.
    stated_elsewhere: bool,
    /// Whether any is described in another document.
    described: bool,
}

/// A service.
#[derive(Debug, Serialize, JsonSchema)]
struct ServiceView {
    name: String,
    title: String,
    fees: Vec<FeeView>,
    described_in: Option<String>,
    depends_on: Vec<String>,
    source: String,
}

/// A fee.
#[derive(Debug, Serialize, JsonSchema)]
struct FeeView {
    /// None: stated in the document.
    amount: Option<String>,
    per: Option<FeeUnit>,
    /// What is counted, where the amount is for each of it.
    counted: Option<String>,
    /// Whether it is counted in each month.
    monthly: bool,
    /// Where it is stated.
    document: Option<String>,
    /// The cycle of a fee that is stated elsewhere: `Calendar Month`.
    cycle: Option<String>,
}

impl Services {
    /// The services; none where a main agreement has them.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let services = &context.agreement.services;
        (!services.is_empty()).then(|| Self {
            entries: services.iter().map(|service| ServiceView::new(service, context)).collect(),
            fees: services.iter().any(|service| !service.fees.is_empty()),
            stated_elsewhere: services
                .iter()
                .flat_map(|service| &service.fees)
                .any(|fee| matches!(fee, Fee::StatedIn { .. })),
            described: services.iter().any(|service| service.described_in.is_some()),
        })
    }
}

impl ServiceView {
    fn new(service: &Service, context: &Context<'_>) -> Self {
        Self {
            name: service.name.to_string(),
            title: service.title.clone(),
            fees: service.fees.iter().map(|fee| FeeView::new(fee, context)).collect(),
            described_in: service.described_in.clone(),
            depends_on: names(service.depends_on.iter().map(|name| &name.value)),
            source: context.source(service.name.origin),
        }
    }
}

impl FeeView {
    fn new(fee: &Fee, context: &Context<'_>) -> Self {
        let cycle = |unit: &CycleUnit| context.forms.cycle_unit(*unit, 1).to_owned();
        let mut view = Self {
            amount: fee.amount().map(|amount| context.forms.money(amount.value)),
            per: None,
            counted: None,
            monthly: false,
            document: None,
            cycle: None,
        };
        match fee {
            Fee::Amount { per, .. } => view.per = Some(*per),
            Fee::Counted { each, monthly, .. } => {
                view.counted = Some(each.clone());
                view.monthly = *monthly;
            }
            Fee::StatedIn { document, per } => {
                view.document = Some(document.clone());
                view.cycle = per.as_ref().map(cycle);
            }
        }
        view
    }
}
