//! Cycles in which levels are judged, fees paid and allowances renewed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Duration;

/// A unit of a calendar or of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CycleUnit {
    /// A calendar hour.
    Hour,
    /// A calendar day.
    Day,
    /// A calendar week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
    /// A month from the effective date.
    ContractMonth,
    /// A year from the effective date.
    ContractYear,
    /// A billing month.
    BillingMonth,
}

impl CycleUnit {
    /// All units.
    pub const ALL: [Self; 9] = [
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::ContractMonth,
        Self::ContractYear,
        Self::BillingMonth,
    ];

    /// The word for one in a spec: `contract year`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::ContractMonth => "contract month",
            Self::ContractYear => "contract year",
            Self::BillingMonth => "billing month",
        }
    }
}

/// A cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// Each unit of the calendar or the contract.
    Each(CycleUnit),
    /// The whole period of the agreement.
    Period,
    /// A window that moves with time: the last 30 days.
    Rolling(Duration),
}

/// A stretch of time that is looked at by itself: each hour, each 5 minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Interval {
    /// A unit of the calendar or of the contract.
    Unit(CycleUnit),
    /// So many minutes, which divide the hour; the first such interval begins with the hour.
    Length(Duration),
}

impl Interval {
    /// How a spec says it: `hour`, `5 minutes`.
    pub fn words(self) -> String {
        match self {
            Self::Unit(unit) => unit.word().to_owned(),
            Self::Length(length) => length.to_string(),
        }
    }
}
