//! Sentences of a block, and their words.

use std::ops::Range;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 22] = [
    "e.g", "i.e", "etc", "inc", "ltd", "llc", "corp", "co", "no", "nos", "sec", "art", "vs", "mr", "mrs", "ms", "dr",
    "st", "a.m", "p.m", "u.s", "z.b",
];

/// A word of a sentence: its range in the block's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The word as it is written.
    pub(super) text: &'t str,
    /// Its first byte in the block's text.
    pub(super) start: usize,
}

impl Word<'_> {
    /// One past its last byte.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The sentences of a text, as ranges.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let rest = &text[end..];
        let closes = match letter {
            '!' | '?' => rest.starts_with(' ') || rest.is_empty(),
            '.' => {
                let word = text[start..at].rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
                let begins = rest.trim_start_matches([' ', '"', '\'', ')']).chars().next();
                let next = begins.is_none_or(|letter| letter.is_uppercase() || letter == '[' || letter == '(');
                (rest.starts_with([' ', '"', ')']) || rest.is_empty())
                    && next
                    && !ABBREVIATIONS.contains(&word.as_str())
                    && !(word.len() == 1 && word.chars().all(char::is_alphabetic))
            }
            ';' => rest.starts_with(' '),
            _ => false,
        };
        if closes {
            found.push(start..end);
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(start..text.len());
    }
    found
}

/// The words of a range of a text: runs of letters, digits and what joins them.
pub(super) fn words<'t>(text: &'t str, range: &Range<usize>) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut start = None;
    let part = &text[range.clone()];
    for (at, letter) in part.char_indices() {
        let joins = matches!(letter, '\'' | '-' | '/' | '%' | '.' | ',' | ':')
            && start.is_some()
            && part[at + letter.len_utf8()..].starts_with(char::is_alphanumeric)
            && (!matches!(letter, ',' | ':') || part[..at].ends_with(|before: char| before.is_ascii_digit()));
        if letter.is_alphanumeric() || joins || letter == '%' {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            words.push(Word { text: &part[from..at], start: range.start + from });
        }
    }
    if let Some(from) = start {
        words.push(Word { text: &part[from..], start: range.start + from });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| text[range].trim()).collect()
    }

    #[test]
    fn full_stops_of_abbreviations_and_numbers_end_nothing() {
        assert_eq!(
            cut("We reply within 2.5 hours, e.g. by email. Then we call."),
            ["We reply within 2.5 hours, e.g. by email.", "Then we call."]
        );
        assert_eq!(
            cut("Open 9 a.m. to 5 p.m. EST. Closed on Sunday"),
            ["Open 9 a.m. to 5 p.m. EST.", "Closed on Sunday"]
        );
        assert_eq!(cut("Acme, Inc. provides it; Globex pays."), ["Acme, Inc. provides it;", "Globex pays."]);
    }

    #[test]
    fn words_keep_what_joins_them() {
        let text = "and/or the provider's 99.9% (e.g. 24x7), non-emergency";
        let list: Vec<&str> = words(text, &(0..text.len())).iter().map(|word| word.text).collect();
        assert_eq!(list, ["and/or", "the", "provider's", "99.9%", "e.g", "24x7", "non-emergency"]);
    }
}
