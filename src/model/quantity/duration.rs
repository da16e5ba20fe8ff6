//! Lengths of time, each with its clock: elapsed, or business.

use std::fmt;
use std::str::FromStr;

use super::spelled;

/// A length of time as written: `4 hours`, `2 business days`. It is not normalised, since
/// 24 hours, one day and one business day are three things.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: DurationUnit,
}

/// A unit of time. Business units count only while the statement's calendar is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DurationUnit {
    /// A thousandth of a second.
    Millisecond,
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A calendar day: to the same local time on the next date.
    Day,
    /// Seven calendar days.
    Week,
    /// To the same day of the next calendar month, or its last day.
    Month,
    /// To the same date of the next year.
    Year,
    /// A minute of open time.
    BusinessMinute,
    /// An hour of open time.
    BusinessHour,
    /// To the same local time on the next date that has open hours.
    BusinessDay,
}

impl DurationUnit {
    /// All units.
    pub const ALL: [Self; 11] = [
        Self::Millisecond,
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Year,
        Self::BusinessMinute,
        Self::BusinessHour,
        Self::BusinessDay,
    ];

    /// The word for one: `business day`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Millisecond => "millisecond",
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::BusinessMinute => "business minute",
            Self::BusinessHour => "business hour",
            Self::BusinessDay => "business day",
        }
    }

    /// How many calendar days it is, where it is a fixed number of them.
    pub fn days(self) -> Option<i128> {
        match self {
            Self::Day => Some(1),
            Self::Week => Some(7),
            _ => None,
        }
    }

    /// Whether it counts open time only.
    pub fn is_business(self) -> bool {
        matches!(self, Self::BusinessMinute | Self::BusinessHour | Self::BusinessDay)
    }

    /// The unit's exact length in milliseconds, where it has one: not for days and longer,
    /// nor for business days. A business hour is an hour of open time.
    pub fn milliseconds(self) -> Option<u64> {
        match self {
            Self::Millisecond => Some(1),
            Self::Second => Some(1_000),
            Self::Minute | Self::BusinessMinute => Some(60_000),
            Self::Hour | Self::BusinessHour => Some(3_600_000),
            Self::Day | Self::Week | Self::Month | Self::Year | Self::BusinessDay => None,
        }
    }
}

impl Duration {
    /// So many of a unit.
    pub fn new(count: u32, unit: DurationUnit) -> Self {
        Self { count, unit }
    }

    /// Its exact length in milliseconds, where its unit has one.
    pub fn milliseconds(self) -> Option<u64> {
        self.unit.milliseconds().map(|unit| unit * u64::from(self.count))
    }
}

impl FromStr for Duration {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a length of time such as 30 minutes or 2 business days");
        let (count, unit) = text.split_once(char::is_whitespace).ok_or_else(wrong)?;
        let unit = unit.split_whitespace().collect::<Vec<_>>().join(" ");
        let unit = if unit == "ms" { "millisecond" } else { unit.strip_suffix('s').unwrap_or(&unit) };
        let unit = DurationUnit::ALL.into_iter().find(|known| known.word() == unit).ok_or_else(wrong)?;
        if count.contains('.') {
            let instead = if unit == DurationUnit::Millisecond {
                "let a metric count it `in units of \"milliseconds\"`, and write the number alone"
            } else {
                "write it in a smaller unit, such as 90 minutes"
            };
            return Err(format!("`{text}` is not a whole number: {instead}"));
        }
        Ok(Self { count: count.parse().map_err(|_| wrong())?, unit })
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.word())
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

spelled!(
    Duration,
    "Duration",
    "A length of time with its unit: 30 minutes, 2 business days.",
    r"^[0-9]+ (millisecond|second|minute|hour|day|week|month|year|business minute|business hour|business day)s?$"
);
