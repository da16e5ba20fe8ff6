//! A word that is written as a defined term, and defined nowhere.

use crate::check::prelude::*;
use std::collections::BTreeSet;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "term-without-definition",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the capital letter promises a meaning, and each side looks for its own",
    page: include_str!("../../../docs/rules/term-without-definition.md"),
    find,
};

/// Words of service agreements that mean something definite only where they are defined.
const ALONE: [&str; 10] =
    ["defect", "error", "fault", "request", "resolution", "response", "ticket", "uptime", "user", "workaround"];

/// What defined terms of several words end with: things that an agreement makes, no names of people, places,
/// products or documents.
const LAST: [&str; 24] = [
    "charge",
    "commitment",
    "credit",
    "day",
    "downtime",
    "event",
    "exclusion",
    "fault",
    "fee",
    "hour",
    "incident",
    "level",
    "maintenance",
    "minute",
    "outage",
    "percentage",
    "period",
    "request",
    "response",
    "target",
    "ticket",
    "time",
    "user",
    "window",
];

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.heading.part_of.as_ref().is_some_and(|main| main.its_words_apply) {
        return;
    }
    let mut known: BTreeSet<String> = named_terms(agreement).iter().map(|name| single(name.as_str())).collect();
    known.extend(names_of(agreement).map(single));
    for text in texts(agreement) {
        for term in capitalised(&text.words) {
            let word = single(&term);
            let last = word.rsplit(' ').next().unwrap_or_default();
            let is_term = if word == last { ALONE.contains(&last) } else { LAST.contains(&last) };
            if is_term && !is_made_of(&word, &known) && known.insert(word) {
                found.at(
                    text.origin,
                    format!("`{term}` is written as a defined term, and defined nowhere"),
                    format!("define it: `{term} means \"…\"`, or write it in small letters"),
                );
            }
        }
    }
}

/// The names that an agreement declares, with their titles.
fn names_of(agreement: &Agreement) -> impl Iterator<Item = &str> {
    let definitions = agreement.definitions.iter().map(|of| of.term.as_str());
    let services = agreement.services.iter().flat_map(|of| [of.name.as_str(), &of.title]);
    let severities = agreement.severities.entries.iter().flat_map(|of| [of.name.as_str(), &of.title]);
    let requests = agreement.requests.iter().flat_map(|of| [of.name.as_str(), &of.title]);
    let inputs = agreement.metrics.iter().flat_map(|of| &of.inputs).map(|of| of.name.as_str());
    let duties = agreement.obligations.iter().filter_map(|of| Some(of.name.as_ref()?.as_str()));
    let parties = [&agreement.parties.provider, &agreement.parties.customer].map(|of| of.name.as_str());
    definitions
        .chain(services)
        .chain(severities)
        .chain(requests)
        .chain(inputs)
        .chain(duties)
        .chain(parties)
        .chain(agreement.levels.iter().map(|of| of.name.as_str()))
        .chain(agreement.calendars.iter().map(|of| of.name.as_str()))
        .chain(agreement.maintenance.iter().map(|of| of.name.as_str()))
        .chain(agreement.metrics.iter().map(|of| of.name.as_str()))
}

/// A term in small letters and in the singular.
fn single(term: &str) -> String {
    let words = term.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.strip_suffix('s').filter(|rest| !rest.ends_with('s')).unwrap_or(&words).to_owned()
}

/// Whether words are a row of known terms: a severity before a term, such as `urgent ticket`.
fn is_made_of(words: &str, known: &BTreeSet<String>) -> bool {
    known.contains(words)
        || words.match_indices(' ').any(|(at, _)| known.contains(&words[..at]) && is_made_of(&words[at + 1..], known))
}

/// The rows of words written large that follow a word written small in the same sentence.
fn capitalised(text: &str) -> Vec<String> {
    let is_large = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && word.ends_with(char::is_alphanumeric);
    let bare = |word: &'_ str| word.trim_end_matches(|end: char| !end.is_alphanumeric()).to_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rows = Vec::new();
    let mut at = 1;
    while at < words.len() {
        if !(is_small(words[at - 1]) && is_large(words[at])) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < words.len() && is_large(words[end]) && words[end - 1].ends_with(char::is_alphanumeric) {
            end += 1;
        }
        rows.push(words[at..end].iter().map(|word| bare(word)).collect::<Vec<_>>().join(" "));
        at = end + 1;
    }
    rows
}
