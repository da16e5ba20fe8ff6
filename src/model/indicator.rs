//! What the levels measure that are not about tickets: availability, ratios, shares within a time, latency, surveys.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, BandEdge, CalendarRef, Comparator, Duration, Interval, Name, Number, Percent, Prose, Quantity, TimeOfDay,
};

/// Share of time available.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Uptime {
    /// When the service is down; any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub down_when: Vec<At<DownCondition>>,
    /// What an error is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors_are: Option<Prose>,
    /// Down only if all of these services are down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub down_only_if_all: Vec<Name>,
    /// How many probes must pass before it is up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_again_after_probes: Option<u32>,
    /// Partial outages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partly_down: Vec<PartlyDown>,
    /// The hours that count.
    pub during: CalendarRef,
}

/// When a service is down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DownCondition {
    /// The error rate is above a share for a time.
    ErrorRate {
        /// The share.
        above: Percent,
        /// The time.
        lasting: Duration,
        /// With at least so many requests.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minimum_requests: Option<u32>,
    },
    /// Probes in a row fail.
    Probes {
        /// How many.
        failing: u32,
    },
    /// A metric of the agreement's own is beyond a limit.
    Metric {
        /// The metric.
        metric: Name,
        /// Which side is down.
        edge: BandEdge,
        /// The limit.
        limit: Quantity,
        /// For this long without a break; none: at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lasting: Option<Duration>,
    },
    /// In words.
    Words {
        /// The words.
        words: Prose,
        /// For this long without a break; none: at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lasting: Option<Duration>,
    },
}

/// A partial outage that counts in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct PartlyDown {
    /// For less than (or up to) this share.
    pub share: Percent,
    /// Whether the share itself is included.
    pub inclusive: bool,
    /// Of these: `users`.
    pub of: String,
    /// Each minute counts this much.
    pub counts: Percent,
}

/// Share of good events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Ratio {
    /// What is good.
    pub good: Prose,
    /// All events.
    pub all: Prose,
    /// The value when there is no event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty_is: Option<Percent>,
    /// The mean of the ratios of these stretches of time in place of one ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_by: Option<Interval>,
}

/// Share of events that end within a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ShareWithin {
    /// All events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Prose>,
    /// From this event until that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_until: Option<FromUntil>,
    /// The time.
    pub within: Duration,
    /// The clock.
    pub clock: CalendarRef,
    /// What begins after this counts from the next business day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<TimeOfDay>,
    /// The value when there is no event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty_is: Option<Percent>,
}

/// The start and the end of a measured time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FromUntil {
    /// The start.
    pub from: Prose,
    /// The end.
    pub until: Prose,
}

/// A percentile of a duration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Latency {
    /// Percentiles with their limits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub percentiles: Vec<Percentile>,
    /// All events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Prose>,
}

/// A percentile with its limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Percentile {
    /// From 0 to 100; none: the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percentile: Option<Number>,
    /// Which side is good.
    pub comparator: Comparator,
    /// The limit.
    pub limit: At<Duration>,
}

/// Share of good answers of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Survey {
    /// An answer is good from this score on.
    pub good_from: u32,
    /// Of this best score.
    pub out_of: u32,
}
