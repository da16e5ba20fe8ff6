//! The most that a party owes the other, where it is the same for both.

use super::figures::only_time;
use super::reading::{Place, Reading, place};
use super::statement::Statement;
use crate::prose::structure::contract::Sentence;

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let mut found: Vec<(String, Place, Place)> = Vec::new();
    let mut other = false;
    for sentence in reading.prose() {
        match cap(sentence) {
            Some(words) => found.push((words, place(sentence), (sentence.at, sentence.whole()))),
            // A cap of its own for one party, or for one kind of claim, leaves open which holds.
            None => other |= is_cap(sentence.lower),
        }
    }
    let [(words, from, taken)] = found.as_slice() else { return None };
    if other {
        return None;
    }
    reading.take(taken.clone());
    Some(Statement::new("liability").below([Statement::new(words).from(from.clone())]))
}

/// Whether a sentence limits liability to an amount.
fn is_cap(lower: &str) -> bool {
    lower.contains("liab")
        && ["exceed", "limited to", "capped at"].iter().any(|word| lower.contains(word))
        && ["fees", "amount", "paid", "eur ", "usd ", "$"].iter().any(|word| lower.contains(word))
        && !lower.contains("credit")
}

/// `Neither party's total liability shall exceed the fees paid in the 12 months before the event`.
fn cap(sentence: &Sentence<'_>) -> Option<String> {
    let lower = sentence.lower;
    let both = [
        "each party's",
        "either party's",
        "neither party's",
        "liability of each party",
        "liability of either party",
        "a party's",
        "either party be liable",
        "neither party will be liable",
        "neither party shall be liable",
    ];
    if !is_cap(lower) || !both.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let verbs = ["exceed", "limited to", "capped at", "in excess of"];
    let from = verbs.iter().filter_map(|verb| lower.find(verb).map(|at| at + verb.len())).min()?;
    let rest = &lower[from..];
    // A greater or a lesser of two is no single amount.
    let doubts = [
        "greater of",
        "lesser of",
        "higher of",
        "lower of",
        "except",
        "other than",
        "provided",
        "unless",
        "order form",
        "statement of work",
        "applicable service",
    ];
    if doubts.iter().any(|word| lower.contains(word)) || lower.contains('%') {
        return None;
    }
    let fees = ["fees", "amounts", "amount"].iter().any(|word| rest.contains(word));
    let payable = ["paid or payable", "paid and payable", "payable"].iter().any(|word| rest.contains(word));
    let paid = rest.contains("paid");
    let (range, said) = only_time(sentence.text)?;
    let before = ["prior", "preceding", "before", "previous", "immediately"].iter().any(|word| rest.contains(word));
    // A multiple of the fees.
    let multiple = ["times", "twice", "double"].iter().any(|word| rest.contains(word));
    let near = range.start >= from && !multiple;
    (fees && (paid || payable) && before && near)
        .then(|| format!("capped at 100% of the fees {} in {said}", if payable { "payable" } else { "paid" }))
}
