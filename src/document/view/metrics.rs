//! Metrics of the agreement's own, their formulas in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::heading::RoundingView;
use super::{Context, Text};
use crate::document::words::Forms;
use crate::model::{Aggregate, Expression, Group, InputKind, Metric, Operator, WorkedExample};

/// The metrics.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Metrics {
    entries: Vec<MetricView>,
    /// Whether a formula has a percentile.
    percentiles: bool,
}

/// A metric.
#[derive(Debug, Serialize, JsonSchema)]
struct MetricView {
    name: String,
    inputs: Vec<InputView>,
    /// In words.
    formula: String,
    empty_is: Option<String>,
    empty_group_is: Option<String>,
    /// What values are grouped by: `hour`, `Order`.
    group: Option<String>,
    business_hours_by: Option<String>,
    recorded_in: Option<String>,
    /// `each Calendar Month`.
    judged: Option<String>,
    unit: Option<String>,
    rounding: Option<RoundingView>,
    examples: Vec<ExampleView>,
    source: String,
}

/// An input.
#[derive(Debug, Serialize, JsonSchema)]
struct InputView {
    name: String,
    kind: InputKind,
    meaning: Text,
}

/// A worked example.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExampleView {
    given: Vec<String>,
    gives: Vec<String>,
    unit: Option<String>,
}

impl Metrics {
    /// The metrics, if there are any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let metrics = &context.agreement.metrics;
        (!metrics.is_empty()).then(|| Self {
            entries: metrics.iter().map(|metric| MetricView::new(metric, context)).collect(),
            percentiles: metrics.iter().any(|metric| {
                let percentile = |function: &Aggregate| matches!(function, Aggregate::Percentile(_));
                aggregates(&metric.formula).iter().any(|(function, _)| percentile(function))
            }),
        })
    }
}

impl MetricView {
    fn new(metric: &Metric, context: &Context<'_>) -> Self {
        let forms = context.forms;
        Self {
            name: metric.name.to_string(),
            inputs: metric
                .inputs
                .iter()
                .map(|input| InputView {
                    name: input.name.to_string(),
                    kind: input.kind,
                    meaning: Text::part(&input.meaning),
                })
                .collect(),
            formula: formula(&metric.formula, forms),
            empty_is: metric.empty_is.map(|value| forms.percent(value)),
            empty_group_is: metric.empty_group_is.map(|value| forms.percent(value)),
            group: aggregates(&metric.formula).into_iter().find_map(|(_, by)| by).map(|by| group(by, forms)),
            business_hours_by: metric.business_hours_by.as_ref().map(ToString::to_string),
            recorded_in: metric.recorded_in.clone(),
            judged: metric.judged.map(|cycle| forms.each(cycle)),
            unit: metric.unit.clone(),
            rounding: metric.rounding.map(|rounding| RoundingView::new(rounding, context)),
            examples: metric.examples.iter().map(|example| ExampleView::new(example, context)).collect(),
            source: context.source(metric.name.origin),
        }
    }
}

impl ExampleView {
    pub(super) fn new(example: &WorkedExample, context: &Context<'_>) -> Self {
        let print = |quantities: &[_]| quantities.iter().map(|quantity| context.forms.quantity(quantity)).collect();
        Self { given: print(&example.given), gives: print(&example.gives), unit: example.unit.clone() }
    }
}

/// A formula in words and signs: `10 × Missed P1 + 4 × Missed P2`.
pub(super) fn formula(expression: &Expression, forms: &Forms) -> String {
    let said = &forms.formula;
    match expression {
        Expression::Number(number) => forms.number(*number),
        Expression::Percent(percent) => forms.percent(*percent),
        Expression::Input(name) => name.to_string(),
        Expression::Binary { operator: Operator::Power, left, right } => {
            said.power.replace("{left}", &operand(left, 3, forms)).replace("{right}", &operand(right, 4, forms))
        }
        Expression::Binary { operator, left, right } => {
            let (sign, rank) = match operator {
                Operator::Add => ('+', 1),
                Operator::Subtract => ('\u{2212}', 1),
                Operator::Multiply => ('\u{D7}', 2),
                Operator::Divide => ('\u{F7}', 2),
                Operator::Power => ('^', 3),
            };
            // The right side of − and ÷ needs its brackets: a − (b − c).
            format!("{} {sign} {}", operand(left, rank, forms), operand(right, rank + 1, forms))
        }
        Expression::Aggregate { function, by, of } => {
            let of = match **of {
                // `the mean of the median of x` reads well without brackets.
                Expression::Aggregate { .. } => formula(of, forms),
                _ => operand(of, 2, forms),
            };
            let of = match by {
                Some(by) => said.by.replace("{of}", &of).replace("{by}", &group(by, forms)),
                None => of,
            };
            let words = match function {
                Aggregate::Mean => said.mean.clone(),
                Aggregate::Median => said.median.clone(),
                Aggregate::Sum => said.sum.clone(),
                Aggregate::Percentile(rank) => said.percentile.replace("{percentile}", &forms.number(*rank)),
            };
            words.replace("{of}", &of)
        }
        Expression::Rounded { decimals, of } => {
            said.rounded.replace("{decimals}", &forms.count(decimals)).replace("{of}", &operand(of, 4, forms))
        }
    }
}

/// A part of a formula, in brackets where it binds less than `rank`.
fn operand(expression: &Expression, rank: u8, forms: &Forms) -> String {
    let own = match expression {
        Expression::Number(_) | Expression::Percent(_) | Expression::Input(_) => 5,
        Expression::Binary { operator, .. } => match operator {
            Operator::Add | Operator::Subtract => 1,
            Operator::Multiply | Operator::Divide => 2,
            Operator::Power => 3,
        },
        Expression::Aggregate { .. } | Expression::Rounded { .. } => 0,
    };
    let words = formula(expression, forms);
    if own < rank { format!("({words})") } else { words }
}

/// The aggregates of a formula with their groups, from the outside.
fn aggregates(expression: &Expression) -> Vec<(&Aggregate, Option<&Group>)> {
    match expression {
        Expression::Number(_) | Expression::Percent(_) | Expression::Input(_) => Vec::new(),
        Expression::Binary { left, right, .. } => [aggregates(left), aggregates(right)].concat(),
        Expression::Aggregate { function, by, of } => {
            let mut found = vec![(function, by.as_ref())];
            found.extend(aggregates(of));
            found
        }
        Expression::Rounded { of, .. } => aggregates(of),
    }
}

/// What values are grouped by.
fn group(by: &Group, forms: &Forms) -> String {
    match by {
        Group::Time(interval) => forms.interval(*interval),
        Group::Of(name) => name.to_string(),
    }
}
