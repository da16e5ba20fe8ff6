//! Availability that only the provider measures.

use super::Found;
use super::contract::{Contract, Sentence};
use super::target::AVAILABILITY;

/// What measures.
const MEASURES: [&str; 11] = [
    "measured by", "determined by", "calculated by", "monitored by", "verified by", "confirmed by", "recorded by", "based on",
    "based solely on", "according to", "as measured",
];
/// What the provider has.
const OWN: [&str; 12] = [
    "monitoring", "records", "systems", "tools", "logs", "measurements", "data", "system", "determination", "reasonable discretion",
    "statistics", "calculations",
];
/// What gives the customer a say.
const BOTH: [&str; 19] = [
    "third-party monitor", "third party monitor", "independent", "both parties", "jointly", "mutually", "customer's records",
    "your records", "customer's monitoring", "audit", "customer may measure", "dispute the measurement", "statuspage", "status page",
    "logs that document", "corroborat", "customer's logs", "information supporting", "evidence",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let about = [&AVAILABILITY[..6], &["service level", "sla", "credit"]].concat();
    let open = contract.sentences.iter().any(|sentence| sentence.has(&BOTH) && sentence.has(&about));
    if open {
        return;
    }
    let first = contract.sentences.iter().find_map(|sentence| {
        if !sentence.has(&about) {
            return None;
        }
        alone(sentence).map(|range| (sentence, range))
    });
    if let Some((sentence, range)) = first {
        found.push(
            sentence.block,
            &sentence.placed(&range),
            "only the provider measures, and nothing lets the customer check it",
            "name a source that both can read, or let the customer's own records count",
        );
    }
}

/// The words with which a sentence leaves the measuring to the provider.
fn alone(sentence: &Sentence<'_>) -> Option<std::ops::Range<usize>> {
    // `our monitoring`, `the Provider's internal systems`, `Host's own records`.
    for owned in OWN {
        for (at, _) in sentence.lower.match_indices(owned) {
            let before = sentence.lower[..at].trim_end();
            let words: Vec<&str> = before.rsplit(' ').take(4).collect();
            let owner = words.iter().position(|word| {
                word == &"our" || (word.ends_with("'s") && !word.contains("customer") && !word.contains("client") && *word != "party's" && !word.contains("user"))
            });
            let Some(owner) = owner else { continue };
            // Between the owner and what is owned stand words of what it is, no other sentence.
            let between = ["internal", "own", "network", "server", "performance", "system", "and", "service", "records", "monitoring", "reasonable", "external", "sole", "logging"];
            if !words[..owner].iter().all(|word| between.contains(word)) {
                continue;
            }
            let used = sentence.has(&MEASURES) || sentence.has(&["measured", "verified", "confirm", "verify", "final", "conclusive", "determin", "sole"]);
            let start = before.len() + 1 - words[..=owner].iter().map(|word| word.len() + 1).sum::<usize>();
            if used {
                return Some(start..at + owned.len());
            }
        }
    }
    // A price is determined, and not measured.
    let measurable = sentence.has(&AVAILABILITY[..6]) || sentence.has(&["service level", "sla"]);
    for measures in MEASURES[..7].iter().filter(|_| measurable) {
        if let Some(at) = sentence.lower.find(measures) {
            let after = sentence.lower[at + measures.len()..].trim_start();
            let who = ["us", "the provider", "provider", "the company", "company", "the supplier", "supplier", "the vendor", "vendor", "the host", "we"];
            if who.iter().any(|who| after.strip_prefix(who).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))) {
                return Some(at..at + measures.len() + 1 + after.split(' ').next().map_or(0, str::len).min(after.len()));
            }
        }
    }
    None
}
