//! Which patterns may begin with a word: an index, so that few patterns are tried on each word.

use std::collections::BTreeMap;

use super::matcher::{Pattern, Start};
use super::vocabulary::Classes;

/// What stands behind patterns, by how their matches begin.
#[derive(Debug)]
pub(super) struct Starting<P> {
    words: BTreeMap<String, Vec<P>>,
    begins: Vec<(String, P)>,
    classes: Vec<(Classes, P)>,
}

impl<P> Default for Starting<P> {
    fn default() -> Self {
        Self { words: BTreeMap::new(), begins: Vec::new(), classes: Vec::new() }
    }
}

impl<P: Copy> Starting<P> {
    /// Adds a pattern, and what stands behind it.
    pub(super) fn add(&mut self, pattern: &Pattern, behind: P) {
        for start in pattern.starts() {
            match start {
                Start::Word(word) => self.words.entry(word).or_default().push(behind),
                Start::Begins(begin) => self.begins.push((begin, behind)),
                Start::Class(class) => self.classes.push((class, behind)),
            }
        }
    }

    /// What stands behind the patterns that may begin with a word in small letters; several times where a pattern
    /// may begin so in several ways.
    pub(super) fn with(&self, word: &str, classes: Classes) -> impl Iterator<Item = P> {
        let words = self.words.get(word).into_iter().flatten();
        let begins = self.begins.iter().filter(move |(begin, _)| word.starts_with(begin.as_str()));
        let by_class = self.classes.iter().filter(move |(class, _)| class & classes != 0);
        words.chain(begins.map(|(_, behind)| behind)).chain(by_class.map(|(_, behind)| behind)).copied()
    }
}
