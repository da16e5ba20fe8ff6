//! Planned interruptions: when they may take place, how long, and how they are announced.

use super::figures::{cycle, only_time};
use super::hours::opening;
use super::reading::{Reading, place, without_number};
use super::statement::Statement;
use super::words::name;
use crate::model::Zone;
use crate::prose::structure::contract::Sentence;

/// Planned maintenance of the draft.
#[derive(Debug)]
pub(super) struct Maintenance {
    pub(super) name: String,
    pub(super) statement: Statement,
}

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Vec<Maintenance> {
    let mut lines: Vec<(Statement, usize, std::ops::Range<usize>)> = Vec::new();
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let mut called: Option<String> = None;
    let mut kinds = [0_usize; 3];
    for sentence in &sentences {
        let section = reading.section(sentence.at).to_lowercase();
        let own = ["maintenance", "wartung", "planned work"].iter().any(|word| sentence.lower.contains(word));
        // `It may take place only on Sunday` is about what its section is about.
        let of_section =
            (section.contains("maintenance") || section.contains("wartung")) && sentence.lower.contains("it ");
        let other = [
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
            "may be",
            "usually",
            "aim",
        ];
        if !(own || of_section) || other.iter().any(|word| sentence.lower.contains(word)) {
            continue;
        }
        let Some((kind, words, range)) = line(sentence) else { continue };
        kinds[kind] += 1;
        let term = [
            "Scheduled Maintenance",
            "Planned Maintenance",
            "Planned Work",
            "Scheduled Downtime",
            "Maintenance Window",
        ];
        let term = term.iter().find(|term| sentence.text.contains(*term)).map(|term| (*term).to_owned());
        called = called.or(term).or_else(|| name(without_number(reading.section(sentence.at))).filter(|_| of_section));
        lines.push((Statement::new(words).from(place(sentence)), sentence.at, sentence.placed(&range)));
    }
    // Two windows or two limits may be of two kinds of maintenance.
    if lines.is_empty() || kinds.iter().any(|count| *count > 1) {
        return Vec::new();
    }
    let name = called.unwrap_or_else(|| "Maintenance".to_owned());
    let name = reading.declare_or(&name, "Maintenance");
    let mut statement = Statement::new(format!("maintenance as {name}"));
    for (line, at, range) in lines {
        reading.take((at, range));
        statement.below.push(line);
    }
    vec![Maintenance { name, statement }]
}

/// A window, a limit or a notice of maintenance: which of the three, the statement, and the part that says it.
fn line(sentence: &Sentence<'_>) -> Option<(usize, String, std::ops::Range<usize>)> {
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if let Some((open, _)) = opening(sentence) {
        let hours = open.strip_prefix("open ")?;
        if hours == "24x7"
            || hours.contains(", ") && hours.matches(':').count() > 2
            || !has(&["take place", "between", "window", "perform", "carried out"])
        {
            return None;
        }
        let zone = sentence
            .text
            .split([' ', ',', '(', ')'])
            .map(|word| word.trim_end_matches('.'))
            .find(|word| word.contains('/') && word.parse::<Zone>().is_ok());
        let zone = zone.map(|zone| format!(" {zone}")).unwrap_or_default();
        return Some((0, format!("window {hours}{zone}"), 0..sentence.text.len()));
    }
    let (range, said) = only_time(sentence.text)?;
    let before = &lower[..range.start];
    let near = |words: &[&str]| words.iter().any(|word| before.trim_end().ends_with(word));
    if near(&["at most", "not exceed", "no more than", "up to", "exceed", "maximum of"]) {
        let cycle = cycle(lower)?;
        return (!has(&["announce", "notice"])).then(|| (1, format!("at most {said} {cycle}"), 0..sentence.text.len()));
    }
    let told = has(&["announce", "notice", "notif", "inform"]);
    let after = &lower[range.end..];
    let ahead = ["in advance", "before", "prior", "advance notice", "' notice", "' prior notice"]
        .iter()
        .any(|word| after.trim_start().starts_with(word));
    (told && ahead && near(&["at least", "not less than", "no less than", "minimum of", "minimum"]))
        .then(|| (2, format!("announced {said} before"), 0..sentence.text.len()))
}
