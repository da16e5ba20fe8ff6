//! Tables: rows split at their bars, each cell parsed with its column's rule.

use super::blocks::{TIMES_COLUMNS, TableKind};
use super::errors;
use super::layout::{RawLine, Words};
use super::nodes;
use super::report::Report;
use super::tree::{Kind, Node, Row, Table};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Parses the rows below a line; the first row is the head.
pub(super) fn parse(rows: Vec<RawLine<'_>>, kind: TableKind, source: SourceId, report: &mut Report) -> Option<Table> {
    let mut rows = rows.into_iter();
    let first = rows.next()?;
    let start = first.words.start;
    let mut end = first.words.end();
    let (names, after) = cells(&first.words, report);
    if let Some(after) = after {
        let span = report.span(after.start, after.end());
        report.push(Diagnostic::error("table", span, "nothing may stand after the last bar of the first row"));
    }
    let columns: Vec<Column> =
        names.iter().enumerate().map(|(at, name)| column(at, name, kind, source, report)).collect();
    let mut read = Vec::new();
    let mut comments = first.margin.comments;
    comments.extend(first.margin.trailing);
    for row in rows {
        end = row.words.end();
        if is_rule(row.words.text) {
            let span = report.span(row.words.start, end);
            report.push(
                Diagnostic::error("table", span, "a table has no line below its first row").help("delete this line"),
            );
            continue;
        }
        read.push(read_row(row, &columns, source, report));
    }
    let head = columns.into_iter().map(|column| column.name).collect();
    Some(Table { head, rows: read, comments, span: report.span(start, end) })
}

/// Whether a row only draws a line, as Markdown's tables have it.
fn is_rule(row: &str) -> bool {
    row.contains("--") && row.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'+'))
}

struct Column {
    name: Node,
    /// The rule of its cells; none where the column is unknown.
    rule: Option<Kind>,
}

/// The cells between the bars, and what stands after the last bar.
fn cells<'t>(row: &Words<'t>, report: &mut Report) -> (Vec<Words<'t>>, Option<Words<'t>>) {
    let mut cells = Vec::new();
    let mut from = 1;
    let mut quoted = false;
    for (at, byte) in row.text.bytes().enumerate().skip(1) {
        quoted ^= byte == b'"';
        if byte == b'|' && !quoted {
            cells.push(trimmed(row, from, at));
            from = at + 1;
        }
    }
    let rest = trimmed(row, from, row.text.len());
    if rest.text.is_empty() {
        return (cells, None);
    }
    if rest.text.starts_with("if ") || rest.text.starts_with("unless ") {
        return (cells, Some(rest));
    }
    let span = report.span(rest.start, rest.end());
    let message = if quoted { "the closing quote is missing" } else { "a row ends with `|`" };
    report.push(Diagnostic::error("table", span, message).help("write `|` after the last cell"));
    cells.push(rest);
    (cells, None)
}

fn trimmed<'t>(row: &Words<'t>, from: usize, to: usize) -> Words<'t> {
    let cell = &row.text[from..to];
    let text = cell.trim_start();
    Words { text: text.trim_end(), start: row.start + from + cell.len() - text.len() }
}

fn column(at: usize, name: &Words<'_>, kind: TableKind, source: SourceId, report: &mut Report) -> Column {
    let node = match nodes::parse(Kind::cell_head, name, source) {
        Ok(parts) => parts.into_iter().next(),
        Err(fault) => {
            if !name.text.is_empty() {
                errors::cell(name, &fault, Kind::cell_head, report);
            }
            return Column { name: blank(name, report), rule: None };
        }
    };
    let node = node.unwrap_or_else(|| blank(name, report));
    let rule = match kind {
        TableKind::Times => TIMES_COLUMNS.iter().find(|(known, _)| *known == node.text).map(|(_, rule)| *rule),
        TableKind::Plans if at == 0 => (node.text == "term").then_some(Kind::cell_name),
        TableKind::Plans => node.children.iter().any(|part| part.kind == Kind::name).then_some(Kind::cell_value),
        TableKind::Matrix if at == 0 => (node.text == "impact").then_some(Kind::cell_name),
        TableKind::Matrix => node.children.iter().any(|part| part.kind == Kind::name).then_some(Kind::cell_severity),
    };
    if rule.is_none() {
        errors::column(&node, at, kind, report);
    }
    Column { name: node, rule }
}

fn read_row(raw: RawLine<'_>, columns: &[Column], source: SourceId, report: &mut Report) -> Row {
    let (words, after) = cells(&raw.words, report);
    let span = report.span(raw.words.start, raw.words.end());
    let mut fits = true;
    if raw.words.text.ends_with('|') || after.is_some() {
        fits = check_width(words.len(), columns.len(), span, report);
    }
    // Nobody knows which cell is missing, so that none but the first can be judged.
    let judged = if fits { words.len() } else { 1 };
    let mut cells: Vec<Node> =
        words.iter().take(judged).zip(columns).map(|(cell, column)| read_cell(cell, column, source, report)).collect();
    while cells.len() < columns.len() {
        cells.push(blank(&Words { text: "", start: raw.words.end() }, report));
    }
    let condition = after.and_then(|after| match nodes::parse(Kind::cell_condition, &after, source) {
        Ok(parts) => parts.into_iter().next(),
        Err(fault) => {
            errors::cell(&after, &fault, Kind::cell_condition, report);
            None
        }
    });
    Row {
        cells,
        condition,
        comments: raw.margin.comments,
        trailing_comment: raw.margin.trailing,
        blank_before: raw.margin.blank_before,
        span,
    }
}

fn check_width(cells: usize, columns: usize, span: Span, report: &mut Report) -> bool {
    if cells != columns {
        let message = format!("this row has {cells} cells, but the table has {columns} columns");
        report.push(Diagnostic::error("table", span, message).help("write `-` in a cell that has no value"));
    }
    cells == columns
}

fn read_cell(cell: &Words<'_>, column: &Column, source: SourceId, report: &mut Report) -> Node {
    let Some(rule) = column.rule else { return blank(cell, report) };
    if cell.text.is_empty() {
        return blank(cell, report);
    }
    match nodes::parse(rule, cell, source) {
        Ok(parts) => parts.into_iter().next().unwrap_or_else(|| blank(cell, report)),
        Err(fault) => {
            errors::cell(cell, &fault, rule, report);
            blank(cell, report)
        }
    }
}

fn blank(cell: &Words<'_>, report: &Report) -> Node {
    let span = report.span(cell.start, cell.end());
    Node { kind: Kind::cell_blank, text: String::new(), span, children: Vec::new() }
}
