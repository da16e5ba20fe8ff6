//! The law that governs the agreement, and the courts that decide.

use std::ops::Range;

use super::reading::{Reading, place};
use super::statement::Statement;
use super::words::string;
use crate::prose::structure::contract::Sentence;

/// A value in a sentence, and the part of the sentence that says it.
type Told = (Range<usize>, Range<usize>);

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let mut below = Vec::new();
    below.extend(one(reading, "courts of", courts));
    below.extend(one(reading, "governing law", law));
    (!below.is_empty()).then(|| Statement::new("disputes").below(below))
}

/// The statement that all sentences that tell a value tell alike; none where they differ.
fn one(reading: &mut Reading<'_, '_>, word: &str, read: fn(&Sentence<'_>) -> Option<Told>) -> Option<Statement> {
    let mut found: Option<Statement> = None;
    let mut taken = Vec::new();
    for sentence in reading.prose() {
        let Some((value, whole)) = read(sentence) else { continue };
        let words = format!("{word} {}", string(&sentence.text[value]));
        match &mut found {
            Some(known) if known.words != words => return None,
            Some(known) => known.from.push(place(sentence)),
            None => found = Some(Statement::new(words).from(place(sentence))),
        }
        taken.push((sentence.at, sentence.placed(&whole)));
    }
    reading.take_all(taken);
    found
}

/// The law of a sentence, and the part of the sentence that says it.
fn law(sentence: &Sentence<'_>) -> Option<Told> {
    let lower = sentence.lower;
    // The law of another document, or of a dispute step, is another one.
    if let Some(at) = lower.find("es gilt ") {
        let rest = &sentence.text[at..];
        if let Some(of) = ["das Recht der ", "das Recht des ", "das Recht von "]
            .iter()
            .find_map(|of| rest.find(of).map(|at| at + of.len()))
        {
            let value = proper(sentence.text, at + of)?;
            return Some((value.clone(), at..value.end));
        }
        let start = at + "es gilt ".len() + lower[at + "es gilt ".len()..].find("deutsches recht")?;
        return Some((start..start + "deutsches recht".len(), at..start + "deutsches recht".len()));
    }
    let at = lower.find("governed by")?;
    let from = at + "governed by".len();
    let rest = &lower[from..];
    let end = rest.find(['.', ';']).map_or(lower.len(), |end| from + end);
    // Which law, and not only that there is one.
    let of = ["laws of the ", "laws of ", "law of the ", "law of "]
        .iter()
        .filter_map(|of| lower[from..end].find(of).map(|at| from + at + of.len()))
        .min();
    if let Some(start) = of {
        let value = proper(sentence.text, start)?;
        // `the federal law of …` is not the law of a place.
        let law = lower[..start].rfind("law")?;
        let words = lower[from..law].split([' ', ',']).filter(|word| !word.is_empty());
        let plain = words.clone().all(|word| FILLS.contains(&word));
        if plain {
            return Some((value.clone(), 0..value.end));
        }
        let first = words.clone().find(|word| !FILLS.contains(word))?;
        let at = from + lower[from..].find(first)?;
        let at = lower[..at].strip_suffix("the ").map_or(at, str::len);
        return Some((at..value.end, 0..value.end));
    }
    // `governed by German law`.
    let law = lower[from..end].find(" law").map(|at| from + at)?;
    let mut words = sentence.text[from..law].trim_start();
    while let Some((_, rest)) = words.split_once(' ').filter(|(first, _)| FILLS.contains(first)) {
        words = rest;
    }
    let start = law - words.len();
    let is_one = !words.is_empty()
        && words.split(' ').count() <= 3
        && words.split(' ').all(|word| word.starts_with(char::is_uppercase));
    is_one.then(|| (start..law + " law".len(), 0..law + " law".len()))
}

/// Words between `governed by` and `the laws of` that say nothing of their own.
const FILLS: [&str; 14] = [
    "and",
    "be",
    "construed",
    "interpreted",
    "enforced",
    "shall",
    "will",
    "in",
    "accordance",
    "with",
    "under",
    "by",
    "the",
    "exclusively",
];

/// The courts of a sentence that decide alone.
fn courts(sentence: &Sentence<'_>) -> Option<Told> {
    let lower = sentence.lower;
    if lower.contains("non-exclusive") || lower.contains("nonexclusive") || lower.contains("small claims") {
        return None;
    }
    if let Some(at) = lower.find("gerichtsstand ist ") {
        let value = proper(sentence.text, at + "gerichtsstand ist ".len())?;
        return Some((value.clone(), 0..value.end));
    }
    let decides = ["exclusive", "decide", "submit"].iter().any(|word| lower.contains(word));
    let words = ["courts of ", "courts located in ", "courts in "];
    let found = words.iter().find_map(|of| lower.find(of).map(|at| (at, at + of.len())));
    let (at, start) = found.filter(|_| decides)?;
    let start = if lower[start..].starts_with("the ") { start + "the ".len() } else { start };
    let value = proper(sentence.text, start)?;
    let tail = &lower[value.end..];
    let end = [
        " decide all disputes",
        " and by no others",
        " have exclusive jurisdiction",
        " shall have exclusive jurisdiction",
    ]
    .iter()
    .find_map(|words| tail.strip_prefix(words).map(|rest| lower.len() - rest.len()));
    let from = lower[..at].rfind(", and ").map_or(0, |comma| comma + 1);
    Some((value.clone(), from..end.unwrap_or(value.end)))
}

/// The name of a place from a byte on: words written large, and small ones between them.
fn proper(text: &str, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    let mut at = start;
    for word in text[start..].split(' ') {
        let bare = word.trim_end_matches([',', ';', ':', ')']);
        // The full stop of `D.C.` is its own, that of a sentence is not.
        let bare = match bare.strip_suffix('.') {
            Some(stem) if !stem.contains('.') => stem,
            _ => bare,
        };
        let small = ["of", "the", "and", "&"].contains(&bare);
        let large = bare.starts_with(char::is_uppercase);
        if !(large || small) || bare.is_empty() {
            break;
        }
        if large {
            end = at + bare.len();
        }
        at += word.len() + 1;
        // What a comma parts may still belong to it: `Wilmington, Delaware`.
        let joins = word.ends_with(',')
            && text.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase) && !rest.starts_with("USA "));
        if bare.len() < word.len() && !joins {
            break;
        }
    }
    // `the State of Governing Law` is a gap to be filled elsewhere.
    let value = &text[start..end];
    (!value.is_empty() && !value.contains("Governing Law")).then_some(start..end)
}
