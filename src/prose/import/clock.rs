//! When the clock of a ticket starts, and while what it stops.

use std::ops::Range;

use super::parties::Parties;
use super::reading::{Reading, place};
use super::statement::Statement;
use super::times::Times;
use super::words::string;
use crate::model::TimeMeasure;
use crate::prose::structure::contract::Sentence;

/// A statement, and the part of a sentence that says it.
type Told = (String, Range<usize>);

/// What the contract says about the clock of its only level of times.
pub(super) fn clock(reading: &mut Reading<'_, '_>, times: &Times, parties: &Parties) -> Vec<Statement> {
    let mut below = Vec::new();
    for read in [starts, pauses] {
        let mut found: Option<Statement> = None;
        let mut taken = Vec::new();
        let mut differ = false;
        for sentence in reading.prose() {
            let Some((words, range)) = read(sentence, times, parties) else { continue };
            match &mut found {
                Some(known) if known.words != words => differ = true,
                Some(known) => known.from.push(place(sentence)),
                None => found = Some(Statement::new(words).from(place(sentence))),
            }
            taken.push((sentence.at, sentence.placed(&range)));
        }
        if let Some(statement) = found.filter(|_| !differ) {
            reading.take_all(taken);
            below.push(statement);
        }
    }
    below
}

/// What the words before a byte speak of, where it is all that the level times.
fn is_about_all(lower: &str, times: &Times) -> bool {
    let speaks = |measure: &TimeMeasure| {
        let word = measure.word();
        lower.contains(&word[..word.len().min(5)])
    };
    ["clock", "these times", "all times", "time periods", "service level", "response and resolution"]
        .iter()
        .any(|word| lower.contains(word))
        || times.columns.iter().all(speaks)
}

/// How contracts begin to say when the clock starts.
const BEGINS: [&str; 14] = [
    "clock starts when ",
    "clock begins when ",
    "clock starts once ",
    "measured from when ",
    "measured from the time ",
    "measured from the moment ",
    "calculated from when ",
    "calculated from the time ",
    "calculated from the moment ",
    "time between when ",
    "time from when ",
    "begins from the moment ",
    "begin when ",
    "starts when ",
];

/// `Response time is measured from when the Customer opens a ticket until …`.
fn starts(sentence: &Sentence<'_>, times: &Times, _: &Parties) -> Option<Told> {
    let lower = sentence.lower;
    let (at, words) = BEGINS.iter().filter_map(|words| lower.find(words).map(|at| (at, *words))).min()?;
    if !is_about_all(&lower[..at + words.len()], times) || !lower.contains("time") && !lower.contains("clock") {
        return None;
    }
    let start = at + words.len();
    let rest = &lower[start..];
    let rest = rest.strip_prefix("that ").unwrap_or(rest);
    let start = lower.len() - rest.len();
    let end = [" until ", " and when ", " to when ", ",", ";", " and ends", ". ", " and stops"]
        .iter()
        .filter_map(|word| rest.find(word))
        .min()
        .unwrap_or(rest.trim_end_matches(['.', ' ']).len());
    let words = sentence.text[start..start + end].trim();
    let verb = words
        .split(' ')
        .skip(1)
        .any(|word| word == "is" || word == "are" || word == "has" || word.len() > 3 && word.ends_with('s'));
    let enough = (3..=24).contains(&words.split(' ').count());
    (verb && enough).then(|| (format!("clock starts when {}", string(words)), 0..start + end))
}

/// `The clock stops while we wait for the Customer`.
fn pauses(sentence: &Sentence<'_>, _: &Times, parties: &Parties) -> Option<Told> {
    let lower = sentence.lower;
    let stops = [
        "clock stops",
        "clock pauses",
        "clock is paused",
        "clock is stopped",
        "clock will be paused",
        "timer is paused",
        "time is paused",
        "times are paused",
        "time is suspended",
        "times are suspended",
    ];
    let (at, words) = stops.iter().filter_map(|words| lower.find(words).map(|at| (at, *words))).min()?;
    let rest = &lower[at + words.len()..];
    let (begin, join) =
        [" while ", " when ", " whenever "].iter().filter_map(|join| rest.find(join).map(|at| (at, *join))).min()?;
    if begin > 20 {
        return None;
    }
    let start = at + words.len() + begin + join.len();
    let end = lower[start..].find([',', ';', '.', ')']).map_or(lower.len(), |end| start + end);
    let said = sentence.text[start..end].trim();
    let waits = ["waiting for ", "awaiting ", "wait for "].iter().find_map(|word| {
        let at = lower[start..end].find(word)? + word.len();
        let who = said.get(at..)?.split([' ', '\'']).map(str::to_owned).collect::<Vec<_>>();
        let named = (1..=who.len().min(3)).find_map(|count| parties.of(&who[..count].join(" ")));
        named.map(str::to_owned)
    });
    if let Some(party) = waits {
        return Some((format!("clock pauses while waiting for {party}"), 0..end));
    }
    let enough = (3..=24).contains(&said.split(' ').count());
    (enough && join != " whenever ").then(|| (format!("clock pauses while {}", string(said)), 0..end))
}
