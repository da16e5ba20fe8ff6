//! A target with two figures: `1 to 3 business days`.

use super::Found;
use super::contract::{Contract, Sentence};
use super::quantity::{Unit, lengths, number, small};
use crate::prose::document::BlockKind;
use crate::prose::sentence::Word;

/// What a target in time is about.
const ABOUT: [&str; 16] = [
    "respon", "resol", "reply", "answer", "fix", "restor", "repair", "reaction", "acknowledg", "turnaround", "deliver",
    "recover", "complet", "solve", "workaround", "update",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in &contract.sentences {
        if !sentence.lower.bytes().any(|byte| byte.is_ascii_digit()) && !sentence.has(&["one", "two", "three", "four"]) {
            continue;
        }
        let about = is_target(contract, sentence);
        if sentence.block.kind == BlockKind::Heading || !about && !sentence.has(&["within "]) {
            continue;
        }
        let words = sentence.words();
        joined(sentence, &words, about, found);
        if !about {
            continue;
        }
        for length in lengths(&words) {
            if !matches!(length.unit, Unit::Minute | Unit::Hour | Unit::Day | Unit::Week) {
                continue;
            }
            let before = sentence.block.text[sentence.start..length.range.start].trim_end();
            let Some(joint) = ["to", "-", "\u{2013}", "\u{2014}", "and"].iter().find(|joint| before.ends_with(**joint)) else {
                continue;
            };
            let first = before[..before.len() - joint.len()].trim_end();
            let spaced = first.len() + joint.len() < before.len() || !joint.starts_with(char::is_alphabetic);
            let word = first.rsplit([' ', '(']).next().unwrap_or("");
            let between = *joint != "and" || first[..first.len() - word.len()].trim_end().to_lowercase().ends_with("between");
            let digits = number(word);
            let value = digits.map(|value| value.to_string()).or_else(|| small(&word.to_lowercase()).map(|value| value.to_string()));
            let Some(low) = value.and_then(|value| value.parse().ok()) else { continue };
            // `24 to 7 days` is no range, `9:00 to 17 hours` is a time of day.
            if !spaced || !between || word.contains(':') || length.value <= low {
                continue;
            }
            let start = sentence.start + first.len() - word.len();
            found.push(
                sentence.block,
                &(start..length.range.end),
                format!("`{}` has two figures: only the later one can be missed", &sentence.block.text[start..length.range.end]),
                format!("write one: `within {}`", &sentence.block.text[length.range.clone()]),
            );
        }
    }
}

/// Ranges that are one word, `2-4 hours`:
/// in a sentence that is about no target, those that something is owed within.
fn joined(sentence: &Sentence<'_>, words: &[Word<'_>], about: bool, found: &mut Found<'_>) {
    for (at, word) in words.iter().enumerate() {
        let Some((low, high)) = word.text.split_once('-') else { continue };
        let (Ok(low), Ok(high)) = (low.parse::<u32>(), high.parse::<u32>()) else { continue };
        // What follows the range, with the words that qualify it, is its unit.
        let rest = &words[at + 1..words.len().min(at + 3)];
        let unit = rest.iter().position(|word| {
            ["minutes", "hours", "days", "weeks"].contains(&word.text.to_lowercase().as_str())
        });
        let Some(unit) = unit.filter(|_| low < high) else { continue };
        let text = &sentence.block.text;
        if !about && !text[..word.start].trim_end().ends_with("within") {
            continue;
        }
        let range = word.start..rest[unit].end();
        let later = format!("{high} {}", &text[rest[0].start..range.end]);
        found.push(
            sentence.block,
            &range,
            format!("`{}` has two figures: only the later one can be missed", &text[range.clone()]),
            format!("write one: `within {later}`"),
        );
    }
}

/// Whether a sentence, or what stands over a cell, is about a target in time.
fn is_target(contract: &Contract<'_>, sentence: &Sentence<'_>) -> bool {
    let Some((table, _, column)) = contract.cell(sentence.at) else { return sentence.begins_word(&ABOUT) };
    let over = table.over(contract.document, column);
    ABOUT.iter().any(|part| over.contains(part)) || over.contains("time") || sentence.begins_word(&ABOUT)
}
