//! Who may end the agreement before its time: without a reason, for a breach, for insolvency.

use std::ops::Range;

use super::figures::only_time;
use super::parties::Parties;
use super::period::is_about_itself;
use super::reading::{Place, Reading, place};
use super::statement::Statement;
use crate::prose::structure::contract::Sentence;

/// What a sentence lets a party do: the statement, and the part that says it.
struct Right {
    who: String,
    words: String,
    place: Place,
    taken: Place,
}

pub(super) fn read(reading: &mut Reading<'_, '_>, parties: &Parties) -> Vec<Statement> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let mut free: Vec<Right> = Vec::new();
    let mut for_reason: Vec<Right> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let Some((who, object)) = subject(reading, sentence, parties) else { continue };
        let right = |words: String, range: Range<usize>| Right {
            who: who.clone(),
            words,
            place: place(sentence),
            taken: (sentence.at, sentence.placed(&range)),
        };
        free.extend(
            convenience(sentence, object)
                .map(|said| right(format!("{who} may terminate with {said} notice"), 0..sentence.text.len())),
        );
        if let Some(said) = breach(sentence, &who) {
            let words = format!("either party may terminate for material breach not cured within {said} after notice");
            let mut breach = right(words, 0..sentence.text.len());
            // `(a) …; or (b) becomes insolvent`: the second of two reasons, quoted with the first.
            if let Some(next) = sentences.get(at + 1).filter(|next| next.at == sentence.at && is_insolvency(next)) {
                breach.place.1.end = next.whole().end;
                let words = "either party may terminate for insolvency".to_owned();
                let (place, taken) = (breach.place.clone(), (next.at, next.placed(&(0..0))));
                for_reason.push(breach);
                for_reason.push(Right { who: who.clone(), words, place, taken });
            } else {
                for_reason.push(breach);
            }
        }
    }
    // A party that may end it with two kinds of notice has two readings.
    let mut kept: Vec<Right> = Vec::new();
    for right in free.into_iter().chain(for_reason) {
        if !kept.iter().any(|known| known.words == right.words) {
            kept.push(right);
        }
    }
    let notices = |who: &str| {
        kept.iter()
            .filter(|right| right.who == who && right.words.ends_with(" notice") && !right.words.contains("breach"))
            .count()
    };
    let wrong: Vec<bool> = kept
        .iter()
        .map(|right| {
            let all = kept.iter().filter(|other| other.words.contains("breach")).count();
            right.words.contains("may terminate with ") && notices(&right.who) > 1
                || right.words.contains("breach") && all > 1
        })
        .collect();
    let mut statements = Vec::new();
    for (right, wrong) in kept.into_iter().zip(wrong) {
        if wrong {
            continue;
        }
        reading.take(right.taken);
        statements.push(Statement::new(right.words).from(right.place));
    }
    statements
}

/// Who may end the agreement by a sentence, and where the words after the verb begin.
fn subject(reading: &Reading<'_, '_>, sentence: &Sentence<'_>, parties: &Parties) -> Option<(String, usize)> {
    const VERBS: [&str; 6] =
        ["may terminate", "may end", "may cancel", "is entitled to terminate", "can terminate", "can cancel"];
    let lower = sentence.lower;
    let (at, verb) = VERBS.iter().filter_map(|verb| lower.find(verb).map(|at| (at, verb))).min()?;
    let object = at + verb.len();
    let rest = lower[object..].trim_start_matches([' ', ',']);
    let agreement = ["this ", "the agreement", "the contract", "the sla"].iter().any(|word| rest.starts_with(word))
        && is_about_itself(&lower[object..])
        && !rest.split([' ', ',']).take(4).any(|word| ["section", "schedule", "order", "service"].contains(&word));
    // `Either party may terminate with 30 days' notice` says what it ends by the section that it stands in.
    let section = reading.section(sentence.at).to_lowercase();
    let bare =
        ["with ", "by ", "on ", "upon ", "for convenience", "at any time"].iter().any(|word| rest.starts_with(word))
            && ["terminat", "term", "cancel", "duration", "kündigung"].iter().any(|word| section.contains(word));
    if !agreement && !bare {
        return None;
    }
    let before = sentence.text[..at].trim().trim_end_matches(',');
    let either = ["either party", "a party", "any party", "each party"].iter().any(|who| {
        let lower = before.to_lowercase();
        lower.strip_suffix(who).is_some_and(|before| before.is_empty() || before.ends_with([' ', '.', ')']))
    });
    let who = if either { "either party".to_owned() } else { parties.of(before)?.to_owned() };
    Some((who, object))
}

/// The time of notice by which a party may end the agreement for no reason.
fn convenience(sentence: &Sentence<'_>, object: usize) -> Option<String> {
    let lower = sentence.lower;
    let conditional = [
        " if ",
        "breach",
        " miss",
        "insolven",
        "but not",
        "unless",
        "to the end of",
        "provided",
        "in the event",
        "where ",
        " when ",
        "fails",
        "change",
        "increase",
        "agree to",
        "subject to",
        "except",
        "after the",
        "following the",
        "effective ",
        "last day",
        "not earlier",
        "first ",
        "affected",
    ];
    if conditional.iter().any(|word| lower.contains(word)) || !lower[object..].contains("notice") {
        return None;
    }
    let (range, said) = only_time(sentence.text)?;
    (range.start >= object).then_some(said)
}

/// The time within which a breach must be cured before either party may end the agreement.
fn breach(sentence: &Sentence<'_>, who: &str) -> Option<String> {
    let lower = sentence.lower;
    let material = ["material breach", "materially breach"].iter().any(|word| lower.contains(word));
    let cure = ["not cured", "cure", "remed"].iter().any(|word| lower.contains(word));
    if !material || !cure || !lower.contains("notice") || who != "either party" {
        return None;
    }
    only_time(sentence.text).map(|(_, said)| said)
}

/// Whether a sentence goes on with the other party's insolvency as a reason.
fn is_insolvency(sentence: &Sentence<'_>) -> bool {
    let lower = sentence.lower.trim_start();
    let lower = lower.strip_prefix("or ").unwrap_or(lower);
    let lower = lower.split_once(") ").map_or(lower, |(label, rest)| if label.len() <= 4 { rest } else { lower });
    lower.starts_with("becomes insolvent") || lower.starts_with("the other party becomes insolvent")
}
