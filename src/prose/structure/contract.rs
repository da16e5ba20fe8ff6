//! A contract as the rules see it: its blocks, its sentences, and what they have in common.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::definition::{Definition, Place, definitions, leads, places};
use super::ladder::{Ladder, ladders};
use super::level::{Level, levels};
use super::outline::Outline;
use super::table::{Table, tables};
use crate::prose::document::{Block, BlockKind, Document};
use crate::prose::sentence::{Word, sentences, words};

/// The text of each block in small letters, byte for byte in the same places.
pub(in crate::prose) struct Lowered(Vec<String>);

impl Lowered {
    pub(in crate::prose) fn new(document: &Document) -> Self {
        Self(document.blocks.iter().map(|block| block.text.to_ascii_lowercase()).collect())
    }
}

/// A contract with what is read off it once.
pub(in crate::prose) struct Contract<'d> {
    pub(in crate::prose) document: &'d Document,
    lowered: &'d Lowered,
    /// Its sentences: cells and headings are sentences too; code and quotations are none.
    pub(in crate::prose) sentences: Vec<Sentence<'d>>,
    pub(in crate::prose) outline: Outline,
    pub(in crate::prose) definitions: Vec<Definition>,
    /// By definition, the first one of the same term.
    pub(in crate::prose) leads: Vec<usize>,
    /// The place of each cell's block: table, row, column.
    cells: BTreeMap<usize, (usize, usize, usize)>,
    pub(in crate::prose) tables: Vec<Table>,
    // What several rules ask for, and not every contract has.
    places: OnceCell<Vec<Vec<Place>>>,
    ladders: OnceCell<Vec<Ladder>>,
    levels: OnceCell<Vec<Level>>,
}

/// A sentence.
#[derive(Clone, Copy)]
pub(in crate::prose) struct Sentence<'d> {
    /// The block that it stands in.
    pub(in crate::prose) block: &'d Block,
    /// The block's place in the document.
    pub(in crate::prose) at: usize,
    /// Where it begins in the block's text.
    pub(in crate::prose) start: usize,
    pub(in crate::prose) text: &'d str,
    /// The same in small letters.
    pub(in crate::prose) lower: &'d str,
}

impl<'d> Contract<'d> {
    pub(in crate::prose) fn new(document: &'d Document, lowered: &'d Lowered) -> Self {
        let mut all = Vec::new();
        for (at, block) in document.blocks.iter().enumerate() {
            if matches!(block.kind, BlockKind::Code | BlockKind::Quote) {
                continue;
            }
            for range in sentences(&block.text) {
                let (text, lower) = (&block.text[range.clone()], &lowered.0[at][range.clone()]);
                all.push(Sentence { block, at, start: range.start, text, lower });
            }
        }
        let outline = Outline::of(document);
        let definitions = definitions(document, &lowered.0);
        let tables = tables(document);
        let mut cells = BTreeMap::new();
        for (number, table) in tables.iter().enumerate() {
            for (row, columns) in table.rows.iter().enumerate() {
                for (column, blocks) in columns.iter().enumerate() {
                    for at in blocks {
                        cells.entry(*at).or_insert((number, row, column));
                    }
                }
            }
        }
        Self {
            document,
            lowered,
            sentences: all,
            outline,
            leads: leads(&definitions),
            definitions,
            cells,
            tables,
            places: OnceCell::new(),
            ladders: OnceCell::new(),
            levels: OnceCell::new(),
        }
    }

    /// Where the terms of the definitions stand: by definition, the block and the range of each place.
    pub(in crate::prose) fn places(&self) -> &[Vec<Place>] {
        self.places.get_or_init(|| places(self))
    }

    /// The table that a cell stands in, with the cell's row and column.
    pub(in crate::prose) fn cell(&self, at: usize) -> Option<(&Table, usize, usize)> {
        self.cells.get(&at).map(|(table, row, column)| (&self.tables[*table], *row, *column))
    }

    /// The tiers of credits.
    pub(in crate::prose) fn ladders(&self) -> &[Ladder] {
        self.ladders.get_or_init(|| ladders(self))
    }

    /// The severities.
    pub(in crate::prose::structure) fn levels(&self) -> &[Level] {
        self.levels.get_or_init(|| levels(self))
    }

    pub(in crate::prose) fn block(&self, at: usize) -> &'d Block {
        &self.document.blocks[at]
    }

    /// A block's text in small letters.
    pub(in crate::prose) fn lower(&self, at: usize) -> &'d str {
        &self.lowered.0[at]
    }
}

impl<'d> Sentence<'d> {
    /// Whether it contains one of these, in small letters, as a part of words or over words.
    pub(in crate::prose) fn has(&self, any: &[&str]) -> bool {
        any.iter().any(|part| self.lower.contains(part))
    }

    /// Whether one of these begins one of its words.
    pub(in crate::prose) fn begins_word(&self, any: &[&str]) -> bool {
        any.iter().any(|word| find_beginning(self.lower, word).is_some())
    }

    /// Its words, placed in the block's text.
    pub(in crate::prose) fn words(&self) -> Vec<Word<'d>> {
        words(&self.block.text, &(self.start..self.start + self.text.len()))
    }

    /// A range of the sentence as a range of the block's text.
    pub(in crate::prose) fn placed(&self, range: &Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The sentence without spaces around it, as a range of the block's text.
    pub(in crate::prose) fn whole(&self) -> Range<usize> {
        let before = self.text.len() - self.text.trim_start().len();
        self.start + before..self.start + before + self.text.trim().len()
    }
}

/// Where a word begins so.
pub(in crate::prose) fn find_beginning(text: &str, beginning: &str) -> Option<usize> {
    let begins = |(at, _): &(usize, &str)| !text[..*at].ends_with(char::is_alphanumeric);
    text.match_indices(beginning).find(begins).map(|(at, _)| at)
}

/// All places where a word stands as a whole.
pub(in crate::prose) fn word_places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        !text[..*at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}
