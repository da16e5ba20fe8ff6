//! Service levels: what is promised, how it is measured and judged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, BandEdge, CalendarRef, Cycle, CycleUnit, Duration, Expression, Name, Number, Origin, Percent, Prose, Quantity,
    Regrade, Rounding, TimeOfDay, WorkedExample,
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

/// Times of tickets by severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct SupportTimes {
    /// One for each severity that has times, in the severities' order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<TimesRow>,
    /// When the clock starts.
    pub clock_starts: ClockStart,
    /// When it pauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// When a resolution is reached, where the definition does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_stops: Option<Prose>,
    /// A ticket received after this time of day counts as received next business day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<TimeOfDay>,
    /// A time of day by which service is restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored_by: Option<RestoredBy>,
    /// The event by which a ticket counts in a month.
    pub month_of: MonthOf,
    /// What a reopened ticket does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Reopened>,
    /// Whether one outage with many tickets counts once.
    pub one_outage_counts_once: bool,
    /// Whether merged tickets count once.
    pub merged_count_once: bool,
}

/// The times of one severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct TimesRow {
    /// The severity.
    pub severity: At<Name>,
    /// First response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<At<Duration>>,
    /// Acknowledgement, before a response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledgement: Option<At<Duration>>,
    /// Time between updates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update: Option<At<Duration>>,
    /// A workaround.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workaround: Option<At<Duration>>,
    /// Resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<At<Duration>>,
    /// Somebody on site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onsite: Option<At<Duration>>,
    /// Spare parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<At<Duration>>,
    /// When the clock runs.
    pub clock: At<CalendarRef>,
    /// The share of tickets that must keep the times; none: each, or see `shares`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_by: Option<At<Percent>>,
    /// The shares of single times, where they differ; a time that is not here must be kept by each ticket.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<TimeShare>,
}

/// The share of tickets that must keep one of the times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct TimeShare {
    /// The time.
    pub time: TimeMeasure,
    /// The share.
    pub met_by: At<Percent>,
}

impl TimesRow {
    /// The share of tickets that must keep the time of a measure; none: each.
    pub fn share(&self, measure: TimeMeasure) -> Option<&At<Percent>> {
        let own = self.shares.iter().find(|share| share.time == measure).map(|share| &share.met_by);
        own.or(self.met_by.as_ref())
    }

    /// The target of a measure.
    pub fn time(&self, measure: TimeMeasure) -> Option<&At<Duration>> {
        match measure {
            TimeMeasure::Response => self.response.as_ref(),
            TimeMeasure::Acknowledgement => self.acknowledgement.as_ref(),
            TimeMeasure::Update => self.update.as_ref(),
            TimeMeasure::Workaround => self.workaround.as_ref(),
            TimeMeasure::Resolution => self.resolution.as_ref(),
            TimeMeasure::Onsite => self.onsite.as_ref(),
            TimeMeasure::Parts => self.parts.as_ref(),
        }
    }
}

/// What of a ticket is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TimeMeasure {
    /// First response.
    Response,
    /// Acknowledgement.
    Acknowledgement,
    /// Update.
    Update,
    /// Workaround.
    Workaround,
    /// Resolution.
    Resolution,
    /// On site.
    Onsite,
    /// Parts.
    Parts,
}

impl TimeMeasure {
    /// All measures, in the order of a table.
    pub const ALL: [Self; 7] = [
        Self::Acknowledgement,
        Self::Response,
        Self::Update,
        Self::Workaround,
        Self::Onsite,
        Self::Parts,
        Self::Resolution,
    ];
}

/// When the clock of a ticket starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ClockStart {
    /// When a ticket (a defined term) reaches a channel (a defined term).
    Reaches {
        /// What.
        ticket: Name,
        /// Where.
        channel: Name,
    },
    /// When a ticket (a defined term) is opened, however that comes about.
    Opened {
        /// What.
        ticket: Name,
    },
    /// In words.
    When(Prose),
}

/// When the clock of a ticket pauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// The states of a ticket that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<String>,
    /// The longest pause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Duration>,
    /// Whether a reminder must come first, and how long before.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "reminder")]
    #[schemars(with = "Option<reminder::Reminder>")]
    pub reminder: Option<Option<Duration>>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A reminder in the policy, where "some time before" and "no reminder" must differ.
mod reminder {
    use schemars::JsonSchema;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Duration;

    /// Whether a reminder must come first, and how long before.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Reminder {
        /// At any time before.
        First,
        /// So long before.
        Before(Duration),
    }

    #[expect(clippy::ref_option, reason = "serde hands out a reference to the field")]
    pub(super) fn serialize<S: Serializer>(
        reminder: &Option<Option<Duration>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        reminder.map(|before| before.map_or(Reminder::First, Reminder::Before)).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<Duration>>, D::Error> {
        let read = Option::<Reminder>::deserialize(deserializer)?;
        Ok(read.map(|reminder| match reminder {
            Reminder::First => None,
            Reminder::Before(time) => Some(time),
        }))
    }
}

/// Why a clock pauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PauseReason {
    /// A party has been asked for something only it can give.
    WaitingFor(Name),
    /// A ticket is in one of the states.
    InStatus,
    /// Something lasts, in words.
    While(Prose),
}

/// Service is restored by a time of day, so many days after the report of the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct RestoredBy {
    /// The time of day, in the clock's zone.
    pub time: TimeOfDay,
    /// Which day after the report: 2 for the second.
    pub day: u32,
    /// Business days, else calendar days.
    pub business: bool,
    /// Only days that begin after the report count.
    pub full_days: bool,
}

/// The event by which a ticket counts in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MonthOf {
    /// It was opened in it.
    #[default]
    Opening,
    /// It was resolved in it.
    Resolution,
}

/// What a reopened ticket does to the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Reopened {
    /// Whether it keeps or restarts the clock.
    pub clock: Regrade,
    /// If it is reopened within this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
}

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
    /// The mean of the ratios of this unit in place of one ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_by: Option<CycleUnit>,
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
