//! Metrics of the agreement's own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Cycle, Interval, Name, Number, Origin, Percent, Prose, Quantity, Rounding};

/// A metric with its formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Metric {
    /// Its name.
    pub name: At<Name>,
    /// What it counts or measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<MetricInput>,
    /// How it is computed.
    pub formula: At<Expression>,
    /// Its value when nothing was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty_is: Option<Percent>,
    /// The value of a group (hour, order) with nothing in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty_group_is: Option<Percent>,
    /// Durations are in business hours of this calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_hours_by: Option<Name>,
    /// The system of record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_in: Option<String>,
    /// The cycle it is computed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<Cycle>,
    /// Its unit: `points`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Rounding of its value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
    /// Worked examples, recomputed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<WorkedExample>,
}

/// An input of a metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MetricInput {
    /// Its name.
    pub name: At<Name>,
    /// Counted or measured.
    pub kind: InputKind,
    /// What it is.
    pub meaning: Prose,
}

/// Counted or measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum InputKind {
    /// A number of events.
    Counted,
    /// A duration or size of each event.
    Measured,
}

/// A formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expression {
    /// A number.
    Number(Number),
    /// A percentage.
    Percent(Percent),
    /// An input.
    Input(Name),
    /// Two operands.
    Binary {
        /// What is done.
        operator: Operator,
        /// The left one.
        left: Box<Expression>,
        /// The right one.
        right: Box<Expression>,
    },
    /// Many values made one.
    Aggregate {
        /// How.
        function: Aggregate,
        /// By this group: an input, or a unit of time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Group>,
        /// Of this.
        of: Box<Expression>,
    },
    /// Rounded to decimals, half upwards.
    Rounded {
        /// Decimals that remain.
        decimals: u8,
        /// Of this.
        of: Box<Expression>,
    },
}

/// An operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Operator {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
    /// Power.
    Power,
}

/// A way to make many values one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Aggregate {
    /// Arithmetic mean.
    Mean,
    /// Median.
    Median,
    /// Sum.
    Sum,
    /// Percentile, from 0 to 100, nearest rank.
    Percentile(Number),
}

/// What values are grouped by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Group {
    /// A stretch of time.
    Time(Interval),
    /// A kind of thing: `Order`.
    Of(Name),
}

/// A worked example: these values give these results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct WorkedExample {
    /// What goes in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Quantity>,
    /// What comes out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<Quantity>,
    /// The unit of the results, in words: `points`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}
