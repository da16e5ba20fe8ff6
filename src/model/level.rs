//! Service levels: what is promised, who measures it, and how it is judged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, Cycle, Duration, Expression, Latency, Name, Origin, Prose, Quantity, Ratio, Rounding, ShareWithin,
    SupportTimes, Survey, Uptime, WorkedExample,
};

/// A service level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Level {
    /// Its name.
    pub name: At<Name>,
    /// The services it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<At<Name>>,
    /// Whether it is judged for each of the services on its own.
    pub each: bool,
    /// What is measured.
    pub indicator: Indicator,
    /// The objective; for support times it lies in the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// The objective that is expected, above the minimum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Target>,
    /// The cycle in which it is judged.
    pub judged: Cycle,
    /// Result or efforts.
    pub promise: Promise,
    /// Who measures, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measurement: Option<Measurement>,
    /// The system of record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_in: Option<At<String>>,
    /// Who may see the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_open: Option<DataOpen>,
    /// What minutes without data are.
    pub missing_data: MissingData,
    /// What is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// What excluded time counts as.
    pub excluded_time: ExcludedTime,
    /// How partial months count.
    pub partial_months: PartialMonths,
    /// How many events a judgement needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_sample: Option<Sample>,
    /// Rounding before comparison; none: compared unrounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
    /// Events that count only under a condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_only_when: Option<Prose>,
    /// When a single event fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fails_when: Option<FailsWhen>,
    /// When missing the expected level becomes a miss.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_becomes_miss: Option<ExpectedBecomesMiss>,
    /// Weight of each event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Expression>,
    /// Whether it expressly carries no credits.
    pub no_credits: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who may see the data behind the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DataOpen {
    /// The party.
    pub to: Name,
    /// For how long after each measurement; none: while the data exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasting: Option<Duration>,
}

/// What a level measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Indicator {
    /// Times of tickets by severity.
    SupportTimes(SupportTimes),
    /// Share of time available.
    Uptime(Uptime),
    /// Share of good events.
    Ratio(Ratio),
    /// Share of events that end within a time.
    ShareWithin(ShareWithin),
    /// A percentile of a duration.
    Latency(Latency),
    /// Share of good answers of a survey.
    Survey(Survey),
    /// A metric of the agreement's own.
    Custom {
        /// The metric.
        metric: Name,
        /// Worked examples, recomputed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        examples: Vec<WorkedExample>,
    },
}

/// An objective: comparator, threshold, cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Target {
    /// Which side is good.
    pub comparator: Comparator,
    /// The threshold.
    pub threshold: At<Quantity>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Which side of a threshold is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Comparator {
    /// The threshold or more.
    AtLeast,
    /// The threshold or less.
    AtMost,
    /// More than the threshold.
    MoreThan,
    /// Less than the threshold.
    LessThan,
}

/// Result or efforts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Promise {
    /// A promise of result.
    #[default]
    Result,
    /// Commercially reasonable efforts; a miss still has its remedy.
    ReasonableEfforts,
}

/// Who measures, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Measurement {
    /// By whom.
    pub by: Measurer,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
}

/// Who measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measurer {
    /// A party.
    Party(Name),
    /// Somebody else.
    Other(String),
}

/// How a level is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Method {
    /// Over all requests.
    AllRequests,
    /// With probes.
    Probes {
        /// Time between two probes.
        every: Duration,
        /// From how many places.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        places: Option<u32>,
    },
}

/// What minutes without data are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MissingData {
    /// Downtime.
    #[default]
    Down,
    /// Uptime.
    Up,
    /// Left out.
    Excluded,
}

/// What is left out of a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Exclusion {
    /// What.
    pub what: Excluded,
    /// Only if.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Prose>,
    /// Where it stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What an exclusion names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Excluded {
    /// A defined term.
    Term(Name),
    /// Maintenance by its name.
    Maintenance(Name),
    /// In words.
    Words(Prose),
}

/// What excluded time counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ExcludedTime {
    /// It leaves both sides of the fraction.
    #[default]
    Neither,
    /// It counts as up.
    Up,
}

/// How months that the period covers in part count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PartialMonths {
    /// Only their days in the period.
    #[default]
    DaysInPeriod,
    /// As whole months.
    Whole,
    /// Not at all.
    NotCounted,
}

/// A minimum sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Sample {
    /// How many.
    pub count: u32,
    /// Of what: `answers`.
    pub of: String,
}

/// When a single event fails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FailsWhen {
    /// The event: `request`.
    pub event: String,
    /// When.
    pub when: Prose,
}

/// Missing the expected level becomes a miss from the nth time in a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ExpectedBecomesMiss {
    /// From this miss on.
    pub from: u32,
    /// In this window.
    pub window: Cycle,
}
