//! Service levels: what is promised, how it is measured and judged.

mod events;
mod times;
mod uptime;

use schemars::JsonSchema;
use serde::Serialize;

use self::events::{Custom, LatencyView, RatioView, ShareView, SurveyView};
use self::times::Times;
use self::uptime::UptimeView;
use super::heading::RoundingView;
use super::metrics::formula;
use super::{Context, Text, examples};
use crate::model::{
    Comparator, Cycle, Excluded, ExcludedTime, Exclusion, Indicator, Level, Measurement, Measurer, Method, MissingData,
    PartialMonths, Promise, Target,
};

/// The service levels.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Levels {
    entries: Vec<LevelView>,
    /// Whether a level is judged over a period that moves with time.
    rolling: bool,
}

/// A service level.
#[derive(Debug, Serialize, JsonSchema)]
struct LevelView {
    name: String,
    services: Vec<String>,
    /// Whether each of several services is judged on its own.
    each: bool,
    /// What is meant by the level's service being down.
    down: Down,
    target: Option<TargetView>,
    expected: Option<TargetView>,
    becomes_miss: Option<BecomesMiss>,
    /// `each Calendar Month`.
    judged: String,
    /// `the Calendar Month`.
    this_cycle: String,
    promise: Promise,
    credits: Credits,
    measured: Option<Measured>,
    recorded_in: Option<String>,
    data_open_to: Option<String>,
    data_open_for: Option<String>,
    missing_data: MissingData,
    exclusions: Vec<ExclusionView>,
    excluded_time: ExcludedTime,
    partial_months: PartialMonths,
    minimum_sample: Option<SampleView>,
    rounding: Option<RoundingView>,
    counts_only_when: Option<Text>,
    fails_when: Option<FailsView>,
    /// A formula in words.
    weight: Option<String>,
    times: Option<Times>,
    downtime_example: Option<examples::Downtime>,
    ticket_example: Option<examples::Ticket>,
    uptime: Option<UptimeView>,
    ratio: Option<RatioView>,
    share: Option<ShareView>,
    latency: Option<LatencyView>,
    survey: Option<SurveyView>,
    custom: Option<Custom>,
    source: String,
}

/// What is down, where a level is about several services.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Down {
    /// The only one, or all together.
    One,
    /// The one that is judged on its own.
    Each,
    /// Any of them.
    Any,
}

/// An objective.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TargetView {
    comparator: Comparator,
    threshold: String,
}

/// When missing the expected level becomes a miss.
#[derive(Debug, Serialize, JsonSchema)]
struct BecomesMiss {
    /// `fourth`.
    from: String,
    /// `each rolling period of 12 months`.
    window: String,
}

/// What a miss gives.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Credits {
    /// A service credit.
    Given,
    /// Expressly none.
    Excluded,
    /// Nothing is said.
    Unsaid,
}

/// Who measures, and how.
#[derive(Debug, Serialize, JsonSchema)]
struct Measured {
    /// Who.
    by: String,
    /// The other party, if a party measures.
    other: Option<String>,
    all_requests: bool,
    /// Time between two probes.
    probes_every: Option<String>,
    places: Option<String>,
}

/// What is left out.
#[derive(Debug, Serialize, JsonSchema)]
struct ExclusionView {
    /// The term or the maintenance; none: in words.
    name: Option<String>,
    /// Whether the name is that of maintenance.
    maintenance: bool,
    words: Option<Text>,
    only_if: Option<Text>,
}

/// A minimum sample.
#[derive(Debug, Serialize, JsonSchema)]
struct SampleView {
    count: String,
    of: String,
}

/// When a single event fails.
#[derive(Debug, Serialize, JsonSchema)]
struct FailsView {
    event: String,
    when: Text,
}

impl Levels {
    /// The levels, if there are any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let levels = &context.agreement.levels;
        (!levels.is_empty()).then(|| Self {
            entries: levels.iter().map(|level| LevelView::new(level, context)).collect(),
            rolling: levels.iter().any(|level| matches!(level.judged, Cycle::Rolling(_))),
        })
    }
}

impl LevelView {
    fn new(level: &Level, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let mut view = Self {
            name: level.name.to_string(),
            services: context.services(level.services.iter().map(|name| &name.value)),
            each: level.each && level.services.len() > 1,
            down: Down::of(level),
            target: level.target.as_ref().map(|target| TargetView::new(target, context)),
            expected: level.expected.as_ref().map(|target| TargetView::new(target, context)),
            becomes_miss: level
                .expected_becomes_miss
                .as_ref()
                .map(|rule| BecomesMiss { from: forms.ordinal(rule.from), window: forms.each(rule.window) }),
            judged: forms.each(level.judged),
            this_cycle: forms.this(level.judged),
            promise: level.promise,
            credits: Credits::of(level, context),
            measured: level.measurement.as_ref().map(|measurement| Measured::new(measurement, context)),
            recorded_in: level.recorded_in.as_ref().map(|system| system.value.clone()),
            data_open_to: level.data_open.as_ref().map(|open| open.to.to_string()),
            data_open_for: level.data_open.as_ref().and_then(|open| open.lasting).map(|time| forms.duration(time)),
            missing_data: level.missing_data,
            exclusions: level.exclusions.iter().map(ExclusionView::new).collect(),
            excluded_time: level.excluded_time,
            partial_months: level.partial_months,
            minimum_sample: level
                .minimum_sample
                .as_ref()
                .map(|sample| SampleView { count: forms.count(sample.count), of: sample.of.clone() }),
            rounding: level.rounding.map(|rounding| RoundingView::new(rounding, context)),
            counts_only_when: level.counts_only_when.as_ref().map(Text::part),
            fails_when: level
                .fails_when
                .as_ref()
                .map(|fails| FailsView { event: fails.event.clone(), when: Text::part(&fails.when) }),
            weight: level.weight.as_ref().map(|weight| formula(weight, forms)),
            downtime_example: None,
            ticket_example: examples::ticket(&level.name, context),
            times: None,
            uptime: None,
            ratio: None,
            share: None,
            latency: None,
            survey: None,
            custom: None,
            source: context.source(level.origin),
        };
        match &level.indicator {
            Indicator::SupportTimes(times) => view.times = Some(Times::new(times, context)),
            Indicator::Uptime(uptime) => {
                view.downtime_example = examples::downtime(&level.name, context.hours_of(&uptime.during), context);
                view.uptime = Some(UptimeView::new(uptime, context));
            }
            Indicator::Ratio(ratio) => view.ratio = Some(RatioView::new(ratio, context)),
            Indicator::ShareWithin(share) => view.share = Some(ShareView::new(share, context)),
            Indicator::Latency(latency) => view.latency = Some(LatencyView::new(latency, context)),
            Indicator::Survey(survey) => view.survey = Some(SurveyView::new(survey, context)),
            Indicator::Custom { metric, examples } => view.custom = Some(Custom::new(metric, examples, context)),
        }
        view
    }
}

impl TargetView {
    pub(super) fn new(target: &Target, context: &Context<'_>) -> Self {
        Self { comparator: target.comparator, threshold: context.forms.quantity(&target.threshold) }
    }
}

impl Down {
    fn of(level: &Level) -> Self {
        match level.services.len() {
            0 | 1 => Self::One,
            _ if level.each => Self::Each,
            _ => Self::Any,
        }
    }
}

impl Credits {
    fn of(level: &Level, context: &Context<'_>) -> Self {
        let penalties = context.agreement.penalties.as_ref();
        let rules = penalties.into_iter().flat_map(|penalties| &penalties.credits);
        let pools = penalties.and_then(|penalties| penalties.at_risk.as_ref());
        let mut paid = rules
            .flat_map(|rule| rule.levels.iter().map(|name| &name.value))
            .chain(pools.into_iter().flat_map(|at_risk| at_risk.pools.iter().flat_map(|pool| &pool.levels)));
        if level.no_credits || penalties.is_some_and(|penalties| penalties.no_credits) {
            Self::Excluded
        } else if paid.any(|name| *name == level.name.value) {
            Self::Given
        } else {
            Self::Unsaid
        }
    }
}

impl Measured {
    fn new(measurement: &Measurement, context: &Context<'_>) -> Self {
        let (by, other) = match &measurement.by {
            Measurer::Party(name) => (name.to_string(), Some(context.other(name))),
            Measurer::Other(words) => (words.clone(), None),
        };
        let mut view = Self { by, other, all_requests: false, probes_every: None, places: None };
        match &measurement.method {
            None => {}
            Some(Method::AllRequests) => view.all_requests = true,
            Some(Method::Probes { every, places }) => {
                view.probes_every = Some(context.forms.duration(*every));
                view.places = places.map(|places| context.forms.count(places));
            }
        }
        view
    }
}

impl ExclusionView {
    fn new(exclusion: &Exclusion) -> Self {
        let (name, words) = match &exclusion.what {
            Excluded::Term(name) | Excluded::Maintenance(name) => (Some(name.to_string()), None),
            Excluded::Words(words) => (None, Some(Text::part(words))),
        };
        Self {
            name,
            maintenance: matches!(exclusion.what, Excluded::Maintenance(_)),
            words,
            only_if: exclusion.only_if.as_ref().map(Text::part),
        }
    }
}
