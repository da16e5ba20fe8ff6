//! The values of the plan, where another document chooses among several.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{Money, ParameterValue, Percent, PlanChoice};

/// What one of several plans gives; the contracts of all plans are laid over one another.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Plans {
    plan: String,
    /// The document that says which plan applies.
    stated_in: Option<String>,
    values: Vec<Value>,
}

/// What the plan gives for a term.
#[derive(Debug, Serialize, JsonSchema)]
struct Value {
    term: String,
    /// In the forms of the contract's language.
    value: Option<String>,
    /// In place of a value, whether it is there.
    has: Option<bool>,
}

impl Plans {
    /// None where the agreement is made for one plan, or has none.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let stated_in = match &context.agreement.plan_choice {
            PlanChoice::Made => return None,
            PlanChoice::StatedIn(document) => Some(document.clone()),
            PlanChoice::Open => None,
        };
        let given = context.agreement.parameters.iter().filter(|parameter| parameter.by_plan);
        Some(Self {
            plan: context.agreement.plan.as_ref()?.to_string(),
            stated_in,
            values: given.map(|parameter| Value::new(parameter, context)).collect(),
        })
    }
}

impl Value {
    fn new(parameter: &ParameterValue, context: &Context<'_>) -> Self {
        let written = parameter.value.as_deref();
        let has = match written {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        };
        Self {
            term: parameter.name.to_string(),
            value: written.filter(|_| has.is_none()).map(|text| in_its_form(text, context)),
            has,
        }
    }
}

/// A value that a spec writes, in the forms of the contract's language.
fn in_its_form(text: &str, context: &Context<'_>) -> String {
    let forms = context.forms;
    let money = || {
        let (currency, amount) = text.split_once(' ')?;
        Money::from_major(amount.parse().ok()?, currency.parse().ok()?).ok()
    };
    let percent = text.parse::<Percent>().ok().map(|percent| forms.percent(percent));
    let duration = || text.parse().ok().map(|duration| forms.duration(duration));
    percent.or_else(|| money().map(|money| forms.money(money))).or_else(duration).unwrap_or_else(|| text.to_owned())
}
