//! The names that a contract gives: the terms that it defines, in quotation marks or before a colon, and the levels that
//! its tables and headings describe.

use std::collections::BTreeSet;

use super::document::{Block, BlockKind, Document};

/// The names of a contract.
#[derive(Debug)]
pub(super) struct Terms {
    /// The defined terms, as they are written.
    defined: BTreeSet<String>,
    /// The first words of its levels, in small letters: "critical".
    levels: BTreeSet<String>,
    /// Whether hours are stated: the word for hours beside a time of the day.
    hours: bool,
}

impl Terms {
    /// The names of a contract.
    pub(super) fn of(document: &Document) -> Self {
        let mut terms = Self { defined: BTreeSet::new(), levels: BTreeSet::new(), hours: false };
        for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Code) {
            terms.quoted(&block.text);
            terms.before_colon(block);
            terms.level(block);
            terms.hours = terms.hours || says_hours(&block.text);
        }
        terms
    }

    /// The same names with terms that are defined elsewhere.
    pub(super) fn beside(mut self, defined: &BTreeSet<String>) -> Self {
        self.defined.extend(defined.iter().cloned());
        self
    }

    /// Whether the contract defines exactly these words.
    pub(super) fn defines(&self, words: &str) -> bool {
        self.defined.contains(words)
    }

    /// Whether the contract has a level whose name begins with a word in small letters.
    pub(super) fn is_level(&self, word: &str) -> bool {
        self.levels.contains(word)
    }

    /// Whether the contract says the hours of its office or desk.
    pub(super) fn states_hours(&self) -> bool {
        self.hours
    }

    /// `"Term" means`, `(the "Term")`.
    fn quoted(&mut self, text: &str) {
        let mut parts = text.split('"');
        let mut before = parts.next().unwrap_or("");
        while let (Some(term), Some(after)) = (parts.next(), parts.next()) {
            let says = after.trim_start().trim_start_matches([':', ',']).trim_start();
            let led = before.trim_end();
            let bracketed = led.ends_with(['(', ',']) || led.ends_with("(the") || led.ends_with("the");
            if MEANING.iter().any(|word| says.starts_with(word))
                || bracketed && after.trim_start().starts_with([')', ','])
            {
                self.defined.insert(term.trim().to_owned());
            }
            before = after;
        }
    }

    /// `Term: what it is`, where the term is written large.
    fn before_colon(&mut self, block: &Block) {
        let Some((term, meaning)) = block.text.split_once(':') else { return };
        let large = |word: &str| word.starts_with(char::is_uppercase);
        let words = term.split_whitespace().count();
        if block.kind == BlockKind::Item
            && (1..=4).contains(&words)
            && term.split_whitespace().all(large)
            && meaning.len() > 10
        {
            self.defined.insert(term.trim().to_owned());
        }
    }

    /// A short heading, a short cell of a first column, or what a line says before a colon or a dash.
    fn level(&mut self, block: &Block) {
        let named = match block.kind {
            BlockKind::Heading => Some(block.text.as_str()),
            BlockKind::Cell if block.cell.is_some_and(|cell| cell.column == 0) => Some(block.text.as_str()),
            BlockKind::Item | BlockKind::Paragraph => block.text.split_once(':').map(|(name, _)| name),
            _ => None,
        };
        let Some(name) = named.filter(|name| name.split_whitespace().count() <= 4 && !name.contains('.')) else {
            return;
        };
        for word in name.split(|letter: char| !letter.is_alphanumeric() && letter != '-') {
            if word.chars().any(char::is_alphabetic) {
                self.levels.insert(word.to_lowercase());
            }
        }
    }
}

/// Whether a text gives the time of the day for hours: "support hours are 9:00 to 17:00".
fn says_hours(text: &str) -> bool {
    let clock = |word: &str| {
        let word = word.trim_end_matches(['.', ',', ')', ';']).to_ascii_lowercase();
        word.starts_with(|letter: char| letter.is_ascii_digit())
            && (word.contains(':') || word.ends_with("am") || word.ends_with("pm") || word.ends_with(".m"))
            || matches!(word.as_str(), "am" | "pm" | "a.m" | "p.m" | "uhr")
    };
    ["hours", "Hours", "zeiten"].iter().any(|word| text.contains(word)) && text.split([' ', '(']).any(clock)
}

/// What follows a term that is defined.
const MEANING: [&str; 14] = [
    "means",
    "mean ",
    "refers to",
    "is defined",
    "are defined",
    "shall mean",
    "has the meaning",
    "is the ",
    "are the ",
    "is a ",
    "are for ",
    "are working ",
    "bedeutet",
    "bezeichnet",
];
