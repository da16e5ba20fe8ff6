//! How contracts that others wrote speak of the subjects of a profile: the words of `profiles/words.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::document::{BlockKind, Document};
use super::sentence::sentences;
use crate::source::Span;

const FILE: &str = include_str!("../../profiles/words.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    subject: BTreeMap<String, Vec<String>>,
}

// That the shipped file can be read is held by a test.
static WORDS: LazyLock<File> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// The subjects that the words are known for.
pub fn spoken_subjects() -> impl Iterator<Item = &'static str> {
    WORDS.subject.keys().map(String::as_str)
}

/// Where a contract speaks of a subject; nowhere also where no words of it are known.
pub fn spoken(document: &Document, subject: &str) -> Vec<Span> {
    WORDS.subject.get(subject).map_or_else(Vec::new, |entries| said(document, entries))
}

/// Where a sentence, a heading or a row of a table says one of the entries: beginnings of words, all that ` + ` joins.
pub fn said(document: &Document, entries: &[String]) -> Vec<Span> {
    let entries: Vec<Vec<&str>> = entries.iter().map(|entry| entry.split(" + ").collect()).collect();
    let mut found = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Code {
            continue;
        }
        // What a row says stands in all its cells.
        let row = block.cell.map(|cell| {
            let cells = document.blocks[at.saturating_sub(8)..document.blocks.len().min(at + 8)].iter();
            let same = cells
                .filter(|other| other.cell.is_some_and(|other| other.table == cell.table && other.row == cell.row));
            same.map(|other| other.text.to_lowercase()).collect::<Vec<_>>().join(" ")
        });
        for range in sentences(&block.text) {
            let own = block.text[range.clone()].to_lowercase();
            let text = row.as_deref().unwrap_or(&own);
            let says =
                entries.iter().any(|entry| entry.iter().all(|part| begins(text, part)) && begins(&own, entry[0]));
            if says {
                found.push(block.span(document.source, &range));
            }
        }
    }
    found
}

/// Whether words begin so somewhere in a text.
fn begins(text: &str, part: &str) -> bool {
    text.match_indices(part)
        .any(|(at, _)| !part.starts_with(char::is_alphabetic) || !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_words_can_be_read() {
        let file = toml::from_str::<File>(FILE);
        assert!(file.is_ok(), "{:?}", file.err());
    }
}
