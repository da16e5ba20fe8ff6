//! What a program does with a spec, each in one call: the command line, and later editors, stand on it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::config::{Side, Weight};
use crate::diagnostic::{Report, Severity};
use crate::model::Agreement;
use crate::resolve::{self, Loader};
use crate::source::{Source, SourceId, Sources};
use crate::syntax::tree::Line;

/// What a spec is examined with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The plan to choose, in place of the one the spec names.
    pub plan: Option<String>,
    /// The house terms that a spec without `extends` extends, as a path below the root.
    pub house: Option<String>,
    /// The side whose risks are reported; both where there is none.
    pub side: Option<Side>,
    /// How much findings of a rule weigh, where it is not the rule's own severity.
    pub weights: BTreeMap<String, Weight>,
}

/// A spec with what it means and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Spec {
    /// All findings, with the sources they lie in.
    pub report: Report,
    agreement: Option<Agreement>,
    lines: Vec<Line>,
}

/// Parses, resolves and checks a spec; what it extends is read through `loader`.
pub fn examine(source: Source, loader: &mut dyn Loader, options: &Options) -> Spec {
    let mut sources = Sources::default();
    let main = sources.add(source);
    let options = resolve::Options { plan: options.plan.clone(), house: options.house.clone() };
    let resolution = resolve::resolve(main, &mut sources, loader, &options);
    let report = Report { sources, main, diagnostics: resolution.diagnostics };
    Spec { report, agreement: resolution.agreement, lines: resolution.lines }
}

impl Spec {
    /// What the spec means; none where an error leaves that open.
    pub fn agreement(&self) -> Option<&Agreement> {
        self.agreement.as_ref().filter(|_| !self.has_errors())
    }

    /// Whether a finding keeps the agreement from being built.
    pub fn has_errors(&self) -> bool {
        self.report.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Every statement that holds, with the file and line it comes from: what is inherited, what is the
    /// spec's own.
    pub fn origins(&self) -> String {
        let mut rows = Vec::new();
        for line in &self.lines {
            self.origin(line, 0, &mut rows);
        }
        let width = rows.iter().map(|(place, _)| place.chars().count()).max().unwrap_or_default();
        rows.into_iter().fold(String::new(), |mut out, (place, statement)| {
            let _ = writeln!(out, "{place:width$}  {statement}");
            out
        })
    }

    fn origin(&self, line: &Line, depth: usize, rows: &mut Vec<(String, String)>) {
        let indent = "  ".repeat(depth);
        rows.push((self.place(line.node.span.source, line.node.span.start), format!("{indent}{}", line.node.text)));
        if let Some(table) = &line.table {
            for row in &table.rows {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                let start = row.cells.first().map_or(row.span, |cell| cell.span);
                rows.push((self.place(start.source, start.start), format!("{indent}  | {} |", cells.join(" | "))));
            }
        }
        for child in &line.children {
            self.origin(child, depth + 1, rows);
        }
    }

    fn place(&self, source: SourceId, byte: u32) -> String {
        self.report
            .sources
            .get(source)
            .map_or(String::new(), |source| format!("{}:{}", source.name(), source.position(byte as usize).line))
    }
}
