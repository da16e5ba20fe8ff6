//! A term that is written as a defined one, and defined nowhere.

use std::collections::BTreeMap;

use super::Found;
use super::contract::{Contract, Sentence};
use crate::prose::document::BlockKind;
use crate::prose::sentence::Word;

/// What a defined term of a service agreement ends with: things that an agreement makes, no names of people, places
/// or products.
const THINGS: [&str; 36] = [
    "Amount", "Charges", "Commitment", "Credit", "Credits", "Data", "Date", "Days", "Downtime", "Event",
    "Exclusion", "Exclusions", "Fee", "Fees", "Form", "Hours", "Incident", "Information", "Level", "Levels", "Losses",
    "Maintenance", "Materials", "Minutes", "Outage", "Outages", "Percentage", "Period", "Plan", "Property", "Rate",
     "Target", "Term", "Time", "Uptime", "Window",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    // A contract that defines little writes names large, not terms; and one that borrows its terms says so.
    let defines = contract.definitions.iter().filter(|definition| definition.meaning.is_some()).count() >= 3;
    let borrows = contract.sentences.iter().any(|sentence| {
        (sentence.has(&["capitalized", "capitalised"])
            || sentence.has(&["not defined", "not otherwise defined", "undefined", "otherwise defined"]))
            && sentence.has(&["term", "meaning", "defined"])
            || sentence.has(&["same meaning"]) && sentence.has(&["defined"])
            || sentence.has(&["forms part of", "form part of", "is part of", "incorporated into", "a component of"])
                && sentence.has(&["agreement", "terms of service", "msa"])
            || sentence.has(&["terms used", "terms and definitions"]) && sentence.has(&["meaning", "set forth in", "as in"])
    });
    if !defines || borrows {
        return;
    }
    let known: Vec<String> =
        contract.definitions.iter().map(|definition| definition.term.to_lowercase()).collect();
    let mut uses: BTreeMap<String, Vec<(&Sentence<'_>, std::ops::Range<usize>)>> = BTreeMap::new();
    let blocks = [BlockKind::Paragraph, BlockKind::Item];
    for sentence in contract.sentences.iter().filter(|sentence| blocks.contains(&sentence.block.kind)) {
        for (term, range) in terms(sentence) {
            uses.entry(term).or_default().push((sentence, range));
        }
    }
    let mut missing: Vec<_> = uses.into_iter().filter(|(term, places)| {
        let lower = term.to_lowercase();
        let single = lower.trim_end_matches('s');
        let defined = known.iter().any(|known| {
            let known = known.trim_end_matches('s');
            known == single || known.ends_with(&format!(" {single}")) || single.ends_with(known)
        });
        // A part that is headed so is what is meant.
        let heading = || contract.document.blocks.iter().enumerate().any(|(at, block)| {
            block.kind == BlockKind::Heading && contract.lower(at).contains(single)
        });
        // So is what a row of a table names in bold.
        let row = || contract.document.blocks.iter().any(|block| {
            block.kind == BlockKind::Cell
                && block.strong().first() == Some(&(0..block.text.len()))
                && block.text.to_lowercase().trim_end_matches('s') == single
        });
        places.len() >= 2 && !defined && !is_zone(&lower) && !heading() && !row()
    }).collect();
    missing.sort_by_key(|(_, places)| (places[0].0.at, places[0].1.start));
    // Many at once are borrowed from another document, which the contract should name: that is one finding.
    if missing.len() > 3 {
        let names: Vec<String> = missing.iter().map(|(term, _)| format!("`{term}`")).collect();
        let (sentence, range) = &missing[0].1[0];
        found.push(
            sentence.block,
            range,
            format!("{} terms are written as defined ones, and defined nowhere: {}", names.len(), names.join(", ")),
            "define them, or say which document does",
        );
        return;
    }
    for (term, places) in missing {
        let (sentence, range) = &places[0];
        found.push(
            sentence.block,
            range,
            format!("`{term}` is written as a defined term, and defined nowhere"),
            format!("define it, or say which document does: `\"{term}\" means ___`"),
        );
    }
}

/// Whether words in small letters are the name of a time zone: `coordinated universal time`.
fn is_zone(words: &str) -> bool {
    ["universal time", "mean time", "standard time", "daylight time", "summer time", "european time"]
        .iter()
        .any(|zone| words.ends_with(zone))
}

/// The rows of words written large within a sentence that end with a thing of an agreement.
fn terms<'d>(sentence: &Sentence<'d>) -> Vec<(String, std::ops::Range<usize>)> {
    let words = sentence.words();
    let text = &sentence.block.text;
    let large = |word: &Word<'_>| word.text.starts_with(char::is_uppercase) && word.text.len() > 1;
    let mut found = Vec::new();
    let mut at = 1;
    while at < words.len() {
        let mut end = at;
        while end < words.len()
            && large(&words[end])
            && (end == at || text[words[end - 1].end()..words[end].start].trim().is_empty())
        {
            end += 1;
        }
        let row = &words[at..end];
        if row.len() >= 2 && row.len() <= 4 && !large(&words[at - 1]) && THINGS.contains(&row[row.len() - 1].text) {
            let range = row[0].start..row[row.len() - 1].end();
            let before = text[..range.start].trim_end();
            let quoted = before.ends_with('"') || sentence.block.is_aside(&range) || before.ends_with(['.', ':', '(', '-']);
            if !quoted {
                found.push((text[range.clone()].to_owned(), range));
            }
        }
        at = end.max(at) + 1;
    }
    found
}
