//! Support times: what of a ticket is timed by severity, and its clock.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CalendarRef, Duration, Name, Origin, Percent, Prose, Regrade, TimeOfDay};

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
    /// Its word in a spec, which is its field in the policy.
    pub fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Acknowledgement => "acknowledgement",
            Self::Update => "update",
            Self::Workaround => "workaround",
            Self::Resolution => "resolution",
            Self::Onsite => "onsite",
            Self::Parts => "parts",
        }
    }

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
