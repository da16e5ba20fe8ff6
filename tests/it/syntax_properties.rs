//! What holds for every text: no panic, a stable layout, errors within the text.

use proptest::prelude::*;
use servanda::source::SourceId;
use servanda::syntax;

use crate::support::{self, repeatable};

const SPECS: [&str; 6] = [
    "examples/north-star.sla",
    "tests/cases/syntax/good/house.sla",
    "tests/cases/syntax/good/metrics.sla",
    "tests/cases/syntax/good/everything.sla",
    "tests/cases/syntax/layout/messy.sla",
    "tests/cases/syntax/bad/tables.sla",
];

fn spec(at: usize) -> String {
    std::fs::read_to_string(support::repository(SPECS[at])).expect("a spec")
}

/// Parsing never panics and points into the text; what has no error has a stable layout.
fn holds(text: &str) {
    let (_, findings) = syntax::parse(SourceId(0), text);
    for finding in &findings {
        let span = finding.span.expect("a place").range();
        assert!(text.get(span.clone()).is_some(), "{span:?} is no part of the text: {finding:?}");
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(edit.span.range()).is_some(), "the fix is outside of the text: {finding:?}");
        }
        let first = finding.message.chars().next();
        assert!(first.is_some() && !finding.message.ends_with('.'), "{}", finding.message);
        assert!(!finding.message.contains("kw_"), "{}", finding.message);
    }
    match syntax::format(text) {
        Ok(once) => assert_eq!(syntax::format(&once).as_ref(), Ok(&once)),
        Err(found) => {
            let is_refused = found.iter().all(|finding| finding.span.is_some());
            assert!(is_refused, "the layout would change what the spec says");
        }
    }
}

/// The last place between two characters that is not after the byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

/// A part of a spec around a byte: as good for finding panics, and faster.
fn excerpt(text: &str, at: usize) -> &str {
    let start = text[..boundary(text, at.saturating_sub(600))].rfind("\n\n").map_or(0, |found| found + 2);
    let end = boundary(text, at + 600);
    &text[start..end]
}

proptest! {
    #![proptest_config(repeatable(60))]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_words(text in "([ \t]{0,6}(parties|levels|credits|for|P1|\"|\"\"\"|\\||#|,|9|%|99,9|if|EUR|Office Hours|24x7|\n|\r\n| ){1,6}\n){0,20}") {
        holds(&text);
    }

    #[test]
    fn every_prefix(at in 0..SPECS.len(), share in 0..10_000_usize) {
        let text = spec(at);
        let end = boundary(&text, text.len() * share / 10_000);
        holds(excerpt(&text[..end], end));
    }

    #[test]
    fn every_corruption(at in 0..SPECS.len(), share in 0..10_000_usize, byte in 0..128_u8, insert in any::<bool>()) {
        let text = spec(at);
        let place = boundary(&text, text.len() * share / 10_000);
        let width = if insert { 0 } else { text[place..].chars().next().map_or(0, char::len_utf8) };
        let corrupt = format!("{}{}{}", &text[..place], char::from(byte), &text[place + width..]);
        holds(excerpt(&corrupt, place));
    }

    #[test]
    fn every_indentation(at in 0..SPECS.len(), line in 0..200_usize, indent in 0..9_usize) {
        let text = spec(at);
        let lines: Vec<&str> = text.lines().collect();
        let line = line % lines.len();
        let moved = format!("{}{}", " ".repeat(indent), lines[line].trim_start());
        let from = line.saturating_sub(12);
        let corrupt: Vec<&str> = lines[from..line].iter().copied().chain([moved.as_str()]).chain(lines[line + 1..].iter().copied().take(12)).collect();
        holds(&corrupt.join("\n"));
    }
}
