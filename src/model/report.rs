//! Reports and records.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CycleUnit, Duration, Name, Origin, Prose};

/// Reports and records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Reports {
    /// The reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Report>,
    /// How long records are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records_kept: Option<RecordsKept>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Report {
    /// Its name.
    pub name: At<String>,
    /// Who receives it.
    pub to: Name,
    /// How soon.
    pub within: At<Duration>,
    /// After what.
    pub after: ReportStart,
    /// What it states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Prose>,
    /// Its form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// A late report counts as a miss of the levels it covers.
    pub late_counts_as_missed: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What a report follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReportStart {
    /// Each of these.
    Each(CycleUnit),
    /// An event.
    Event(String),
}

/// How long records are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct RecordsKept {
    /// The time.
    pub time: Duration,
    /// From the end of the agreement; else from the record.
    pub after_end: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}
