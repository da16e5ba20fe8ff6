//! Planned interruptions: when they may take place, how long, and how they are announced.

use std::ops::Range;

use super::figures::only_time;
use super::hours::opening;
use super::reading::{Reading, place, without_number};
use super::statement::Statement;
use super::words::name;
use super::zones::{short, zone_of};
use crate::prose::structure::contract::Sentence;

/// Planned maintenance of the draft.
#[derive(Debug)]
pub(super) struct Maintenance {
    pub(super) name: String,
    pub(super) statement: Statement,
}

/// What contracts call it, as they write it.
const TERMS: [&str; 6] = [
    "Scheduled Maintenance",
    "Planned Maintenance",
    "Planned Work",
    "Scheduled Downtime",
    "Planned Downtime",
    "Maintenance Window",
];
/// Work that nobody planned, and what is only likely or meant.
const OTHER: [&str; 16] = [
    "emergency",
    "urgent",
    "unplanned",
    "unscheduled",
    "endeavo",
    "effort",
    "where practicable",
    "where possible",
    "credit",
    "typically",
    "generally",
    "usually",
    "aim",
    "outside",
    "major",
    " or occurring",
];

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Vec<Maintenance> {
    let mut lines: Vec<(usize, Statement, usize, Range<usize>)> = Vec::new();
    let sentences: Vec<Sentence<'_>> = reading.told().copied().collect();
    let mut called: Option<String> = None;
    for sentence in &sentences {
        let section = reading.section(sentence.at).to_lowercase();
        // `It may take place only on Sunday`, `Customers will be notified …` are about what their section is about.
        let of_section = is_about(&section)
            && (["it ", "notified"].iter().any(|word| sentence.lower.contains(word))
                || reading.term_beside(sentence.at).is_some());
        let lower = sentence.lower.replace("non-emergency", "");
        let other = OTHER.iter().any(|word| lower.contains(word)) || section.contains("emergency");
        if !(is_about(&lower) || of_section) || other && !is_plain_notice(&lower) {
            continue;
        }
        let Some((kind, words, range)) = line(reading, sentence) else { continue };
        let title = without_number(reading.section(sentence.at));
        let term = TERMS.iter().find(|term| sentence.text.contains(**term) || title == **term);
        called = called.or(term.map(|term| (*term).to_owned())).or_else(|| name(title).filter(|_| of_section));
        // What is said twice is said once.
        if let Some((_, known, ..)) = lines.iter_mut().find(|(_, known, ..)| known.words == words) {
            known.from.push(place(sentence));
            continue;
        }
        let mut statement = Statement::new(words).from(place(sentence));
        if kind == 0 && zone_of(sentence.text).is_none() {
            statement.open.extend(short(sentence.text));
        }
        statement.from.splice(0..0, reading.term_beside(sentence.at));
        lines.push((kind, statement, sentence.at, sentence.placed(&range)));
    }
    // Two windows or two limits may be of two kinds of maintenance.
    let twice = (0..3).any(|kind| lines.iter().filter(|(known, ..)| *known == kind).count() > 1);
    if lines.is_empty() || twice {
        return Vec::new();
    }
    let name = called.unwrap_or_else(|| "Maintenance".to_owned());
    let name = reading.declare_or(&name, "Maintenance");
    let mut statement = Statement::new(format!("maintenance as {name}"));
    for (_, line, at, range) in lines {
        reading.take((at, range));
        reading.take_all(reading.term_beside(at));
        statement.below.push(line);
    }
    vec![Maintenance { name, statement }]
}

/// Whether words in small letters are about planned maintenance.
fn is_about(lower: &str) -> bool {
    ["maintenance", "wartung", "planned work", "scheduled downtime", "planned downtime"]
        .iter()
        .any(|word| lower.contains(word))
}

/// Whether a sentence in small letters gives notice before anything doubtful: `at least 5 days' notice of maintenance …
/// and may conduct emergency maintenance`.
fn is_plain_notice(lower: &str) -> bool {
    let notice = lower.find("notice").filter(|_| lower.contains("at least"));
    let doubt = OTHER.iter().filter_map(|word| lower.find(word)).min();
    notice.zip(doubt).is_some_and(|(notice, doubt)| notice < doubt)
}

/// A window, a limit or a notice of maintenance: which of the three, the statement, and the part that says it.
fn line(reading: &Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<(usize, String, Range<usize>)> {
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if let Some((open, _)) = opening(sentence) {
        let hours = open.strip_prefix("open ")?;
        let takes_place =
            ["take place", "takes place", "between", "window", "perform", "carried out", "during the hours of"];
        if hours == "24x7"
            || hours.contains(", ") && hours.matches(':').count() > 2
            || !has(&takes_place)
            || has(&[" or ", "may be "])
        {
            return None;
        }
        let zone = zone_of(sentence.text).map(|zone| format!(" {zone}")).unwrap_or_default();
        return Some((0, format!("window {hours}{zone}"), 0..sentence.text.len()));
    }
    let (range, said) = only_time(sentence.text)?;
    let before = lower[..range.start].trim_end();
    let near = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if near(&["at most", "not exceed", "no more than", "up to", "exceed", "maximum of", "limited to"]) {
        let cycle = reading.cycle(lower)?;
        return (!has(&["announce", "notice"])).then(|| (1, format!("at most {said} {cycle}"), 0..sentence.text.len()));
    }
    let told = has(&["announce", "notice", "notif", "inform"]);
    let after = lower[range.end..].trim_start().trim_start_matches("' ").trim_start_matches("prior written ");
    let ahead = ["in advance", "before", "prior", "advance notice", "notice", "advance notification"]
        .iter()
        .any(|word| after.starts_with(word));
    let least = ["at least", "not less than", "no less than", "minimum of", "minimum", "\u{2265}"];
    (told && ahead && near(&least)).then(|| (2, format!("announced {said} before"), 0..sentence.text.len()))
}
