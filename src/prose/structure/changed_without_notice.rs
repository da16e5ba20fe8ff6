//! Terms that one side may change without telling the other.

use super::Found;
use super::contract::{Contract, Sentence};

const CHANGE: [&str; 14] = [
    "modify", "modified", "change", "amend", "update", "revise", "alter", "discontinue", "vary", "replace", "ändern", "adjust", "changed", "updated",
];
/// What is changed.
const TERMS: [&str; 18] = [
    "agreement", "sla", "terms", "policy", "policies", "service level", "fees", "prices", "pricing", "conditions", "this document",
    "schedule", "plan", "any part of our services", "any part of the service", "service description", "the services", "bedingungen",
];
/// What lets one side do it.
const MAY: [&str; 9] = ["may ", "reserve", "can ", "entitled to", "has the right", "have the right", "at its discretion", "at our discretion", "will probably"];
/// What gives the other side time or a say.
const TOLD: [&str; 27] = [
    "days' notice", "days notice", "prior written notice", "prior notice", "notify", "notified", "inform", "written agreement", "in writing",
    "mutual", "both parties", "by email", "announce", "advance", "consent", "days before", "days prior", "written notice", "days of notice",
    "agreed by", "agreed between", "not be amended", "no change", "notice of", "notice to", "by notice", "by mail",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for (number, sentence) in contract.sentences.iter().enumerate() {
        let Some(range) = one_sided(sentence) else { continue };
        let silent = ["without notice", "without prior notice", "without any notice", "with or without notice", "with or without prior notice", "without further notice", "without advance notice", "without announcement", "even retroactively"];
        let never_told = sentence.has(&silent);
        // The sentences that follow, in this paragraph or the next, may say how the other side is told.
        let told = contract.sentences[number..]
            .iter()
            .take_while(|other| other.at <= sentence.at + 1)
            .any(|other| other.has(&TOLD));
        // How it is changed stands in another document.
        let elsewhere = sentence.has(&["in accordance with", "as set forth in", "as described in", "pursuant to", "subject to section"]);
        if never_told || !told && !elsewhere {
            found.push(
                sentence.block,
                &range,
                "one side may change the terms, and need not tell the other",
                "write `with ___ days' written notice, and the other side may end the contract before it takes effect`",
            );
        }
    }
}

/// Where a sentence lets one side change terms.
fn one_sided(sentence: &Sentence<'_>) -> Option<std::ops::Range<usize>> {
    if !sentence.begins_word(&CHANGE) {
        return None;
    }
    let lower = sentence.lower;
    for may in MAY {
        for (at, _) in lower.match_indices(may) {
            if lower[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let rest = &lower[at + may.len()..];
            let near: String = rest.split(' ').take(12).collect::<Vec<_>>().join(" ");
            let Some(change) = CHANGE.iter().filter_map(|word| super::contract::find_beginning(&near, word)).min() else { continue };
            // What is changed stands behind the word, or is what may change.
            let object = near[change..].split([' ', ',', '.']).skip(1).take(10).collect::<Vec<_>>().join(" ");
            let passive = near.starts_with("be ") || near.starts_with("change ");
            let subject = lower[..at].split(' ').rev().take(6).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" ");
            let changes_terms = names_terms(&object) || passive && names_terms(&subject);
            let customer = ["customer", "client", "you", "user", "customers", "users", "you may"];
            let theirs = subject.trim_end().split([' ', ',']).next_back().is_some_and(|word| customer.contains(&word));
            let not = near.starts_with("not ") || near.starts_with("only ");
            if changes_terms && !theirs && !not {
                let start = sentence.start + at;
                let end = start + may.len() + change + near[change..].split([' ', ',', '.']).next().map_or(0, str::len);
                return Some(start..end.min(sentence.start + sentence.text.trim_end().len()));
            }
        }
    }
    None
}

fn names_terms(words: &str) -> bool {
    TERMS.iter().any(|terms| super::contract::find_beginning(words, terms).is_some())
}
