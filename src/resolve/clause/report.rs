//! Reports and records.

use crate::model::{RecordsKept, Report, ReportStart, Reports};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{cycle_unit, nth_text, proses, text};
use crate::syntax::tree::{Kind, Line};

/// The reports, and how long records are kept.
pub(in crate::resolve) fn reports(sections: Sections, context: &mut Context) -> Reports {
    let lines = sections.lines(Kind::reports);
    let records = lines.iter().find(|line| line.kind() == Kind::keep_records);
    Reports {
        entries: lines
            .iter()
            .filter(|line| line.kind() == Kind::report)
            .filter_map(|line| report(line, context))
            .collect(),
        records_kept: records.and_then(|line| {
            Some(RecordsKept {
                time: context.duration(&line.node)?.value,
                after_end: line.node.text.ends_with("the end"),
                origin: line.span().into(),
            })
        }),
    }
}

fn report(line: &Line, context: &mut Context) -> Option<Report> {
    let node = &line.node;
    let after = match node.get(Kind::calendar_unit) {
        Some(unit) => ReportStart::Each(cycle_unit(&unit.text)?),
        None => ReportStart::Event(nth_text(node, 1)?.value),
    };
    Some(Report {
        name: text(node)?,
        to: context.name(node, Kind::party)?.value,
        within: context.duration(node)?,
        after,
        states: line.child(Kind::report_states).map(|line| proses(&line.node)).unwrap_or_default(),
        form: line.child(Kind::report_form).and_then(|line| text(&line.node)).map(|form| form.value),
        late_counts_as_missed: line.child(Kind::late_report).is_some(),
        origin: line.span().into(),
    })
}
