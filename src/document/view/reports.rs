//! Reports, records and evidence.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{self, Measurer, ReportStart};

/// Reports, records and evidence.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reports {
    provider: String,
    customer: String,
    entries: Vec<Report>,
    records: Option<Records>,
    evidence: Vec<Evidence>,
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
    each: Option<String>,
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

/// Whose measurements decide.
#[derive(Debug, Serialize, JsonSchema)]
struct Evidence {
    levels: Vec<String>,
    /// A party,
    party: Option<String>,
    /// and the other one that may show that it is wrong;
    other: Option<String>,
    /// or somebody else.
    somebody: Option<String>,
}

impl Reports {
    /// The section, if the agreement has anything to say in it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let reports = &context.agreement.reports;
        let section = Self {
            provider: context.provider(),
            customer: context.customer(),
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
            evidence: evidence(context),
        };
        let empty = section.entries.is_empty() && section.records.is_none() && section.evidence.is_empty();
        (!empty).then_some(section)
    }
}

impl Report {
    fn new(context: &Context<'_>, id: usize, report: &model::Report) -> Self {
        let (each, event) = match &report.after {
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
            each,
            event,
            states: report.states.iter().map(Text::part).collect(),
            form: report.form.clone(),
            late_counts_as_missed: report.late_counts_as_missed,
        }
    }
}

/// Levels by who measures them; the provider does where nothing is said.
fn evidence(context: &Context<'_>) -> Vec<Evidence> {
    let provider = &context.agreement.parties.provider.name.value;
    let mut found: Vec<Evidence> = Vec::new();
    for level in &context.agreement.levels {
        let (party, somebody) = match level.measurement.as_ref().map(|measurement| &measurement.by) {
            None => (Some(provider), None),
            Some(Measurer::Party(party)) => (Some(party), None),
            Some(Measurer::Other(somebody)) => (None, Some(somebody.clone())),
        };
        let party_name = party.map(ToString::to_string);
        let known = found.iter_mut().find(|known| known.party == party_name && known.somebody == somebody);
        match known {
            Some(known) => known.levels.push(level.name.to_string()),
            None => found.push(Evidence {
                levels: vec![level.name.to_string()],
                other: party.map(|party| context.other(party)),
                party: party_name,
                somebody,
            }),
        }
    }
    found
}
