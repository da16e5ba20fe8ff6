//! Recovery after a disaster.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model;

/// Recovery after a disaster.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Continuity {
    source: String,
    provider: String,
    entries: Vec<Entry>,
}

/// Recovery of some services.
#[derive(Debug, Serialize, JsonSchema)]
struct Entry {
    source: String,
    services: Vec<String>,
    several: bool,
    recovery_time: Option<String>,
    recovery_point: Option<String>,
    backups_every: Option<String>,
    backups_kept: Option<String>,
    tests_every: Option<String>,
    results_to: Option<String>,
}

impl Continuity {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let entries = &context.agreement.continuity;
        let first = entries.first()?;
        Some(Self {
            source: context.source(first.origin),
            provider: context.provider(),
            entries: entries.iter().map(|entry| Entry::new(context, entry)).collect(),
        })
    }
}

impl Entry {
    fn new(context: &Context<'_>, entry: &model::Continuity) -> Self {
        let forms = context.forms;
        let (backups, tests) = (entry.backups.as_ref(), entry.tests.as_ref());
        Self {
            source: context.source(entry.origin),
            services: context.services(&entry.services),
            several: entry.services.len() > 1,
            recovery_time: entry.recovery_time.as_ref().map(|time| forms.duration(time.value)),
            recovery_point: entry.recovery_point.as_ref().map(|time| forms.duration(time.value)),
            backups_every: backups.map(|backups| forms.duration(backups.every)),
            backups_kept: backups.and_then(|backups| backups.kept).map(|kept| forms.duration(kept)),
            tests_every: tests.map(|tests| forms.duration(tests.every)),
            results_to: tests.and_then(|tests| tests.results_to.as_ref()).map(ToString::to_string),
        }
    }
}
