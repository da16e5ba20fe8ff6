//! The terms that a contract defines, where, and what they mean.

use std::collections::BTreeMap;
use std::ops::Range;

use super::contract::Contract;
use crate::prose::document::{Block, BlockKind, Document};
use crate::prose::sentence::{sentences, words, words_into};

/// A defined term.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Definition {
    pub(in crate::prose) term: String,
    /// The block that it is defined in.
    pub(in crate::prose) at: usize,
    /// The term in the block's text.
    pub(in crate::prose) range: Range<usize>,
    /// What it means, in the block's text; none where the words before it, `(the "Services")`, say it.
    pub(in crate::prose) meaning: Option<Range<usize>>,
}

/// A block, and a range of its text.
pub(in crate::prose) type Place = (usize, Range<usize>);

/// How a meaning begins after a term.
const MEANS: [&str; 14] = [
    "means",
    "mean ",
    "shall mean",
    "will mean",
    "refers to",
    "shall refer",
    "is defined",
    "are defined",
    "has the meaning",
    "shall have the meaning",
    "have the meaning",
    "includes",
    "bedeutet",
    "bezeichnet",
];

/// The definitions of a document, in order; `lower` has the text of each block in small letters.
pub(in crate::prose) fn definitions(document: &Document, lower: &[String]) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut listed = false;
    for (at, block) in document.blocks.iter().enumerate() {
        let text = lower[at].as_str();
        match block.kind {
            BlockKind::Heading => listed = text.contains("definition") || text.contains("begriffe"),
            BlockKind::Code | BlockKind::Quote | BlockKind::Head => continue,
            _ => {}
        }
        let before = found.len();
        quoted(block, text, at, &mut found);
        bold(block, text, at, &mut found);
        if found.len() == before && listed && block.kind != BlockKind::Heading {
            listed_term(block, at, &mut found);
        }
        // A clause that is headed by one word leads to a list of terms.
        if block.kind != BlockKind::Cell
            && text.len() < 60
            && text.trim_end_matches([':', '.', ' ']).ends_with("definitions")
        {
            listed = true;
        }
    }
    found
}

/// Terms in quotation marks.
fn quoted(block: &Block, lower: &str, at: usize, found: &mut Vec<Definition>) {
    let text = &block.text;
    let mut open: Option<usize> = None;
    for (quote, letter) in text.char_indices().filter(|(_, letter)| matches!(letter, '"' | '\'')) {
        // An apostrophe within a word opens nothing.
        let inside = letter == '\'' && text[..quote].ends_with(char::is_alphanumeric);
        match open {
            None if !inside => open = Some(quote),
            Some(start) if text.as_bytes()[start] == letter as u8 => {
                let after = &text[quote + 1..];
                if letter == '\'' && after.starts_with(char::is_alphanumeric) {
                    continue;
                }
                open = None;
                let range = start + 1..quote;
                let term = text[range.clone()].trim_matches([' ', ',', '.']);
                if is_term(term) {
                    define(text, lower, at, term, range, quote + 1, found);
                }
            }
            _ => {}
        }
    }
}

fn define(
    text: &str,
    lower: &str,
    at: usize,
    term: &str,
    range: Range<usize>,
    end: usize,
    found: &mut Vec<Definition>,
) {
    let says = lower[end..].trim_start().trim_start_matches([':', ',']).trim_start();
    let skipped = lower.len() - says.len();
    let before = &text[..range.start];
    let bracketed = before.rfind('(').is_some_and(|open| {
        !before[open..].contains(')') && range.start - open < 90 && lower[end..].contains(')') && {
            let lead = &lower[open + 1..range.start];
            let lead = lead.trim_end_matches(['"', '\'', ' ']);
            lead.is_empty()
                || ["the", "this", "each", "collectively", "hereinafter", "together", "our", "or", "and", "a", "an"]
                    .iter()
                    .any(|word| lead.split([' ', ',']).any(|part| part == *word))
        }
    });
    let sentence = sentences(&text[skipped..]).into_iter().next().unwrap_or(0..0);
    // `Downtime has, for each service, the meaning in section 4`.
    let refers = ["has", "have"].iter().any(|word| says.starts_with(word))
        && ["the meaning", "the same meaning"].iter().any(|words| says[..sentence.len()].contains(words));
    if refers || MEANS.iter().any(|word| says.starts_with(word)) {
        let words = says.split(' ').next().map_or(0, str::len);
        let meaning = skipped + words..skipped + sentence.end;
        found.push(Definition { term: plain(term).to_owned(), at, range, meaning: Some(meaning) });
    } else if bracketed {
        found.push(Definition { term: term.to_owned(), at, range, meaning: None });
    }
}

/// A term in bold before what it means, or in brackets.
fn bold(block: &Block, lower: &str, at: usize, found: &mut Vec<Definition>) {
    for strong in block.strong() {
        let words = &block.text[strong.clone()];
        if words.contains(['"', '\'']) {
            continue;
        }
        let term = words.trim_matches([' ', ':', '.', ',']);
        let start = strong.start + words.find(term).unwrap_or(0);
        let leads = block.text[..strong.start].trim().len() <= 6;
        // `2.1 **Office Hours** are …`: what a paragraph of several words begins with in bold, it says the meaning of.
        let copula = ["is ", "are "].into_iter().find(|word| lower[strong.end..].trim_start().starts_with(word));
        if let (Some(copula), true, true) = (copula, leads, is_term(term) && !is_ascribed(&lower[strong.end..])) {
            let from = strong.end + lower[strong.end..].find(copula).unwrap_or(0) + copula.len();
            let sentence = sentences(&block.text[from..]).into_iter().next().unwrap_or(0..0);
            let range = start..start + term.len();
            found.push(Definition {
                term: plain(term).to_owned(),
                at,
                range,
                meaning: Some(from..from + sentence.end),
            });
            continue;
        }
        let bracketed = block.text[..strong.start].trim_end().ends_with("(the");
        if is_term(term) && (leads || bracketed) {
            define(&block.text, lower, at, term, start..start + term.len(), strong.end, found);
        }
    }
}

/// Whether what follows a term ascribes something to it and does not say what it is: `is responsible for`, `is
/// provided`, `is not`, `are only`; in small letters.
fn is_ascribed(after: &str) -> bool {
    let word = after.split_whitespace().nth(1).unwrap_or("").trim_end_matches([',', '.', ':']);
    ["ed", "ing", "able", "ible"].iter().any(|end| word.ends_with(end))
        || ["not", "only", "in", "at", "on", "to", "subject", "solely", "free", "given", "shown"].contains(&word)
}

/// A term of a list of definitions: `Term: what it is`.
fn listed_term(block: &Block, at: usize, found: &mut Vec<Definition>) {
    let text = &block.text;
    // The colon of a time of the day, `08:00`, ends no term.
    let colon = text.match_indices(':').find(|(colon, _)| !text[colon + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let Some((term, meaning)) = colon.map(|(colon, _)| (&text[..colon], &text[colon + 1..])) else { return };
    let written = term.trim_start_matches(['-', '*', ' ']);
    let start = term.len() - written.len();
    if is_term(written.trim()) && meaning.trim().len() > 10 {
        let mut from = term.len() + 1;
        // `Maintenance: Maintenance refers to …` says its name twice.
        let spaces = meaning.len() - meaning.trim_start().len();
        if meaning
            .trim_start()
            .get(..written.trim().len())
            .is_some_and(|again| again.eq_ignore_ascii_case(written.trim()))
        {
            from += spaces + written.trim().len();
        }
        let first = sentences(&text[from..]).into_iter().next().unwrap_or(0..0);
        found.push(Definition {
            term: plain(written.trim()).to_owned(),
            at,
            range: start..start + written.trim_end().len(),
            meaning: Some(from..from + first.end),
        });
    }
}

/// A term without the short form that may follow it in brackets: `Monthly Uptime Percentage (MUP)`.
fn plain(term: &str) -> &str {
    let short = |inside: &str| inside.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    match term.strip_suffix(')').and_then(|open| open.rsplit_once(" (")) {
        Some((name, inside)) if short(inside) => name,
        _ => term,
    }
}

/// Whether words can be a defined term: few, and written large.
fn is_term(term: &str) -> bool {
    let small = |word: &str| ["of", "and", "or", "the", "for", "to", "in", "on", "a", "per"].contains(&word);
    let large = |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    (2..=60).contains(&term.len())
        && term.split_whitespace().count() <= 6
        && term.split_whitespace().next().is_some_and(large)
        && term.split_whitespace().all(|word| large(word) || small(word) || word.starts_with('('))
        && term.chars().any(char::is_alphabetic)
}

/// By definition, the first one of the same term.
pub(in crate::prose) fn leads(definitions: &[Definition]) -> Vec<usize> {
    let mut first = BTreeMap::new();
    let lead = |(number, definition): (usize, &Definition)| {
        *first.entry(definition.term.to_ascii_lowercase()).or_insert(number)
    };
    definitions.iter().enumerate().map(lead).collect()
}

/// Where the terms of definitions stand in the text, in any number and case of its first letter: by definition, the
/// block and the range of each place, the definition's own among them. A term that is defined several times has its
/// places at the first.
pub(in crate::prose) fn places(contract: &Contract<'_>) -> Vec<Vec<Place>> {
    // `Service/s` and `Service(s)` are one and several.
    let one = |term: String| {
        let stem = term.strip_suffix("/s").or_else(|| term.strip_suffix("(s)")).map(str::to_owned);
        stem.unwrap_or(term)
    };
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let leads = contract.definitions.iter().enumerate().filter(|(number, _)| contract.leads[*number] == *number);
    for (number, definition) in leads {
        let lower = one(definition.term.to_ascii_lowercase());
        let first = words(&lower, &(0..lower.len())).first().map(|word| word.text.to_owned());
        if let Some(first) = first {
            by_word.entry(first).or_default().push(number);
        }
    }
    let terms: Vec<String> =
        contract.definitions.iter().map(|definition| one(definition.term.to_ascii_lowercase())).collect();
    let mut found = vec![Vec::new(); contract.definitions.len()];
    if by_word.is_empty() {
        return found;
    }
    let (mut all, mut stems) = (Vec::new(), Vec::new());
    for at in 0..contract.document.blocks.len() {
        let lower = contract.lower(at);
        words_into(lower, &(0..lower.len()), &mut all);
        for word in &all {
            // `Downtimes`, `Host's`, `SLA-based`, `SLA/DPA`.
            stems.clear();
            stems.push(word.text);
            stems.extend(word.text.split(['\'', '-', '/']).next().filter(|stem| stem.len() < word.text.len()));
            for singular in ["es", "s", "s"] {
                for at in 0..stems.len() {
                    if let Some(stem) = stems[at].strip_suffix(singular)
                        && !stems.contains(&stem)
                    {
                        stems.push(stem);
                    }
                }
            }
            for number in stems.iter().filter_map(|stem| by_word.get(*stem)).flatten() {
                let term = &terms[*number];
                let whole = lower[word.start..].starts_with(term.as_str())
                    && !lower[word.start + term.len()..]
                        .trim_start_matches("es")
                        .trim_start_matches('s')
                        .starts_with(char::is_alphanumeric);
                if whole {
                    found[*number].push((at, word.start..word.start + term.len()));
                }
            }
        }
    }
    found
}
