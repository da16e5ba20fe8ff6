//! Planned interruptions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Cycle, DateRange, Duration, Hours, Name, Origin, Weekday, Zone};

/// Planned maintenance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Maintenance {
    /// Its name, for exclusions.
    pub name: At<Name>,
    /// The services; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Name>,
    /// Weekly or monthly windows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// The most there may be in a cycle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowances: Vec<Allowance>,
    /// How long before it is announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<At<Duration>>,
    /// Emergency maintenance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Emergency>,
    /// Dates without maintenance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_on: Vec<DateRange>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Window {
    /// On which days.
    pub days: WindowDays,
    /// Between which times.
    pub hours: Hours,
    /// In which zone.
    pub zone: Zone,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The days of a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum WindowDays {
    /// Every week on these days.
    Weekly(Vec<Weekday>),
    /// On the nth such day of each month.
    Monthly {
        /// From 1 to 5.
        ordinal: u8,
        /// The day.
        day: Weekday,
    },
}

/// The most maintenance in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Allowance {
    /// How much.
    pub at_most: Duration,
    /// In each.
    pub each: Cycle,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Emergency maintenance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Emergency {
    /// It is downtime.
    CountsAsDown,
    /// It is maintenance within limits.
    Limited {
        /// How much.
        at_most: Duration,
        /// In each.
        each: Cycle,
        /// How long before it is announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Duration>,
    },
}
