//! The terms that a contract defines, in quotation marks, in bold at a line's start, or before a colon.

use std::collections::BTreeSet;

use super::document::{BlockKind, Document};

/// The defined terms of a contract, as they are written.
pub(super) fn terms(document: &Document) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Code) {
        let text = &block.text;
        let mut quoted = text.split('"');
        let mut before = quoted.next().unwrap_or("");
        while let (Some(term), Some(after)) = (quoted.next(), quoted.next()) {
            let says = after.trim_start().trim_start_matches([':', ',']).trim_start();
            let meaning = [
                "means",
                "mean ",
                "refers to",
                "is defined",
                "shall mean",
                "has the meaning",
                "is the ",
                "are the ",
                "bedeutet",
                "bezeichnet",
            ];
            let bracketed = before.trim_end().ends_with(['(', ','])
                || before.trim_end().ends_with("(the")
                || before.trim_end().ends_with("the");
            if meaning.iter().any(|word| says.starts_with(word))
                || bracketed && after.trim_start().starts_with([')', ','])
            {
                terms.insert(term.trim().to_owned());
            }
            before = after;
        }
        // `Term: what it is`, where the term is written large.
        if let Some((term, meaning)) = text.split_once(':') {
            let large = |word: &str| word.starts_with(char::is_uppercase);
            let words = term.split_whitespace().count();
            if (1..=4).contains(&words)
                && term.split_whitespace().all(large)
                && meaning.len() > 10
                && block.kind == BlockKind::Item
            {
                terms.insert(term.trim().to_owned());
            }
        }
    }
    terms
}
