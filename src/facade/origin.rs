//! Where every statement of a spec comes from.

use std::fmt::Write as _;

use super::Spec;
use crate::source::{SourceId, Span};
use crate::syntax::tree::{Line, Node};

impl Spec {
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
        // Conditions that still stand hold under some of several plans.
        let when = |condition: Option<&Node>| condition.map_or(String::new(), |node| format!(" {}", node.text));
        let statement = format!("{indent}{}{}", line.node.text, when(line.condition.as_ref()));
        rows.push((self.place(line.node.span.source, line.node.span.start), statement));
        if let Some(table) = &line.table {
            for row in &table.rows {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                let start = row.cells.first().map_or(row.span, |cell| cell.span);
                rows.push((
                    self.place(start.source, start.start),
                    format!("{indent}  | {} |{}", cells.join(" | "), when(row.condition.as_ref())),
                ));
            }
        }
        for child in &line.children {
            self.origin(child, depth + 1, rows);
        }
    }

    /// The first line of a statement, with single spaces.
    pub(super) fn statement(&self, span: Span) -> String {
        let source = self.report.sources.get(span.source);
        let text = source.and_then(|source| source.text().get(span.start as usize..span.end as usize));
        let line = text.unwrap_or_default().lines().next().unwrap_or_default();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn place(&self, source: SourceId, byte: u32) -> String {
        self.report
            .sources
            .get(source)
            .map_or(String::new(), |source| format!("{}:{}", source.name(), source.position(byte as usize).line))
    }
}
