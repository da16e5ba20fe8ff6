//! What has been read of a contract so far: which words are taken by typed statements, and which names are given.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::figures::cycle;
use super::statement::Statement;
use super::words::name;
use crate::prose::document::BlockKind;
use crate::prose::structure::contract::{Contract, Sentence};
use crate::prose::structure::definition::Definition;
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
    /// The zone of the agreement, where the text names one.
    pub(super) zone: Option<String>,
    /// Parameters that somebody must give a value.
    pub(super) holes: Vec<Statement>,
    /// By block, the heading that it stands below.
    heading: Vec<Option<usize>>,
    /// The cells that say what a term means, each with the cell of its term.
    meanings: BTreeMap<usize, usize>,
    /// What the contract calls a calendar month, in small letters: `measurement period`.
    months: Vec<String>,
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
        let mut reading = Self {
            contract,
            taken: BTreeMap::new(),
            names: BTreeSet::new(),
            zone: None,
            holes: Vec::new(),
            heading,
            meanings: meanings(contract),
            months: Vec::new(),
        };
        reading.months = months(&reading);
        reading
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

    /// What words are about: the heading that they stand below, without its number, or the term beside their cell.
    pub(super) fn section(&self, at: usize) -> &'d str {
        let above = self.meanings.get(&at).copied().or_else(|| self.heading(at));
        above.map_or("", |heading| without_number(&self.contract.block(heading).text))
    }

    /// The sentences of running text: no cells, no headings.
    pub(super) fn prose(&self) -> impl Iterator<Item = &'c Sentence<'d>> + use<'c, 'd> {
        let running = |sentence: &&Sentence<'_>| matches!(sentence.block.kind, BlockKind::Paragraph | BlockKind::Item);
        self.contract.sentences.iter().filter(running)
    }

    /// The sentences of running text, and those of the tables that say what terms mean.
    pub(super) fn told(&self) -> impl Iterator<Item = &'c Sentence<'d>> + use<'_, 'c, 'd> {
        let tells = |sentence: &&Sentence<'_>| {
            matches!(sentence.block.kind, BlockKind::Paragraph | BlockKind::Item)
                || self.meanings.contains_key(&sentence.at)
        };
        self.contract.sentences.iter().filter(tells)
    }

    /// The term whose meaning stands in a cell.
    pub(super) fn term_beside(&self, at: usize) -> Option<Place> {
        self.meanings.get(&at).map(|term| (*term, 0..self.contract.block(*term).text.len()))
    }

    /// The cycle that words in small letters count by, with the names that the contract gives to the calendar month.
    pub(super) fn cycle(&self, lower: &str) -> Option<&'static str> {
        let plain = self.months.iter().fold(lower.to_owned(), |text, name| text.replace(name, "calendar month"));
        cycle(&plain)
    }

    /// Whether words in small letters begin with a name of the calendar month; how long that name is.
    pub(super) fn named_month(&self, lower: &str) -> Option<usize> {
        self.months.iter().find(|name| lower.starts_with(name.as_str())).map(String::len)
    }
}

/// The cells beside a term in tables headed by `Term` or `Definition`.
fn meanings(contract: &Contract<'_>) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for table in &contract.tables {
        let heads: Vec<String> = (0..table.width()).map(|column| table.over(contract.document, column)).collect();
        let is_list = heads.len() == 2
            && ["term", "begriff", "defined term"].contains(&heads[0].as_str())
            && ["meaning", "definition", "bedeutung"].contains(&heads[1].as_str());
        for row in table.body().filter(|_| is_list) {
            if let ([term], [meaning]) = (table.rows[row][0].as_slice(), table.rows[row][1].as_slice()) {
                found.insert(*meaning, *term);
            }
        }
    }
    found
}

/// The terms that mean each calendar month.
fn months(reading: &Reading<'_, '_>) -> Vec<String> {
    let contract = reading.contract;
    let means = |definition: &&Definition| {
        let meaning = definition.meaning.clone();
        let meaning = meaning.and_then(|meaning| contract.lower(definition.at).get(meaning)).unwrap_or("");
        let words = meaning.split('(').next().unwrap_or("").trim_matches([' ', '.', ',', ';']);
        ["a calendar month", "each calendar month", "one calendar month", "the calendar month"].contains(&words)
    };
    contract.definitions.iter().filter(means).map(|definition| definition.term.to_lowercase()).collect()
}

/// Words without the number or the bullet before them: `2.1 Support` is `Support`.
pub(super) fn without_number(text: &str) -> &str {
    // What a symbol font shows as a bullet stands in the words of a PDF.
    let bullets = ['\u{2022}', '\u{25CF}', '\u{25AA}', '\u{F0B7}', '\u{B7}'];
    let text = text.trim().trim_start_matches(bullets).trim_start();
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
