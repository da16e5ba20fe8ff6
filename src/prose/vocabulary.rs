//! The words of a language as its lexicons know them: what classes a word is in, and which patterns it may begin.
//!
//! Each different word of a contract is looked up once; a sentence then holds numbers and bits.

use std::collections::BTreeMap;

/// The classes of words, as bits: the first ones are of every language, the rest are as the language's file names them.
pub(super) type Classes = u64;

/// A number, in digits or spelled out.
pub(super) const NUMBER: Classes = 1;

/// A word that is written large, `<name>` in a pattern.
pub(super) const NAME: Classes = 1 << 63;

/// The classes that are named, and the words in them.
#[derive(Debug, Default)]
pub(super) struct Classification {
    names: Vec<String>,
    exact: BTreeMap<String, Classes>,
    begins: Vec<(String, Classes)>,
}

impl Classification {
    /// Adds a class; its words may end in `*`.
    pub(super) fn add(&mut self, name: &str, words: &[String]) {
        let class = 1 << (self.names.len() + 1);
        self.names.push(name.to_owned());
        for word in words {
            match word.strip_suffix('*') {
                Some(begin) => self.begins.push((begin.to_owned(), class)),
                None => *self.exact.entry(word.clone()).or_default() |= class,
            }
        }
    }

    /// A class by its name; none where the language has no such class.
    pub(super) fn class(&self, name: &str) -> Classes {
        if name == "name" {
            return NAME;
        }
        self.names.iter().position(|known| known == name).map_or(0, |at| 1 << (at + 1))
    }

    /// What classes a word in small letters is in.
    pub(super) fn of(&self, word: &str) -> Classes {
        let number = if word.starts_with(|letter: char| letter.is_ascii_digit()) { NUMBER } else { 0 };
        let begins = self.begins.iter().filter(|(begin, _)| word.starts_with(begin.as_str()));
        let exact = self.exact.get(word).copied().unwrap_or(0);
        begins.fold(number | exact, |classes, (_, class)| classes | class)
    }
}
