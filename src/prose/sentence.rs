//! Sentences of a text, and their words.

use std::ops::Range;

/// Words after which a full stop ends no sentence, in English and German.
const ABBREVIATIONS: [&str; 46] = [
    "e.g", "i.e", "eg", "ie", "etc", "inc", "ltd", "llc", "corp", "co", "no", "nos", "nr", "sec", "art", "para", "par",
    "cl", "fig", "vol", "pp", "vs", "cf", "approx", "max", "min", "mr", "mrs", "ms", "dr", "prof", "st", "a.m", "p.m",
    "u.s", "u.k", "z.b", "d.h", "u.a", "bzw", "ca", "ggf", "gem", "abs", "vgl", "inkl",
];

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// No sentence of a contract is longer, in bytes: some 700 words. What goes on without an end is cut after a word,
/// so that what is looked for in a sentence stays near.
const LONGEST: usize = 4 * 1024;

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
    let mut end = |from: usize, to: usize| {
        let mut from = from;
        while to - from > LONGEST
            && let Some(space) = text.as_bytes()[from + LONGEST..to].iter().position(|byte| *byte == b' ')
        {
            let cut = from + LONGEST + space + 1;
            found.push(from..cut);
            from = cut;
        }
        if from < to {
            found.push(from..to);
        }
    };
    for (at, mark) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'.' | b'!' | b'?' | b';')) {
        let rest = &text[at + 1..];
        let closes = match mark {
            b'.' => ends_at(&text[start..at], rest),
            b';' => rest.starts_with(' '),
            _ => rest.starts_with([' ', '"', ')']) || rest.is_empty(),
        };
        if closes {
            end(start, at + 1);
            start = at + 1;
        }
    }
    if !text[start..].trim().is_empty() {
        end(start, text.len());
    }
    found
}

/// Whether a full stop between two pieces of a text ends a sentence.
fn ends_at(said: &str, rest: &str) -> bool {
    if !(rest.is_empty() || rest.starts_with([' ', '"', ')'])) {
        return false;
    }
    let begins = rest.trim_start_matches([' ', '"', '\'', ')']).chars().next();
    if !begins.is_none_or(|letter| letter.is_uppercase() || matches!(letter, '[' | '(')) {
        return false;
    }
    let word = said.rsplit([' ', '(']).next().unwrap_or("");
    // `am 1. Januar`: a German date.
    let day = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if day && GERMAN_MONTHS.iter().any(|month| rest.trim_start().starts_with(month)) {
        return false;
    }
    let initial = word.len() == 1 && word.chars().all(char::is_alphabetic);
    // A number alone before a full stop counts a point of a list, or is a German ordinal.
    let counts = said.trim_start() == word && word.chars().all(|letter| letter.is_ascii_digit());
    !initial && !counts && !ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The words of a range of a text, as [`words_into`] cuts them.
pub(super) fn words<'t>(text: &'t str, range: &Range<usize>) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    words_into(text, range, &mut words);
    words
}

/// Puts the words of a range of a text into a list: runs of letters, digits and what joins them.
pub(super) fn words_into<'t>(text: &'t str, range: &Range<usize>, words: &mut Vec<Word<'t>>) {
    words.clear();
    let part = &text[range.clone()];
    let bytes = part.as_bytes();
    let mut start = None;
    let mut end = |from: usize, to: usize| words.push(Word { text: &part[from..to], start: range.start + from });
    for (at, letter) in part.char_indices() {
        if letter.is_alphanumeric() || letter == '%' {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start else { continue };
        let digit_before = bytes[at - 1].is_ascii_digit();
        let joins = match letter {
            '\'' | '-' | '.' => part[at + 1..].starts_with(char::is_alphanumeric),
            // Only `and/or` and `24/7` are one word.
            '/' => {
                digit_before && part[at + 1..].starts_with(|next: char| next.is_ascii_digit())
                    || part[from..at].eq_ignore_ascii_case("and") && part[at + 1..].starts_with("or")
                    || part[from..at].eq_ignore_ascii_case("und") && part[at + 1..].starts_with("oder")
            }
            ',' | ':' => digit_before && part[at + 1..].starts_with(|next: char| next.is_ascii_digit()),
            _ => false,
        };
        if !joins {
            end(from, at);
            start = None;
        }
    }
    if let Some(from) = start {
        end(from, part.len());
    }
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
        assert_eq!(
            cut("1. Annex No. 3 applies (see Sec. 4). It binds both."),
            ["1. Annex No. 3 applies (see Sec. 4).", "It binds both."]
        );
        assert_eq!(cut("Siehe z.B. Nr. 4. Dann gilt es."), ["Siehe z.B. Nr. 4.", "Dann gilt es."]);
    }

    #[test]
    fn what_never_ends_is_cut_after_a_word() {
        let text = "Täglich und ".repeat(2000);
        let all = sentences(&text);
        assert_eq!(all.iter().map(|range| &text[range.clone()]).collect::<String>(), text);
        assert!(all.len() > 2 && all.iter().all(|range| range.len() <= LONGEST + "Täglich ".len()));
        assert_eq!(sentences(&"x".repeat(3 * LONGEST)).len(), 1);
    }

    #[test]
    fn words_keep_what_joins_them() {
        let text = "and/or the provider's 99.9% (e.g. 24x7), non-emergency: 1,000 at 09:00, größer";
        let mut list = Vec::new();
        words_into(text, &(0..text.len()), &mut list);
        let list: Vec<&str> = list.iter().map(|word| word.text).collect();
        assert_eq!(
            list,
            ["and/or", "the", "provider's", "99.9%", "e.g", "24x7", "non-emergency", "1,000", "at", "09:00", "größer"]
        );
    }
}
