//! The layout pass: from text to a tree of logical lines, by indentation alone.
//!
//! Here a line is only its words; what they say is the grammar's business.

mod nesting;
mod prose;

use nesting::{Item, build};

use super::characters;
use super::lines::{Physical, PhysicalLines};
use super::report::Report;
use super::tree::{Comment, Node};
use crate::diagnostic::Diagnostic;

/// The largest text that is read, in bytes.
pub(super) const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The longest line, in bytes.
pub(super) const MAX_LINE: usize = 64 * 1024;
/// The most lines with words that are read.
pub(super) const MAX_LINES: usize = 100_000;
/// The deepest nesting.
pub(super) const MAX_DEPTH: usize = 64;

/// A piece of the text and the byte where it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
}

impl Words<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The comments and the empty line around a logical line.
#[derive(Debug, Default)]
pub(super) struct Margin {
    pub(super) comments: Vec<Comment>,
    pub(super) trailing: Option<Comment>,
    pub(super) blank_before: bool,
}

/// A line or a table row.
#[derive(Debug)]
pub(super) struct RawLine<'t> {
    pub(super) words: Words<'t>,
    pub(super) margin: Margin,
    pub(super) below: Below<'t>,
}

/// What is indented below a line.
#[derive(Debug, Default)]
pub(super) struct Below<'t> {
    pub(super) lines: Vec<RawLine<'t>>,
    pub(super) rows: Vec<RawLine<'t>>,
    pub(super) prose: Vec<Node>,
    pub(super) closing_comments: Vec<Comment>,
}

/// The indentations that count as one level; more than one after a slip.
struct Level {
    least: usize,
    most: usize,
}

struct Layout<'t, 'r> {
    lines: PhysicalLines<'t>,
    levels: Vec<Level>,
    items: Vec<(usize, Item<'t>)>,
    /// Comments that wait for the line below them, each with its indentation.
    waiting: Vec<(usize, Comment)>,
    blank: bool,
    too_deep: bool,
    mixed: bool,
    tabs: Option<bool>,
    report: &'r mut Report<'t>,
}

/// Reads the tree of logical lines; every slip is reported and read as what was most likely meant.
pub(super) fn read<'t>(text: &'t str, report: &mut Report<'t>) -> Below<'t> {
    if text.len() > MAX_BYTES {
        let message = format!("the spec is larger than {} MB", MAX_BYTES / (1024 * 1024));
        report.push(Diagnostic::error("too-large", report.span(0, 0), message).help("split it with `extends`"));
        return Below::default();
    }
    let from = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    characters::check(text, from, report);
    let mut layout = Layout {
        lines: PhysicalLines::new(text, from),
        levels: Vec::new(),
        items: Vec::new(),
        waiting: Vec::new(),
        blank: false,
        too_deep: false,
        mixed: false,
        tabs: None,
        report,
    };
    layout.run();
    let mut items = std::mem::take(&mut layout.items).into_iter().peekable();
    build(&mut items, 0, layout.report)
}

impl<'t> Layout<'t, '_> {
    fn run(&mut self) {
        let mut count = 0;
        while let Some(line) = self.lines.next() {
            if line.content.is_empty() {
                self.blank = true;
                continue;
            }
            count += 1;
            if count > MAX_LINES {
                let span = self.report.span(line.start, line.start + line.content.len());
                let message = format!("the spec has more than {MAX_LINES} lines");
                self.report.push(Diagnostic::error("too-large", span, message).help("split it with `extends`"));
                break;
            }
            if line.content.starts_with('#') {
                let comment = self.comment(line.content, line.start);
                self.waiting.push((line.indent, comment));
                continue;
            }
            if line.content.len() > MAX_LINE {
                let span = self.report.span(line.start, line.start + 1);
                let message = format!("this line is longer than {MAX_LINE} characters");
                self.report.push(Diagnostic::error("too-large", span, message).help("split it over several lines"));
                continue;
            }
            self.check_tabs(&line);
            let (margin, depth) = self.margin(&line);
            if let Some(first) = line.content.strip_prefix("\"\"\"") {
                let node = self.prose(&line, Words { text: first, start: line.start + 3 }, line.indent);
                self.items.push((depth, Item::Prose(node, margin.comments)));
            } else {
                self.logical_line(&line, margin, depth);
            }
        }
        self.close_all();
    }

    /// A line of words, or a row; a prose block that begins at the line's end belongs below it.
    fn logical_line(&mut self, line: &Physical<'t>, mut margin: Margin, depth: usize) {
        let mut words = line.content;
        if let Some(at) = comment_start(words) {
            margin.trailing = Some(Comment {
                text: words[at..].to_owned(),
                span: self.report.span(line.start + at, line.start + words.len()),
                blank_before: false,
            });
            words = words[..at].trim_end();
        }
        let opens_prose = words.strip_suffix("\"\"\"").map(str::trim_end);
        let words = Words { text: opens_prose.unwrap_or(words), start: line.start };
        let raw = RawLine { words, margin, below: Below::default() };
        let item = if words.text.starts_with('|') { Item::Row(raw) } else { Item::Line(raw) };
        self.items.push((depth, item));
        if opens_prose.is_some() {
            let end = line.start + line.content.len();
            let span = self.report.span(end - 3, end);
            self.report.push(
                Diagnostic::error("layout", span, "a prose block begins on a line of its own")
                    .help("write `\"\"\"` on the next line, indented further"),
            );
            let node = self.prose(line, Words { text: "", start: end }, line.indent + 1);
            self.items.push((depth + 1, Item::Prose(node, Vec::new())));
        }
    }

    fn comment(&mut self, text: &str, start: usize) -> Comment {
        let blank_before = std::mem::take(&mut self.blank);
        Comment { text: text.to_owned(), span: self.report.span(start, start + text.len()), blank_before }
    }

    /// The depth of a line, with the comments that wait for it; those further in close their own blocks.
    fn margin(&mut self, line: &Physical<'t>) -> (Margin, usize) {
        let comment_depths: Vec<usize> =
            self.waiting.iter().map(|(indent, _)| self.depth_of_comment(*indent)).collect();
        let depth = self.depth(line);
        let mut margin = Margin { blank_before: std::mem::take(&mut self.blank), ..Margin::default() };
        for ((_, comment), comment_depth) in std::mem::take(&mut self.waiting).into_iter().zip(comment_depths) {
            if comment_depth > depth && margin.comments.is_empty() {
                self.items.push((comment_depth, Item::ClosingComment(comment)));
            } else {
                margin.comments.push(comment);
            }
        }
        (margin, depth)
    }

    fn close_all(&mut self) {
        for (indent, comment) in std::mem::take(&mut self.waiting) {
            self.items.push((self.depth_of_comment(indent), Item::ClosingComment(comment)));
        }
    }

    fn depth_of_comment(&self, indent: usize) -> usize {
        self.levels.iter().rposition(|level| level.least <= indent).unwrap_or(0)
    }

    /// How deep a line stands; an indentation that fits no level is reported and read as the nearest.
    fn depth(&mut self, line: &Physical<'t>) -> usize {
        let indent = line.indent;
        let Some(top) = self.levels.last() else {
            if indent > 0 {
                self.slip(line, "the first line is indented, but nothing stands above it");
            }
            self.levels.push(Level { least: indent, most: indent });
            return 0;
        };
        if indent > top.most {
            return self.open(line);
        }
        let above = self.levels.iter().rposition(|level| level.least <= indent);
        let Some(at) = above else {
            // Less than the first line, which was reported.
            self.levels.truncate(1);
            self.levels[0] = Level { least: indent, most: indent };
            return 0;
        };
        if indent <= self.levels[at].most {
            self.levels.truncate(at + 1);
            return at;
        }
        let outer = self.levels[at].most;
        let inner = self.levels[at + 1].least;
        self.slip(line, "the indentation of this line fits no line above it");
        let depth = if indent - outer < inner - indent {
            self.levels[at].most = indent;
            at
        } else {
            self.levels[at + 1].least = indent;
            at + 1
        };
        self.levels.truncate(depth + 1);
        depth
    }

    fn open(&mut self, line: &Physical<'t>) -> usize {
        if self.levels.len() >= MAX_DEPTH {
            if !self.too_deep {
                let span = self.report.span(line.start, line.start + line.content.len());
                let message = format!("lines are nested more than {MAX_DEPTH} deep");
                self.report.push(Diagnostic::error("too-large", span, message).help("indent it less"));
                self.too_deep = true;
            }
            return self.levels.len() - 1;
        }
        self.levels.push(Level { least: line.indent, most: line.indent });
        self.levels.len() - 1
    }

    fn slip(&mut self, line: &Physical<'t>, message: &str) {
        let span = self.report.span(line.start, line.start + line.content.len());
        self.report.push(
            Diagnostic::error("indentation", span, message)
                .help("indent by two spaces for each line that it belongs to"),
        );
    }

    /// A tab counts as one level of two spaces; lines with tabs beside lines with spaces are refused.
    fn check_tabs(&mut self, line: &Physical<'t>) {
        if line.indent == 0 || self.mixed {
            return;
        }
        if line.tabs && line.spaces || *self.tabs.get_or_insert(line.tabs) != line.tabs {
            self.mixed = true;
            let span = self.report.span(line.start, line.start + line.content.len());
            self.report.push(
                Diagnostic::error("indentation", span, "tabs and spaces are mixed in the indentation")
                    .help("indent with spaces: two for each level"),
            );
        }
    }
}

/// Where the comment of a line begins: at the first `#` that stands in no string.
fn comment_start(line: &str) -> Option<usize> {
    let mut within = false;
    if !line.contains('#') {
        return None;
    }
    line.bytes().position(|byte| {
        within ^= byte == b'"';
        byte == b'#' && !within
    })
}
