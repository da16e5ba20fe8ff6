//! A criterion that two severities share, so that a case is both.

use std::collections::BTreeMap;

use super::Found;
use super::contract::Contract;
use crate::diagnostic::Related;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let levels = contract.levels();
    // By level, its criteria with where they stand.
    let all: Vec<BTreeMap<Vec<String>, (usize, String)>> = levels
        .iter()
        .map(|level| {
            let each = level.definitions.iter().flat_map(|(at, text)| {
                criteria(text).into_iter().map(|(words, written)| (words, (*at, written)))
            });
            each.collect()
        })
        .collect();
    for (place, own) in all.iter().enumerate() {
        for other in &all[..place] {
            let shared = own.iter().find_map(|(words, (at, _))| {
                other.get(words).map(|(other_at, written)| (*at, *other_at, written.clone()))
            });
            let Some((at, other_at, words)) = shared else { continue };
            let block = contract.block(at);
            let range = block.text.to_lowercase().find(&words).map_or(0..block.text.len(), |start| start..start + words.len());
            let range = if block.text.is_char_boundary(range.start) && block.text.is_char_boundary(range.end) { range } else { 0..block.text.len() };
            let other_block = contract.block(other_at);
            let span = other_block.span(contract.document.source, &(0..other_block.text.len()));
            found
                .push(block, &range, format!("`{words}` is a criterion of two severities: a case can be both"), "say which one wins, or write criteria that exclude one another")
                .related
                .push(Related { span, message: "the other severity".to_owned() });
        }
    }
}

/// The criteria of a definition: the words of each that say something, sorted, and the criterion as it is written.
fn criteria(text: &str) -> Vec<(Vec<String>, String)> {
    const SMALL: [&str; 24] = [
        "a", "an", "the", "is", "are", "of", "to", "or", "and", "in", "on", "for", "with", "has", "have", "been", "be", "that", "any", "but", "which", "not", "no", "by",
    ];
    let lower = text.to_lowercase();
    lower
        .split(['.', ';'])
        .flat_map(|part| part.split(" or "))
        // What a criterion goes on with, `…, but …`, is part of it.
        .flat_map(|part| if part.contains(" but ") || part.contains(", and ") { vec![part] } else { part.split(',').collect() })
        .filter_map(|part| {
            let mut words: Vec<String> =
                part.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect();
            // What a criterion negates makes it another one.
            if part.split(' ').any(|word| matches!(word, "not" | "no" | "without")) {
                words.push("not".to_owned());
            }
            words.sort_unstable();
            (words.len() >= 2).then(|| (words, part.trim().to_owned()))
        })
        .collect()
}
