//! The right to end the agreement after repeated misses.

use std::ops::Range;

use super::availability::Level;
use super::parties::Parties;
use super::reading::{Reading, place};
use super::statement::Statement;
use crate::prose::sentence::words;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::quantity::{number, shares, small};

pub(super) fn chronic(reading: &mut Reading<'_, '_>, levels: &[Level], parties: &Parties) -> Vec<Statement> {
    let [level] = levels else { return Vec::new() };
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let mut found: Vec<Statement> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let Some((when, range)) = told(sentence, parties) else { continue };
        let words = format!("{} may terminate when {} is missed {when}", parties.customer(), level.name);
        if found.iter().any(|known| known.words == words) {
            continue;
        }
        let mut statement = Statement::new(words).from(place(sentence));
        reading.take((sentence.at, sentence.placed(&range)));
        // `… a pro-rated refund of prepaid fees`, there or in the next sentence.
        let refunds = |sentence: &&Sentence<'_>| {
            let says = ["prorated refund", "pro-rated refund", "pro rata refund", "pro-rata refund"];
            says.iter().any(|words| sentence.lower.contains(words)) && sentence.lower.contains("prepaid fees")
        };
        let next = sentences.get(at + 1).filter(|next| next.at == sentence.at);
        if let Some(refund) = [Some(sentence), next].into_iter().flatten().find(refunds) {
            statement.below.push(Statement::new("with a pro rata refund of prepaid fees").from(place(refund)));
            reading.take((refund.at, refund.whole()));
        }
        found.push(statement);
    }
    found
}

/// Whether a sentence lets the customer end the agreement after misses, of whatever level.
pub(super) fn grants(reading: &Reading<'_, '_>, parties: &Parties) -> bool {
    reading.prose().any(|sentence| told(sentence, parties).is_some())
}

/// When the customer may end the agreement by a sentence, and the part that says so: `in 2 of 3 months`.
fn told(sentence: &Sentence<'_>, parties: &Parties) -> Option<(String, Range<usize>)> {
    let lower = sentence.lower;
    let verbs = [
        "may terminate",
        "may immediately terminate",
        "may end",
        "has the right to terminate",
        "may cancel",
        "shall have the right to terminate",
        "is entitled to terminate",
        "will have the right to terminate",
    ];
    let (at, verb) = verbs.iter().filter_map(|verb| lower.find(verb).map(|at| (at, verb))).min()?;
    if parties.of(&sentence.text[..at]) != Some(parties.customer()) {
        return None;
    }
    let about = ["uptime", "availab"].iter().any(|word| lower.contains(word));
    let missed = [
        "not meet",
        "not met",
        "fails to meet",
        "falls below",
        "is below",
        "less than",
        "failure to meet",
        "missed",
        "fails to achieve",
        "fail to meet",
        "drops below",
    ];
    let other = ["response", "resolution", "breach", "pay "].iter().any(|word| lower.contains(word));
    if !about || other || !missed.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let end = (at + verb.len()).max(lower.len().min(at + verb.len()));
    let all = shares(sentence.text);
    let figures = figures(lower);
    let months = |from: usize| {
        lower[from..]
            .split([' ', ',', '.', '(', ')'])
            .filter(|word| !word.is_empty())
            .take(4)
            .any(|word| word.starts_with("month"))
    };
    let when = match figures.as_slice() {
        // `two (2) out of any three (3) consecutive months`.
        [(few, from), (many, to)] if few < many && months(*to) => {
            let between = lower.get(*from..*to)?;
            let of = ["out of", " of ", "in any", "within any", "during any"].iter().any(|word| between.contains(word));
            let months_first = between.contains("month")
                || between.trim_start().starts_with("out of")
                || between.trim_start().starts_with(") out of")
                || between.trim_start().starts_with("of");
            if of && months_first && all.is_empty() { format!("in {few} of {many} months") } else { return None }
        }
        // `three consecutive months`.
        [(several, to)]
            if *several > 1
                && months(*to)
                && all.is_empty()
                && (lower.contains("consecutive") || lower.contains("in a row")) =>
        {
            format!("in {several} months in a row")
        }
        // `below 95% in any calendar month`.
        [] => {
            let [share] = all.as_slice() else { return None };
            let before = lower[..share.range.start].trim_end();
            let below = ["below", "less than", "lower than"].iter().any(|word| before.ends_with(word));
            let one = [
                "in any month",
                "in any calendar month",
                "in a calendar month",
                "in any given month",
                "in one month",
                "in a month",
                "during any calendar month",
                "in any single month",
            ];
            if below && one.iter().any(|words| lower.contains(words)) {
                format!("below {}% in one month", share.value)
            } else {
                return None;
            }
        }
        _ => return None,
    };
    Some((when, 0..end))
}

/// The whole numbers of a text in small letters that are no percentages and no lengths of a notice, with the byte after
/// each; `two (2)` is one.
fn figures(lower: &str) -> Vec<(u64, usize)> {
    let all = words(lower, &(0..lower.len()));
    let mut found: Vec<(u64, usize)> = Vec::new();
    for (at, word) in all.iter().enumerate() {
        let value = number(word.text)
            .map(|number| number.to_string())
            .and_then(|digits| digits.parse().ok())
            .or_else(|| small(word.text));
        let Some(value) = value.filter(|_| !word.text.contains(['%', '.'])) else { continue };
        let next = all.get(at + 1).map_or("", |word| word.text);
        // The days of a notice, and what stands before a percent sign, count something else.
        let other = ["day", "percent", "hour", "minute", "business", "section", "years", "year"]
            .iter()
            .any(|word| next.starts_with(word))
            || lower[word.end()..].trim_start().starts_with('%')
            || at > 0 && ["section", "clause", "article"].contains(&all[at - 1].text);
        if other {
            continue;
        }
        match found.last_mut() {
            Some((known, end)) if *known == value && word.start - *end <= 2 => *end = word.end(),
            _ => found.push((value, word.end())),
        }
    }
    found
}
