//! How much of a spec a machine can act on: which statements are typed, and which are words for people.

use std::fmt::Write as _;

use serde::Serialize;

use super::Spec;
use crate::syntax::tree::{Kind, Line, Node};

/// How much of a section's head a table shows, in characters.
const MOST_HEAD: usize = 40;

/// The statements of a spec, by section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Statements in all.
    pub statements: usize,
    /// Those that a machine can act on.
    pub typed: usize,
    /// By section, in the order of the spec.
    pub sections: Vec<SectionCoverage>,
}

/// The statements of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionCoverage {
    /// The section's head.
    pub section: String,
    /// Statements in all, rows of tables among them.
    pub statements: usize,
    /// Those that a machine can act on.
    pub typed: usize,
    /// Those that only a person can judge.
    pub prose: Vec<ProseStatement>,
}

/// A statement that only a person can judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProseStatement {
    /// File and line.
    pub place: String,
    /// The statement.
    pub statement: String,
}

impl Spec {
    /// Counts the statements that a machine can act on: those whose whole effect is in names, numbers,
    /// clocks and formulas. A statement whose effect hangs on quoted words is prose: a clause of one's own,
    /// a condition or an event in words, a fee base in words, a duty without a time.
    ///
    /// Definitions and names give words their meaning and have no effect of their own; they are not counted.
    pub fn coverage(&self) -> Coverage {
        let sections: Vec<SectionCoverage> = self.lines.iter().filter_map(|line| self.section(line)).collect();
        Coverage {
            statements: sections.iter().map(|section| section.statements).sum(),
            typed: sections.iter().map(|section| section.typed).sum(),
            sections,
        }
    }

    fn section(&self, head: &Line) -> Option<SectionCoverage> {
        if head.kind() == Kind::definitions {
            return None;
        }
        let mut section =
            SectionCoverage { section: head.node.text.clone(), statements: 0, typed: 0, prose: Vec::new() };
        if matches!(head.kind(), Kind::clause | Kind::include_clause | Kind::agreement) {
            self.count(head, &mut section);
        } else {
            head.children.iter().for_each(|line| self.count(line, &mut section));
            section.rows(head);
        }
        (section.statements > 0).then_some(section)
    }

    fn count(&self, line: &Line, section: &mut SectionCoverage) {
        section.statements += 1;
        if is_prose(line) {
            let place = self.place(line.node.span.source, line.node.span.start);
            section.prose.push(ProseStatement { place, statement: line.node.text.clone() });
        } else {
            section.typed += 1;
        }
        section.rows(line);
        line.children.iter().for_each(|child| self.count(child, section));
    }
}

impl SectionCoverage {
    /// Each row of a table is a statement.
    fn rows(&mut self, line: &Line) {
        let rows = line.table.as_ref().map_or(0, |table| table.rows.len());
        self.statements += rows;
        self.typed += rows;
    }
}

/// Whether the effect of a statement hangs on words that only a person can judge.
fn is_prose(line: &Line) -> bool {
    let node = &line.node;
    let words = |node: &Node| node.has(Kind::string) || node.has(Kind::string_value);
    match line.kind() {
        Kind::clause | Kind::counts_only | Kind::fails_when | Kind::may_change | Kind::clock_stops => true,
        Kind::down_when | Kind::or_down_when | Kind::clock_starts | Kind::clock_pauses => words(node),
        Kind::excluding => node.all(Kind::excluded).any(|part| !part.has(Kind::term) || part.has(Kind::only_if)),
        Kind::credits_for => node.get(Kind::from_fee).and_then(|part| part.get(Kind::fee_base)).is_some_and(words),
        Kind::falls_to | Kind::falls_when => true,
        Kind::may_terminate => words(node),
        Kind::must => ![Kind::must_within, Kind::must_every, Kind::must_by].iter().any(|part| node.has(*part)),
        Kind::band | Kind::each_step => node.get(Kind::award).is_some_and(|award| award.has(Kind::work)),
        _ => false,
    }
}

impl Coverage {
    /// The share of typed statements, rounded down to one decimal.
    pub fn share(&self) -> String {
        share(self.typed, self.statements)
    }

    /// As a table for people, with the statements that are prose below it.
    pub fn to_text(&self) -> String {
        let head = |section: &str| section.chars().take(MOST_HEAD).collect::<String>();
        let width =
            self.sections.iter().map(|section| head(&section.section).chars().count()).max().unwrap_or(7).max(7);
        let mut out = format!("{:width$}  statements  machine-readable\n", "section");
        let mut row = |name: &str, typed: usize, all: usize| {
            let _ = writeln!(out, "{name:width$}  {all:>10}  {typed:>8} {:>7}", share(typed, all));
        };
        for section in &self.sections {
            row(&head(&section.section), section.typed, section.statements);
        }
        row("all", self.typed, self.statements);
        let prose: Vec<_> = self.sections.iter().flat_map(|section| &section.prose).collect();
        if !prose.is_empty() {
            out.push_str("\nwords that only a person can judge:\n");
            for statement in prose {
                let _ = writeln!(out, "  {}  {}", statement.place, statement.statement);
            }
        }
        out
    }
}

fn share(typed: usize, all: usize) -> String {
    let tenths = (typed * 1000).checked_div(all).unwrap_or(1000);
    format!("{}.{}%", tenths / 10, tenths % 10)
}
