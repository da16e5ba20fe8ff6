//! The printer: two spaces a level, sections in order, tables and runs of lines aligned.

use super::super::tree::{Comment, Kind, Line, Node, Row, Spec, Table};
use super::{same, words};

/// Prints a spec that has no errors; `source` is the text it was read from.
pub(super) fn spec(spec: &Spec, source: &str) -> String {
    let mut printer = Printer { source, out: String::new() };
    let first = spec.lines.first();
    let header = first.map_or(0, header);
    if let Some(line) = first {
        printer.comments(&line.comments[..header], 0);
    }
    let mut is_below_short = false;
    for section in same::sections(spec) {
        let is_short = matches!(section.kind(), Kind::include_clause | Kind::without_section);
        if !(is_short && is_below_short) {
            printer.blank_line();
        }
        is_below_short = is_short;
        let above = if std::ptr::eq(section, spec.lines.as_ptr()) { header } else { 0 };
        let text = printer.text(section);
        printer.line(section, &text, 0, above);
    }
    if !spec.closing_comments.is_empty() {
        printer.blank_line();
        printer.comments(&spec.closing_comments, 0);
    }
    printer.out
}

/// How many comments above the first line are about the file: those before an empty line.
fn header(first: &Line) -> usize {
    if first.blank_before {
        return first.comments.len();
    }
    first.comments.iter().rposition(|comment| comment.blank_before).unwrap_or(0)
}

/// What stands below a line, in the order of the text.
enum Below<'s> {
    Line(&'s Line),
    Prose(&'s Node),
    Table(&'s Table),
}

impl Below<'_> {
    fn start(&self) -> u32 {
        match self {
            Below::Line(line) => line.span().start,
            Below::Prose(node) => node.span.start,
            Below::Table(table) => table.span.start,
        }
    }
}

struct Printer<'s> {
    source: &'s str,
    out: String,
}

impl Printer<'_> {
    /// An empty line, but not at the beginning and not two.
    fn blank_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn row(&mut self, depth: usize, text: &str) {
        if !text.is_empty() {
            self.out.extend(std::iter::repeat_n("  ", depth));
            self.out.push_str(text);
        }
        self.out.push('\n');
    }

    /// A text with the comment at its end.
    fn with_comment(&mut self, depth: usize, text: &str, comment: Option<&Comment>) {
        match comment {
            Some(comment) => self.row(depth, &format!("{text}  {}", comment.text)),
            None => self.row(depth, text),
        }
    }

    fn comments(&mut self, comments: &[Comment], depth: usize) {
        for comment in comments {
            if comment.blank_before {
                self.blank_line();
            }
            self.row(depth, &comment.text);
        }
    }

    /// The words of a line with its condition.
    fn text(&self, line: &Line) -> String {
        self.conditional(words::of(&line.node, self.source), line.condition.as_ref())
    }

    fn conditional(&self, text: String, condition: Option<&Node>) -> String {
        match condition {
            Some(condition) => format!("{text} {}", words::of(condition, self.source)),
            None => text,
        }
    }

    /// A line with its comments, but the first `header` of them, and with what is below it.
    fn line(&mut self, line: &Line, text: &str, depth: usize, header: usize) {
        self.comments(&line.comments[header..], depth);
        if line.blank_before {
            self.blank_line();
        }
        self.with_comment(depth, text, line.trailing_comment.as_ref());
        let mut below: Vec<Below<'_>> = line.children.iter().map(Below::Line).collect();
        below.extend(line.prose.as_ref().map(Below::Prose));
        below.extend(line.table.as_ref().map(Below::Table));
        below.sort_by_key(Below::start);
        let texts = self.aligned(&line.children);
        let mut texts = texts.iter();
        let start = self.out.len();
        for part in below {
            match part {
                Below::Line(child) => {
                    if let Some(text) = texts.next() {
                        let before = self.out.len();
                        self.line(child, text, depth + 1, 0);
                        self.close_gap(start, before);
                    }
                }
                Below::Prose(node) => self.prose(node, depth + 1),
                Below::Table(table) => self.table(table, depth + 1),
            }
        }
        self.comments(&line.closing_comments, depth + 1);
        self.close_gap(start, start);
    }

    /// No empty line directly below a head.
    fn close_gap(&mut self, start: usize, before: usize) {
        if start == before && self.out[before..].starts_with('\n') {
            self.out.remove(before);
        }
    }

    fn prose(&mut self, node: &Node, depth: usize) {
        self.row(depth, "\"\"\"");
        for line in node.text.lines() {
            self.row(depth, line);
        }
        self.row(depth, "\"\"\"");
    }

    /// The texts of sibling lines; runs of awards and of escalation steps share a second column.
    fn aligned(&self, lines: &[Line]) -> Vec<String> {
        let mut texts = Vec::with_capacity(lines.len());
        for run in lines
            .chunk_by(|one, two| second_column(one.kind()).is_some_and(|part| second_column(two.kind()) == Some(part)))
        {
            let parts: Vec<Option<(String, String)>> =
                run.iter().map(|line| words::around(&line.node, second_column(line.kind())?, self.source)).collect();
            let width = parts.iter().flatten().map(|(first, _)| first.chars().count()).max().unwrap_or(0);
            for (line, parts) in run.iter().zip(parts) {
                texts.push(match parts {
                    Some((first, second)) => {
                        self.conditional(format!("{first:width$}  {second}"), line.condition.as_ref())
                    }
                    None => self.text(line),
                });
            }
        }
        texts
    }

    fn table(&mut self, table: &Table, depth: usize) {
        let cells = |nodes: &[Node]| nodes.iter().map(|node| words::of(node, self.source)).collect::<Vec<String>>();
        let head = cells(&table.head);
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| cells(&row.cells)).collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let texts = std::iter::once(&head).chain(&rows).filter_map(|row| row.get(column));
                texts.map(|text| text.chars().count()).max().unwrap_or(0)
            })
            .collect();
        let bars = |texts: &[String]| {
            let cells = texts.iter().zip(&widths).map(|(text, width)| format!("| {text:width$} "));
            format!("{}|", cells.collect::<String>())
        };
        self.comments(&table.comments, depth);
        self.row(depth, &bars(&head));
        for (row, texts) in table.rows.iter().zip(&rows) {
            self.comments(&row.comments, depth);
            let Row { condition, trailing_comment, .. } = row;
            let text = self.conditional(bars(texts), condition.as_ref());
            self.with_comment(depth, &text, trailing_comment.as_ref());
        }
    }
}

/// The part with which the second column of an aligned run begins.
fn second_column(statement: Kind) -> Option<Kind> {
    match statement {
        Kind::band | Kind::each_missed | Kind::each_step | Kind::each_late => Some(Kind::award),
        Kind::escalation_step => Some(Kind::step_action),
        _ => None,
    }
}
