//! Duties of either party besides the levels.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CalendarRef, Date, Duration, Name, Origin, Prose};

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Obligation {
    /// Its name, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<At<Name>>,
    /// Who must do it.
    pub party: Name,
    /// What must be done, to follow the word `must`.
    pub duty: At<Prose>,
    /// Its deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The clock of the deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<CalendarRef>,
    /// What a miss does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<MissedDuty>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A deadline of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deadline {
    /// Within a time after something.
    Within {
        /// The time.
        time: Duration,
        /// After each of these (`question`), or after something in words.
        after: After,
    },
    /// Again and again, at most so long after the start or the last time.
    Every(Duration),
    /// By a date.
    By(Date),
    /// Before the agreement starts.
    BeforeStart,
}

/// What a deadline runs from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum After {
    /// Each such event.
    Each(String),
    /// In words.
    Words(Prose),
}

/// What a missed duty does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MissedDuty {
    /// The clock of the ticket pauses while it is missed.
    ClockPauses {
        /// The term for a ticket.
        ticket: Name,
    },
    /// No credit for this level while it is missed.
    NoCredit(Name),
    /// A miss excuses these levels.
    Excuses(Vec<Name>),
    /// Expressly nothing.
    Nothing,
}
