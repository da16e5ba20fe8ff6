//! Severities, their matrix, and request types beside them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CalendarRef, Cycle, Duration, Name, Origin, Percent, Prose};

/// The severities and who decides them. Most severe first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Severities {
    /// The severities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Severity>,
    /// Who sets a ticket's severity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<SetBy>,
    /// Whether a dispute about a severity goes to the disputes section.
    pub disputed_under_disputes: bool,
    /// Severities from impact and urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Matrix>,
    /// What a changed severity does to the clock.
    pub regrade: Regrade,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who sets a severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct SetBy {
    /// The party.
    pub party: Name,
    /// After working with this party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_working_with: Option<Name>,
}

/// What a changed severity does to a running clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Regrade {
    /// Time already used counts towards the new target.
    #[default]
    KeepsTimeUsed,
    /// The clock starts anew.
    RestartsClock,
}

/// A severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Severity {
    /// Its short name: `P1`.
    pub name: At<Name>,
    /// Its title: `Critical`.
    pub title: String,
    /// When a ticket has it; may be missing where a matrix decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criteria: Option<At<Prose>>,
    /// Examples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Prose>,
    /// It falls to another severity when something happens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub falls: Vec<Fall>,
    /// Whether a workaround counts as resolution.
    pub workaround_counts: bool,
}

/// A severity that falls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Fall {
    /// To this one.
    pub to: Name,
    /// When.
    pub when: Prose,
}

/// Severities from impact and urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Matrix {
    /// Impacts, highest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impacts: Vec<Grade>,
    /// Urgencies, highest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgencies: Vec<Grade>,
    /// A row an impact, a column an urgency; none, written `-`: does not occur.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "cells")]
    #[schemars(with = "Vec<Vec<String>>")]
    pub cells: Vec<Vec<Option<Name>>>,
    /// Where the table stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Cells as a spec writes them, with `-` for none: TOML has no word for nothing.
mod cells {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Name;

    const NONE: &str = "-";

    pub(super) fn serialize<S: Serializer>(rows: &[Vec<Option<Name>>], serializer: S) -> Result<S::Ok, S::Error> {
        let word = |cell: &Option<Name>| cell.as_ref().map_or(NONE, Name::as_str).to_owned();
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(word).collect()).collect();
        rows.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<Option<Name>>>, D::Error> {
        let rows = Vec::<Vec<Name>>::deserialize(deserializer)?;
        let cell = |name: Name| (name.as_str() != NONE).then_some(name);
        Ok(rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect())
    }
}

/// An impact or an urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Grade {
    /// Its name.
    pub name: At<Name>,
    /// When it is given.
    pub criteria: Prose,
}

/// A kind of request beside the severities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct RequestType {
    /// Its name.
    pub name: At<Name>,
    /// What it is.
    pub title: String,
    /// The service; none: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Name>,
    /// The time to fulfil it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
    /// The clock of that time.
    pub clock: CalendarRef,
    /// The share that must keep the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_by: Option<Percent>,
    /// How many are included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<Volume>,
}

/// A number of requests included in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Volume {
    /// How many.
    pub count: u32,
    /// In each.
    pub each: Cycle,
}
