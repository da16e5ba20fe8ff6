//! The share of time in which a service is available.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Context, Text};
use crate::model::{BandEdge, DownCondition, PartlyDown, Uptime};

/// Availability.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct UptimeView {
    down_when: Vec<Down>,
    /// Whether there is exactly one condition.
    one_condition: bool,
    /// Whether a share of errors makes it down.
    by_errors: bool,
    errors_are: Option<Text>,
    /// Down only if all of these are.
    down_only_if_all: Vec<String>,
    up_again_after_probes: Option<String>,
    partly_down: Vec<Partly>,
    /// The calendar whose hours count; none: all.
    calendar: Option<String>,
    /// `Berlin time`.
    zone: String,
}

/// What makes a service down.
#[derive(Debug, Serialize, JsonSchema)]
struct Down {
    kind: DownKind,
    above: Option<String>,
    lasting: Option<String>,
    minimum_requests: Option<String>,
    failing: Option<String>,
    words: Option<Text>,
    metric: Option<String>,
    edge: Option<BandEdge>,
    limit: Option<String>,
    source: String,
}

/// Kinds of condition.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum DownKind {
    ErrorRate,
    Probes,
    Metric,
    Words,
}

/// A partial outage.
#[derive(Debug, Serialize, JsonSchema)]
struct Partly {
    share: String,
    inclusive: bool,
    of: String,
    counts: String,
}

impl UptimeView {
    pub(super) fn new(uptime: &Uptime, context: &Context<'_>) -> Self {
        let by_errors = uptime.down_when.iter().any(|down| matches!(down.value, DownCondition::ErrorRate { .. }));
        Self {
            down_when: uptime
                .down_when
                .iter()
                .map(|down| Down { source: context.source(down.origin), ..Down::new(&down.value, context) })
                .collect(),
            one_condition: uptime.down_when.len() == 1,
            by_errors,
            errors_are: uptime.errors_are.as_ref().map(Text::part),
            down_only_if_all: context.services(&uptime.down_only_if_all),
            up_again_after_probes: uptime.up_again_after_probes.map(|probes| context.forms.count(probes)),
            partly_down: uptime.partly_down.iter().map(|partly| Partly::new(partly, context)).collect(),
            calendar: context.hours_of(&uptime.during),
            zone: context.forms.zone(&context.agreement.heading.zone),
        }
    }
}

impl Down {
    fn new(condition: &DownCondition, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let empty = |kind| Self {
            kind,
            above: None,
            lasting: None,
            minimum_requests: None,
            failing: None,
            words: None,
            metric: None,
            edge: None,
            limit: None,
            source: String::new(),
        };
        match condition {
            DownCondition::ErrorRate { above, lasting, minimum_requests } => Self {
                above: Some(forms.percent(*above)),
                lasting: Some(forms.duration(*lasting)),
                minimum_requests: minimum_requests.map(|count| forms.count(count)),
                ..empty(DownKind::ErrorRate)
            },
            DownCondition::Probes { failing } => {
                Self { failing: Some(forms.count(*failing)), ..empty(DownKind::Probes) }
            }
            DownCondition::Metric { metric, edge, limit, lasting } => Self {
                metric: Some(metric.to_string()),
                edge: Some(*edge),
                limit: Some(forms.quantity(limit)),
                lasting: lasting.map(|time| forms.duration(time)),
                ..empty(DownKind::Metric)
            },
            DownCondition::Words { words, lasting } => Self {
                words: Some(Text::part(words)),
                lasting: lasting.map(|time| forms.duration(time)),
                ..empty(DownKind::Words)
            },
        }
    }
}

impl Partly {
    fn new(partly: &PartlyDown, context: &Context<'_>) -> Self {
        Self {
            share: context.forms.percent(partly.share),
            inclusive: partly.inclusive,
            of: partly.of.clone(),
            counts: context.forms.percent(partly.counts),
        }
    }
}
