//! Reports and records.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{self, ReportStart};

/// Reports and records.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reports {
    provider: String,
    entries: Vec<Report>,
    records: Option<Records>,
}

/// A report.
#[derive(Debug, Serialize, JsonSchema)]
struct Report {
    id: usize,
    source: String,
    name: String,
    from: String,
    to: String,
    within: String,
    /// `each Calendar Month`,
    in_each: Option<String>,
    /// or an event.
    event: Option<String>,
    states: Vec<Text>,
    form: Option<String>,
    late_counts_as_missed: bool,
}

/// How long records are kept.
#[derive(Debug, Serialize, JsonSchema)]
struct Records {
    time: String,
    after_end: bool,
    source: String,
}

impl Reports {
    /// The section, if the agreement has anything to say in it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let reports = &context.agreement.reports;
        let section = Self {
            provider: context.provider(),
            entries: reports
                .entries
                .iter()
                .enumerate()
                .map(|(at, report)| Report::new(context, at + 1, report))
                .collect(),
            records: reports.records_kept.as_ref().map(|kept| Records {
                time: context.forms.duration(kept.time),
                after_end: kept.after_end,
                source: context.source(kept.origin),
            }),
        };
        let empty = section.entries.is_empty() && section.records.is_none();
        (!empty).then_some(section)
    }
}

impl Report {
    fn new(context: &Context<'_>, id: usize, report: &model::Report) -> Self {
        let (in_each, event) = match &report.after {
            ReportStart::Each(unit) => (Some(context.forms.each(model::Cycle::Each(*unit))), None),
            ReportStart::Event(event) => (None, Some(event.clone())),
        };
        Self {
            id,
            source: context.source(report.origin),
            name: report.name.value.clone(),
            from: context.other(&report.to),
            to: report.to.to_string(),
            within: context.forms.duration(report.within.value),
            in_each,
            event,
            states: report.states.iter().map(Text::part).collect(),
            form: report.form.clone(),
            late_counts_as_missed: report.late_counts_as_missed,
        }
    }
}
