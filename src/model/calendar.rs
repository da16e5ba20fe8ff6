//! Calendars: when hours are open.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Date, Name, Origin, Region, TimeOfDay, Weekday, Zone};

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Calendar {
    /// Its name.
    pub name: At<Name>,
    /// Its zone.
    pub zone: Zone,
    /// Weekly opening hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Opening>,
    /// Openings on single dates or in a season, in place of the weekly hours of those dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<OpeningException>,
    /// Regions whose public holidays are closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<At<Region>>,
    /// Further closed dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<ClosedDates>,
}

/// Hours that are open on some days of every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Opening {
    /// The days, Monday first; those on which the intervals begin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// Intervals, several a day; one that ends at or before its start ends on the next day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Hours that are open on single dates, or on some weekdays of a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct OpeningException {
    /// The dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateRange>,
    /// The weekdays among these dates, without those that are closed; empty: all of the dates, the closed ones too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// The intervals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

impl OpeningException {
    /// Whether its hours are those of a date, which may be closed otherwise.
    pub fn holds_on(&self, date: Date, closed: bool) -> bool {
        let of_season = self.days.is_empty() || !closed && self.days.contains(&date.weekday());
        of_season && self.dates.iter().any(|range| (range.from..=range.to).contains(&date))
    }
}

/// An interval of a day, in wall time of the calendar's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Hours {
    /// The first minute.
    pub from: TimeOfDay,
    /// The end, exclusive; at or before `from`: on the next day.
    pub to: TimeOfDay,
}

/// Closed dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ClosedDates {
    /// The dates.
    pub dates: DateRange,
    /// Whether they recur each year on the same day and month.
    pub each_year: bool,
    /// Where the date stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Dates from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DateRange {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// When a clock runs: always, or while a calendar is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CalendarRef {
    /// All hours of all days.
    Always,
    /// While this calendar is open.
    Calendar(Name),
}

impl CalendarRef {
    /// The calendar's name, if it is not all hours.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Always => None,
            Self::Calendar(name) => Some(name),
        }
    }
}
