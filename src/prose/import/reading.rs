//! What has been read of a contract so far: which words are taken by typed statements, and which names are given.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::statement::Statement;
use super::words::name;
use crate::prose::document::BlockKind;
use crate::prose::structure::contract::{Contract, Sentence};
use crate::prose::structure::table::Table;

/// No agreement has more targets, hours, caps or tables of one kind; a text that has is another kind of text, and what
/// compares them with one another would take long.
pub(super) const MOST: usize = 256;

/// A block, and a range of its text.
pub(super) type Place = (usize, Range<usize>);

/// A contract while it is read.
pub(super) struct Reading<'c, 'd> {
    pub(super) contract: &'c Contract<'d>,
    /// By block, the ranges that typed statements say.
    taken: BTreeMap<usize, Vec<Range<usize>>>,
    /// The names that the draft declares.
    names: BTreeSet<String>,
    /// Parameters that somebody must give a value.
    pub(super) holes: Vec<Statement>,
    /// By block, the heading that it stands below.
    heading: Vec<Option<usize>>,
}

impl<'c, 'd> Reading<'c, 'd> {
    pub(super) fn new(contract: &'c Contract<'d>) -> Self {
        let mut last = None;
        let mut heading = Vec::with_capacity(contract.document.blocks.len());
        for (at, block) in contract.document.blocks.iter().enumerate() {
            heading.push(last);
            if block.kind == BlockKind::Heading {
                last = Some(at);
            }
        }
        Self { contract, taken: BTreeMap::new(), names: BTreeSet::new(), holes: Vec::new(), heading }
    }

    /// Notes that a typed statement says what stands there.
    pub(super) fn take(&mut self, place: Place) {
        let text = &self.contract.block(place.0).text;
        if text.get(place.1.clone()).is_some() {
            self.taken.entry(place.0).or_default().push(place.1);
        }
    }

    /// Notes the same of several places.
    pub(super) fn take_all(&mut self, places: impl IntoIterator<Item = Place>) {
        for place in places {
            self.take(place);
        }
    }

    /// What typed statements say of a block.
    pub(super) fn taken(&self, at: usize) -> &[Range<usize>] {
        self.taken.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Gives a name for the first time; none where the words make none, or it is given already.
    pub(super) fn declare(&mut self, words: &str) -> Option<String> {
        let name = name(words)?;
        self.names.insert(name.clone()).then_some(name)
    }

    /// A name of these words, or else with a number after it.
    pub(super) fn declare_or(&mut self, words: &str, other: &str) -> String {
        if let Some(name) = self.declare(words) {
            return name;
        }
        let numbered = (2..).map(|number| format!("{other}-{number}"));
        let free = std::iter::once(other.to_owned()).chain(numbered).find(|name| !self.names.contains(name));
        let free = free.unwrap_or_else(|| other.to_owned());
        self.names.insert(free.clone());
        free
    }

    /// The cells of a table's head.
    pub(super) fn head(&self, table: &Table) -> Vec<Place> {
        let mut cells: Vec<usize> = table.rows[..table.head].iter().flatten().flatten().copied().collect();
        cells.dedup();
        cells.into_iter().map(|at| (at, 0..self.contract.block(at).text.len())).collect()
    }

    /// The block of the heading that a block stands below.
    pub(super) fn heading(&self, at: usize) -> Option<usize> {
        self.heading.get(at).copied().flatten()
    }

    /// The words of that heading, without its number.
    pub(super) fn section(&self, at: usize) -> &'d str {
        self.heading(at).map_or("", |heading| without_number(&self.contract.block(heading).text))
    }

    /// The sentences of running text: no cells, no headings.
    pub(super) fn prose(&self) -> impl Iterator<Item = &'c Sentence<'d>> + use<'c, 'd> {
        let running = |sentence: &&Sentence<'_>| matches!(sentence.block.kind, BlockKind::Paragraph | BlockKind::Item);
        self.contract.sentences.iter().filter(running)
    }
}

/// Words without the number before them: `2.1 Support` is `Support`.
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim();
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let first = first.trim_start_matches('(');
    let number = first.trim_end_matches(['.', ')', ':']);
    let counts = !number.is_empty()
        && (number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            || number.len() < first.len() && number.len() <= 4 && number.chars().all(char::is_alphanumeric));
    if counts || first.starts_with('\u{A7}') { rest.trim_start() } else { text }
}

/// Where a sentence stands.
pub(super) fn place(sentence: &Sentence<'_>) -> Place {
    (sentence.at, sentence.whole())
}
