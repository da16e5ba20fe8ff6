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
        let Some((words, range)) = claim_of(sentence) else { continue };
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

fn claim_of(sentence: &Sentence<'_>) -> Option<(String, Range<usize>)> {
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["does not have to claim a service credit"]) {
        return Some(("given without a claim".to_owned(), 0..sentence.text.len()));
    }
    let own = has(&["the claim must reach"]);
    let asks = has(&["claim", "request", "notify", "submit", "apply for", "written notice"]);
    let subject = has(&["credit", "gutschrift"]);
    let doubts = [
        "must answer",
        "will answer",
        "respond",
        "pay ",
        "terminat",
        "dispute",
        "ticket",
        "if no invoice",
        "ends",
        "later claim",
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
    } else if let Some(length) = [
        "the end of the calendar month",
        "the end of the affected month",
        "the end of the applicable month",
        "the end of the relevant month",
        "the end of the month",
        "the end of such month",
        "the end of that month",
    ]
    .iter()
    .find_map(|words| after.starts_with(words).then_some(words.len()))
    {
        ("the end of the month".to_owned(), length)
    } else if let Some(length) = ["the end of the calendar quarter", "the end of the quarter"]
        .iter()
        .find_map(|words| after.starts_with(words).then_some(words.len()))
    {
        ("the end of the quarter".to_owned(), length)
    } else if after.starts_with("the end of the incident") {
        ("the incident".to_owned(), "the end of the incident".len())
    } else {
        let end = [",", ";", ". "].iter().filter_map(|word| after.find(word)).min().unwrap_or(after.len());
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

/// Within which time the provider answers a claim, and what its silence means.
pub(super) fn answer(reading: &mut Reading<'_, '_>, parties: &Parties) -> Option<Statement> {
    let provider = parties.provider.as_ref()?;
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let at = sentences
        .iter()
        .position(|sentence| sentence.text.contains(&format!("{provider} must answer a claim within")))?;
    let sentence = &sentences[at];
    let (range, said) = only_time(sentence.text)?;
    let mut words = format!("{provider} answers within {said}");
    let mut statement = Statement::default().from(place(sentence));
    reading.take((sentence.at, sentence.placed(&(0..range.end))));
    let next = sentences.get(at + 1).filter(|next| next.at == sentence.at)?;
    if next.lower.contains("it has accepted the claim") {
        words += " silence is acceptance";
    } else if next.lower.contains("it has refused the claim") {
        words += " silence is refusal";
    } else {
        return None;
    }
    reading.take((next.at, next.whole()));
    statement = statement.from(place(next));
    statement.words = words;
    Some(statement)
}
