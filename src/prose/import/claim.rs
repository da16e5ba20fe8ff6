//! How service credits are claimed, and how a claim is answered.

use std::ops::Range;

use super::figures::only_time;
use super::parties::Parties;
use super::reading::{Place, Reading, place};
use super::statement::Statement;
use super::words::string;
use crate::prose::structure::contract::Sentence;

/// Within which time credits are claimed.
pub(super) fn claim(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let mut found: Option<(Statement, Vec<Place>)> = None;
    for sentence in reading.prose() {
        let Some((words, range)) = claim_of(reading, sentence) else { continue };
        let taken = (sentence.at, sentence.placed(&range));
        match &mut found {
            Some((known, _)) if known.words != words => return None,
            Some((known, all)) => {
                known.from.push(place(sentence));
                all.push(taken);
            }
            None => found = Some((Statement::new(words).from(place(sentence)), vec![taken])),
        }
    }
    let (statement, taken) = found?;
    reading.take_all(taken);
    Some(statement)
}

fn claim_of(reading: &Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<(String, Range<usize>)> {
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let automatic = has(&[
        "automatic credit",
        "credits automatically",
        "credits are automatically",
        "credits will be automatically",
        "credit is automatically",
        "credits are applied automatically",
        "credits are issued automatically",
        "without the need to request",
        "without a claim",
        "does not have to claim a service credit",
    ]) && !has(&["not ", "no ", "cannot"]);
    if automatic || has(&["does not have to claim a service credit"]) {
        return Some(("given without a claim".to_owned(), 0..sentence.text.len()));
    }
    let own = has(&["the claim must reach"]);
    let asks = has(&["claim", "request", "notify", "submit", "apply for", "written notice"]);
    let section = reading.section(sentence.at).to_lowercase();
    let subject = has(&["credit", "gutschrift"]) || section.contains("credit") && has(&["claim"]);
    let doubts = [
        "must answer",
        "will answer",
        "respond",
        "pay ",
        "terminat",
        "dispute",
        "if no invoice",
        "ends",
        "later claim",
        "for example",
        "e.g.",
    ];
    let doubted = doubts.iter().any(|word| lower.contains(word));
    if !own && (!asks || !subject || doubted) {
        return None;
    }
    let (range, said) = only_time(sentence.text)?;
    if !lower[..range.start].trim_end().ends_with("within")
        && !lower[..range.start].trim_end().ends_with("no later than")
    {
        return None;
    }
    let rest = &lower[range.end..];
    let after =
        ["after ", "of ", "from ", "following "].iter().find_map(|word| rest.trim_start().strip_prefix(word))?;
    let start = lower.len() - after.len();
    let (from, length) = if after.contains("has received the") && after.contains("report") {
        ("the report".to_owned(), after.len())
    } else if let Some((unit, length)) = end_of(reading, after) {
        (format!("the end of the {unit}"), length)
    } else if after.starts_with("the end of the incident") {
        ("the incident".to_owned(), "the end of the incident".len())
    } else {
        let end = [",", ";", ". ", " with ", " by ", " including ", " via ", " through ", " together "]
            .iter()
            .filter_map(|word| after.find(word))
            .min()
            .unwrap_or(after.len());
        let words = sentence.text[start..start + end].trim_end_matches(['.', ' ']);
        if words.is_empty() || words.split_whitespace().count() > 14 {
            return None;
        }
        (string(words), end)
    };
    let tail = &lower[start + length..];
    let own_end = if own
        || ["in which", " of the miss", "."]
            .iter()
            .any(|word| tail.trim_start().starts_with(word) || tail.starts_with(word))
            && !tail.contains(|letter: char| letter.is_ascii_digit())
            && !tail.contains(',')
    {
        lower.len()
    } else {
        start + length
    };
    Some((format!("claim within {said} after {from}"), 0..own_end))
}

/// The month or the quarter whose end words in small letters begin with, and how long these words are: `the end of the
/// affected calendar month`.
fn end_of(reading: &Reading<'_, '_>, lower: &str) -> Option<(&'static str, usize)> {
    const WHICH: [&str; 16] = [
        "the",
        "such",
        "that",
        "each",
        "any",
        "a",
        "affected",
        "applicable",
        "relevant",
        "respective",
        "impacted",
        "calendar",
        "given",
        "same",
        "month's",
        "failing",
    ];
    if let Some(rest) = ["month end", "the month end", "month-end"].iter().find_map(|words| lower.strip_prefix(words)) {
        return Some(("month", lower.len() - rest.len()));
    }
    let mut rest = ["the end of ", "the last day of "].iter().find_map(|words| lower.strip_prefix(words))?;
    loop {
        if let Some(length) = reading.named_month(rest) {
            return Some(("month", lower.len() - rest.len() + length));
        }
        let word = rest.split([' ', ',', '.', ';']).next()?;
        let end = lower.len() - rest.len() + word.len();
        match word {
            "month" | "quarter" => return Some((if word == "month" { "month" } else { "quarter" }, end)),
            _ if WHICH.contains(&word) => rest = rest[word.len()..].strip_prefix(' ')?,
            _ => return None,
        }
    }
}

/// Within which time the provider answers a claim, and what its silence means.
pub(super) fn answer(reading: &mut Reading<'_, '_>, parties: &Parties) -> Option<Statement> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let at = sentences.iter().position(|sentence| is_answer(reading, sentence, parties))?;
    let sentence = &sentences[at];
    let (range, said) = only_time(sentence.text)?;
    let mut words = format!("{} answers within {said}", parties.provider());
    let mut statement = Statement::default().from(place(sentence));
    reading.take((sentence.at, sentence.placed(&(0..range.end))));
    if let Some(next) = sentences.get(at + 1).filter(|next| next.at == sentence.at) {
        let silence = [
            ("it has accepted the claim", " silence is acceptance"),
            ("it has refused the claim", " silence is refusal"),
        ];
        if let Some((_, says)) = silence.iter().find(|(means, _)| next.lower.contains(means)) {
            words += says;
            reading.take((next.at, next.whole()));
            statement = statement.from(place(next));
        }
    }
    statement.words = words;
    Some(statement)
}

/// Whether a sentence says within which time the provider answers a claim for credits.
fn is_answer(reading: &Reading<'_, '_>, sentence: &Sentence<'_>, parties: &Parties) -> bool {
    let lower = sentence.lower;
    let provider = parties.provider();
    if sentence.text.contains(&format!("{provider} must answer a claim within")) {
        return true;
    }
    let section = reading.section(sentence.at).to_lowercase();
    let verb = ["respond within", "answer within"].iter().find_map(|verb| lower.find(verb));
    let subject = [" will ", " shall ", " must "].iter().filter_map(|verb| lower.find(verb)).min();
    let (Some(verb), Some(subject)) = (verb, subject) else { return false };
    subject < verb
        && (lower.contains("the claim") || lower.contains("validate") && section.contains("credit"))
        && parties.of(&sentence.text[..subject]) == Some(provider)
}
