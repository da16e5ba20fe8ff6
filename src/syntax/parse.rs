//! Each logical line parsed with the rule of the block it stands in.

use super::blocks::{block_below, table_below, takes_prose};
use super::layout::{self, Below, RawLine, Words};
use super::nodes::{self, Fault};
use super::report::Report;
use super::tree::{Kind, Line, Node, Spec};
use super::{dispatch, errors, scripts, table};
use crate::diagnostic::Diagnostic;
use crate::source::SourceId;

/// Reads a spec; every error is told, and every good statement is in the tree.
pub fn parse(source: SourceId, text: &str) -> (Spec, Vec<Diagnostic>) {
    let mut report = Report::new(source, text);
    let below = layout::read(text, &mut report);
    let mut parser = Parser { source, report: &mut report, blocks: vec![Kind::line_in_file] };
    for prose in &below.prose {
        parser.report.push(
            Diagnostic::error("layout", prose.span, "a prose block needs a line above it that it belongs to")
                .help("write it below `clause \"…\"` or `Name means`"),
        );
    }
    if let Some(row) = below.rows.first() {
        let span = parser.report.span(row.words.start, row.words.end());
        parser.report.push(
            Diagnostic::error("layout", span, "a table needs a line above it that it belongs to")
                .help("indent it below `times of …`, `plans` or `severities`"),
        );
    }
    let lines = parser.lines(below.lines).lines;
    let spec = Spec { source, lines, closing_comments: below.closing_comments };
    (spec, report.finish())
}

struct Parser<'r, 't> {
    source: SourceId,
    report: &'r mut Report<'t>,
    /// The rules of the blocks that are open, the innermost last.
    blocks: Vec<Kind>,
}

/// A statement and its condition.
struct Statement {
    node: Node,
    condition: Option<Node>,
}

/// The lines of a block, and those within that belong to a block further out.
#[derive(Default)]
struct Parsed {
    lines: Vec<Line>,
    outward: Vec<(Kind, Line)>,
    /// Whether the last line went outward: the next ones may belong below it.
    last_is_outward: bool,
}

impl Parsed {
    /// Takes lines that were found too far in; those of `block` are at home here.
    fn take(&mut self, outward: Vec<(Kind, Line)>, block: Kind) {
        for (home, line) in outward {
            if home == block { self.lines.push(line) } else { self.outward.push((home, line)) }
        }
    }
}

impl Parser<'_, '_> {
    fn block(&self) -> Kind {
        self.blocks.last().copied().unwrap_or(Kind::line_in_file)
    }

    fn lines(&mut self, raw: Vec<RawLine<'_>>) -> Parsed {
        let mut parsed = Parsed::default();
        for raw in raw {
            match self.statement(self.block(), &raw.words) {
                Ok(statement) => {
                    parsed.last_is_outward = false;
                    self.keep(raw, statement, &mut parsed);
                }
                Err(fault) => self.recover(raw, &fault, &mut parsed),
            }
        }
        parsed
    }

    fn statement(&self, block: Kind, words: &Words<'_>) -> Result<Statement, Fault> {
        let candidates = dispatch::candidates(block, words.text);
        let parts = match nodes::parse_one_of(candidates, words, self.source) {
            Some(parts) => parts,
            None => nodes::parse(block, words, self.source)?,
        };
        let mut parts = parts.into_iter();
        let Some(node) = parts.next() else { return Err(Fault::Expected { at: 0, kinds: Vec::new() }) };
        Ok(Statement { node, condition: parts.next() })
    }

    fn keep(&mut self, raw: RawLine<'_>, statement: Statement, parsed: &mut Parsed) {
        let (line, outward, beside) = self.finish(raw.margin, raw.below, statement);
        parsed.lines.push(line);
        let block = self.block();
        parsed.take(outward, block);
        let beside = self.lines(beside);
        parsed.lines.extend(beside.lines);
        parsed.outward.extend(beside.outward);
    }

    fn keep_below(&mut self, block: Kind, raw: RawLine<'_>, statement: Statement) -> Parsed {
        let mut parsed = Parsed::default();
        self.blocks.push(block);
        self.keep(raw, statement, &mut parsed);
        self.blocks.pop();
        parsed
    }

    /// A line with what is below it; what may not stand below is handed back, to be read beside it.
    fn finish<'b>(
        &mut self,
        margin: layout::Margin,
        below: Below<'b>,
        Statement { node, condition }: Statement,
    ) -> (Line, Vec<(Kind, Line)>, Vec<RawLine<'b>>) {
        scripts::check(&node, self.report);
        let head = node.kind;
        let mut beside = Vec::new();
        let mut inside = Parsed::default();
        if let Some(block) = block_below(head) {
            self.blocks.push(block);
            inside = self.lines(below.lines);
            self.blocks.pop();
        } else if let Some(first) = below.lines.first() {
            errors::nothing_below(&first.words, &node, self.report);
            beside = below.lines;
        }
        let line = Line {
            prose: self.prose(below.prose, head),
            table: self.table(below.rows, head),
            node,
            condition,
            children: inside.lines,
            comments: margin.comments,
            trailing_comment: margin.trailing,
            closing_comments: below.closing_comments,
            blank_before: margin.blank_before,
        };
        (line, inside.outward, beside)
    }

    fn prose(&mut self, blocks: Vec<Node>, head: Kind) -> Option<Node> {
        let mut blocks = blocks.into_iter();
        let first = blocks.next()?;
        if !takes_prose(head) {
            let message = "no prose block may stand below this line";
            self.report.push(Diagnostic::error("layout", first.span, message).help("write a `clause \"…\"` with it"));
            return None;
        }
        if let Some(second) = blocks.next() {
            let message = "a line has one prose block";
            self.report.push(
                Diagnostic::error("layout", second.span, message).help("part the paragraphs by an empty line instead"),
            );
        }
        Some(first)
    }

    fn table(&mut self, rows: Vec<RawLine<'_>>, head: Kind) -> Option<super::tree::Table> {
        let first = rows.first()?;
        let Some(kind) = table_below(head) else {
            let span = self.report.span(first.words.start, first.words.end());
            self.report.push(
                Diagnostic::error("layout", span, "no table may stand below this line")
                    .help("tables belong below `times of …`, `plans` and `severities`"),
            );
            return None;
        };
        table::parse(rows, kind, self.source, self.report)
    }

    /// A line that says nothing its block knows: perhaps it stands too far in or out, else it is wrong.
    fn recover(&mut self, raw: RawLine<'_>, fault: &Fault, parsed: &mut Parsed) {
        let block = self.block();
        if !self.report.is_full() && !errors::begins_in(&raw.words, block) {
            if let Some((_, above)) = parsed.outward.last_mut().filter(|_| parsed.last_is_outward)
                && let Some(below) = block_below(above.kind())
                && let Ok(statement) = self.statement(below, &raw.words)
            {
                // Its indentation is right, seen from the line above that was indented too far.
                let there = self.keep_below(below, raw, statement);
                above.children.extend(there.lines);
                parsed.outward.extend(there.outward);
                return;
            }
            let outer: Vec<Kind> = self.blocks.iter().rev().skip(1).copied().collect();
            for home in outer {
                if let Ok(statement) = self.statement(home, &raw.words) {
                    errors::too_far_in(&raw.words, home, self.report);
                    let depth = self.blocks.iter().rposition(|rule| *rule == home).unwrap_or(0);
                    let inner = self.blocks.split_off(depth + 1);
                    let mut there = Parsed::default();
                    self.keep(raw, statement, &mut there);
                    self.blocks.extend(inner);
                    parsed.outward.extend(there.lines.into_iter().map(|line| (home, line)));
                    parsed.outward.extend(there.outward);
                    parsed.last_is_outward = true;
                    return;
                }
            }
            if let Some(above) = parsed.lines.last_mut()
                && let Some(below) = block_below(above.kind())
                && let Ok(statement) = self.statement(below, &raw.words)
            {
                errors::not_far_enough_in(&raw.words, &above.node, self.report);
                let there = self.keep_below(below, raw, statement);
                above.children.extend(there.lines);
                parsed.take(there.outward, block);
                return;
            }
        }
        let head = errors::statement(&raw.words, fault, block, self.report);
        self.below_broken(raw, head, parsed);
    }

    /// A broken head still opens its block, so that the errors within are told too; a head that is
    /// one word is kept as what it was meant to be, with the statements below it.
    fn below_broken(&mut self, raw: RawLine<'_>, head: Option<Kind>, parsed: &mut Parsed) {
        let Some(head) = head else { return };
        let words = &raw.words;
        let span = self.report.span(words.start, words.end());
        let node = Node { kind: head, text: nodes::with_single_spaces(words.text), span, children: Vec::new() };
        let (line, outward, _) = self.finish(raw.margin, raw.below, Statement { node, condition: None });
        if errors::is_one_word(head) {
            parsed.lines.push(line);
        }
        let block = self.block();
        parsed.take(outward, block);
    }
}
