//! A gap that nobody has filled in.

use std::ops::Range;

use super::Found;
use super::contract::{Contract, word_places};
use super::form::{Part, is_to_sign, parts};
use crate::prose::document::{Block, BlockKind};

/// How what stands in brackets for something else begins.
const STANDS_FOR: [&str; 44] = [
    "insert", "enter", "fill", "your ", "name", "date", "tbd", "tbc", "to be ", "company", "customer", "client",
    "provider", "supplier", "vendor", "party", "number", "amount", "address", "state", "country", "jurisdiction",
    "city", "percentage", "title", "email", "e-mail", "phone", "x", "n]", "n%", "service name", "product", "effective",
    "term", "contact", "url", "link", "currency", "fee", "signature", "position", "day", "month",
];

/// What brackets hold that is no gap.
const SAID: [&str; 10] =
    ["reserved", "intentionally", "deleted", "redacted", "omitted", "sic", "see ", "optional", "email protected", "emphasis"];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let parts = parts(contract);
    // Where one pair of brackets is surely a gap, the text is a template, and the others are gaps too.
    let template = contract.document.blocks.iter().enumerate().any(|(at, block)| {
        block.kind != BlockKind::Code && !brackets(block, contract.lower(at), false).is_empty()
    });
    for (at, block) in contract.document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Code || parts[at] == Part::Form {
            continue;
        }
        let lower = contract.lower(at);
        let mut places = brackets(block, lower, template);
        places.extend(sample_addresses(lower));
        for (open, close) in [("{{", "}}"), ("<<", ">>"), ("\u{AB}", "\u{BB}")] {
            for (start, _) in lower.match_indices(open) {
                // A guillemet may quote; what it stands for is one name.
                let Some(inside) = inside(&lower[start + open.len()..], close) else { continue };
                let name = open != "\u{AB}" || inside.contains('_');
                // What fills the address of a link is filled in by the site.
                let site = lower[..start].ends_with("](") || inside.trim().starts_with("site.") || inside.contains("<%");
                if name && !site {
                    places.push(start..start + open.len() + inside.len() + close.len());
                }
            }
        }
        for word in ["tbd", "tbc", "t.b.d.", "tba", "lorem ipsum", "to be determined", "to be confirmed"] {
            let phrase = word.starts_with("to be");
            for start in word_places(lower, word) {
                // `as to be determined by` leaves it to somebody, which is not a gap.
                let large = block.text[start..].starts_with("TB");
                let alone = block.kind == BlockKind::Cell && lower.trim() == word;
                if large || alone || word.starts_with("lorem") || (phrase && lower.trim_matches(['[', ']', ' ', '.']) == word) {
                    places.push(start..start + word.len());
                }
            }
        }
        places.extend(runs(&block.text));
        places.sort_by_key(|range| (range.start, usize::MAX - range.end));
        let mut end = 0;
        for place in places {
            if place.start < end || block.is_aside(&place) || is_in_form(&block.text, &place) {
                continue;
            }
            let line = block.text[place.clone()].starts_with('_');
            if line && (parts[at] == Part::Signatures || is_to_sign(contract, at, &place)) {
                continue;
            }
            end = place.end;
            found.push(
                block,
                &place,
                format!("`{}` is a gap that nobody has filled in", &block.text[place.clone()]),
                "write what is meant, or delete the sentence",
            );
        }
    }
}

/// The words before what closes them, where that comes soon.
fn inside<'t>(text: &'t str, close: &str) -> Option<&'t str> {
    const LONGEST: usize = 60;
    let length = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    text[..length].find(close).map(|end| &text[..end])
}

/// Whether a gap stands beside words in quotation marks: a form for each who writes it, such as the subject of a letter.
fn is_in_form(text: &str, gap: &Range<usize>) -> bool {
    // Quotation marks that are further away belong to something else.
    const FAR: usize = 80;
    let from = text[..gap.start].char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    let Some(open) = text[from..gap.start].rfind('"').map(|at| from + at) else { return false };
    let opens = !text[..open].ends_with(char::is_alphanumeric) && !text[open + 1..].starts_with(char::is_whitespace);
    let words = |part: &str| part.chars().any(char::is_alphabetic);
    opens
        && inside(&text[gap.end..], "\"")
            .is_some_and(|after| words(&text[open..gap.start]) || words(after))
}

/// Addresses that a template came with: `support@yourdomain.com`.
fn sample_addresses(lower: &str) -> Vec<Range<usize>> {
    const KINDS: [&str; 9] =
        ["company", "domain", "site", "business", "organization", "organisation", "name", "app", "service"];
    let part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '@' | '_');
    let mut found = Vec::new();
    for (at, _) in lower.match_indices("your") {
        let (before, after) = (&lower[..at], &lower[at..]);
        let host: String = after.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        let suffix: String = after[host.len()..].chars().skip(1).take_while(char::is_ascii_alphabetic).collect();
        let named = after[host.len()..].starts_with('.') && (2..=4).contains(&suffix.len());
        let start = before.trim_end_matches(part).len();
        let whole = start == at || before.ends_with(['@', '.']);
        if whole && named && KINDS.iter().any(|kind| host.ends_with(kind)) {
            found.push(start..at + host.len() + 1 + suffix.len());
        }
    }
    found
}

/// Gaps in square brackets: `[●]`, `[Customer Name]`; in a template, whatever else stands in them.
fn brackets(block: &Block, lower: &str, template: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in lower.match_indices('[') {
        let Some(inside) = inside(&lower[start + 1..], "]") else { continue };
        let end = start + 1 + inside.len() + 1;
        // A link or a footnote that leads nowhere, and a box to tick.
        let linked = lower[end..].starts_with(['(', '[', ':']);
        let box_to_tick = start == 0 && matches!(inside, " " | "x" | "");
        if linked || box_to_tick {
            continue;
        }
        let signs = !inside.trim().is_empty()
            && inside.chars().all(|letter| matches!(letter, '\u{25CF}' | '\u{2022}' | '*' | '_' | '.' | '\u{2026}' | '-' | ' ' | '#' | '?'))
            && inside.trim() != "..."
            && inside.trim() != "\u{2026}";
        let empty = inside.trim().is_empty() && block.kind != BlockKind::Item;
        let words = inside.split_whitespace().count() <= 6
            && STANDS_FOR.iter().any(|word| format!("{inside}]").starts_with(word))
            && !inside.starts_with("xi")
            && !inside.contains("sic");
        let joined = lower[..start].ends_with(char::is_alphanumeric) || lower[end..].starts_with(char::is_alphanumeric);
        let left = template
            && !joined
            && inside.split_whitespace().count() <= 8
            && inside.chars().filter(|letter| letter.is_alphabetic()).count() > 2
            && !SAID.iter().any(|words| inside.starts_with(words));
        if signs || empty || words || left {
            found.push(start..end);
        }
    }
    found
}

/// Runs of lines and of crosses: `____`, `XX`, `$XX`, `XX%`.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (sign, least) in [('_', 3), ('X', 2)] {
        if !text.contains(sign) {
            continue;
        }
        let mut start = None;
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            if letter == sign {
                start.get_or_insert(at);
                continue;
            }
            let Some(from) = start.take().filter(|from| at - from >= least) else { continue };
            let joins = |letter: char| letter.is_alphanumeric() || letter == '_';
            let alone = !text[..from].ends_with(joins) && !letter.is_alphanumeric();
            // `Section XX` is a Roman number.
            let roman = sign == 'X' && text[..from].trim_end().ends_with(|letter: char| letter.is_alphabetic()) && {
                let word = text[..from].trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
                ["section", "article", "chapter", "part", "annex", "appendix", "title"].contains(&word.as_str())
            };
            if alone && !roman {
                found.push(from..at);
            }
        }
    }
    found
}
