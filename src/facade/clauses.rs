//! The numbered clauses of a contract, found by the statement that they were made from.

use crate::document::block::{Block, BlockKind, Document, plain};
use crate::source::Span;

/// The clauses of a contract, in its order.
pub(super) struct Clauses(Vec<Clause>);

/// A numbered clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// `17.2`.
    pub(super) number: String,
    /// What it says, its list included.
    pub(super) words: String,
    /// The rows of its table, head aside.
    pub(super) rows: Vec<Vec<String>>,
    anchor: Option<String>,
    source: Option<Span>,
}

impl Clauses {
    pub(super) fn of(document: &Document) -> Self {
        let mut clauses = Vec::new();
        collect(&document.blocks, &mut clauses);
        Self(clauses)
    }

    /// The clause with an anchor, as templates write it: `credits 0`.
    pub(super) fn named(&self, anchor: &str) -> Option<&Clause> {
        let anchor = anchor.replace(' ', "-");
        self.0.iter().find(|clause| clause.anchor.as_deref() == Some(&anchor))
    }

    /// The clause that was made from a statement.
    pub(super) fn made_from(&self, statement: Span) -> Option<&Clause> {
        self.0.iter().find(|clause| clause.source == Some(statement))
    }
}

impl Clause {
    /// Its first sentence.
    pub(super) fn first_sentence(&self) -> &str {
        let ends = self.words.match_indices(". ").find(|(at, _)| {
            self.words[at + 2..].starts_with(|next: char| next.is_uppercase())
                && !self.words[..*at].ends_with(|last: char| last.is_ascii_digit())
        });
        ends.map_or(self.words.as_str(), |(at, _)| &self.words[..=at])
    }
}

fn collect(blocks: &[Block], clauses: &mut Vec<Clause>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { number: Some(number), text, .. } | BlockKind::Clause { number, text } => {
                clauses.push(Clause {
                    number: number.clone(),
                    words: plain(text),
                    rows: Vec::new(),
                    anchor: block.id.clone(),
                    source: block.source,
                });
            }
            BlockKind::List(items) => {
                for item in items {
                    let words = item.blocks.iter().map(|block| match &block.kind {
                        BlockKind::Paragraph(text) => plain(text),
                        _ => String::new(),
                    });
                    let words = words.collect::<Vec<_>>().join(" ");
                    if let Some(clause) = clauses.last_mut() {
                        clause.words = format!("{} {} {words}", clause.words, item.marker);
                    }
                }
            }
            BlockKind::Table(table) => {
                let rows = table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect());
                if let Some(clause) = clauses.last_mut().filter(|clause| clause.rows.is_empty()) {
                    clause.rows.extend(rows);
                }
            }
            BlockKind::Group { blocks, .. } => collect(blocks, clauses),
            BlockKind::Title(_) | BlockKind::Heading { number: None, .. } | BlockKind::Paragraph(_) => {}
        }
    }
}
