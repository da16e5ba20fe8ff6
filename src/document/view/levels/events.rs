//! Levels that judge events: ratios, shares within a time, percentiles, answers, custom metrics.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::metrics::ExampleView;
use super::super::{Context, Text};
use crate::model::{Comparator, Latency, Name, Ratio, ShareWithin, Survey, WorkedExample};

/// Share of good events.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RatioView {
    good: Text,
    all: Text,
    /// The value when there is no event.
    empty_is: Option<String>,
    /// `hour`: the mean of one value for each.
    mean_by: Option<String>,
}

impl RatioView {
    pub(super) fn new(ratio: &Ratio, context: &Context<'_>) -> Self {
        Self {
            good: Text::part(&ratio.good),
            all: Text::part(&ratio.all),
            empty_is: ratio.empty_is.map(|value| context.forms.percent(value)),
            mean_by: ratio.mean_by.map(|interval| context.forms.interval(interval)),
        }
    }
}

/// Share of events that end within a time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ShareView {
    all: Option<Text>,
    from: Option<Text>,
    until: Option<Text>,
    within: String,
    business: bool,
    /// The calendar whose hours count; none: all.
    calendar: Option<String>,
    cut_off: Option<String>,
    empty_is: Option<String>,
}

impl ShareView {
    pub(super) fn new(share: &ShareWithin, context: &Context<'_>) -> Self {
        let ends = share.from_until.as_ref();
        Self {
            all: share.all.as_ref().map(Text::part),
            from: ends.map(|ends| Text::part(&ends.from)),
            until: ends.map(|ends| Text::part(&ends.until)),
            within: context.forms.duration(share.within),
            business: share.within.unit.is_business(),
            calendar: context.hours_of(&share.clock),
            cut_off: share.cut_off.map(|time| time.to_string()),
            empty_is: share.empty_is.map(|value| context.forms.percent(value)),
        }
    }
}

/// Percentiles of a duration.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LatencyView {
    percentiles: Vec<PercentileView>,
    /// Whether one of the limits is for the mean, and one for a percentile.
    has_mean: bool,
    has_percentile: bool,
    all: Option<Text>,
}

/// A percentile with its limit.
#[derive(Debug, Serialize, JsonSchema)]
struct PercentileView {
    /// None: the mean.
    percentile: Option<String>,
    comparator: Comparator,
    threshold: String,
}

impl LatencyView {
    pub(super) fn new(latency: &Latency, context: &Context<'_>) -> Self {
        let forms = context.forms;
        Self {
            percentiles: latency
                .percentiles
                .iter()
                .map(|limit| PercentileView {
                    percentile: limit.percentile.map(|percentile| forms.number(percentile)),
                    comparator: limit.comparator,
                    threshold: forms.duration(limit.limit.value),
                })
                .collect(),
            has_mean: latency.percentiles.iter().any(|limit| limit.percentile.is_none()),
            has_percentile: latency.percentiles.iter().any(|limit| limit.percentile.is_some()),
            all: latency.all.as_ref().map(Text::part),
        }
    }
}

/// Share of good answers.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SurveyView {
    good_from: String,
    out_of: String,
}

impl SurveyView {
    pub(super) fn new(survey: &Survey, context: &Context<'_>) -> Self {
        Self { good_from: context.forms.count(survey.good_from), out_of: context.forms.count(survey.out_of) }
    }
}

/// A metric of the agreement's own.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Custom {
    metric: String,
    examples: Vec<ExampleView>,
}

impl Custom {
    pub(super) fn new(metric: &Name, examples: &[WorkedExample], context: &Context<'_>) -> Self {
        let examples = examples.iter().map(|example| ExampleView::new(example, context)).collect();
        Self { metric: metric.to_string(), examples }
    }
}
