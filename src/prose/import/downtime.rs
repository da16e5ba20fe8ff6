//! When a service is down, and who measures it: `"Downtime" means any period of 5 minutes during which …`.

use std::ops::Range;

use super::figures::{only_time, times};
use super::reading::{Place, Reading, place};
use super::statement::Statement;
use super::words::string;
use crate::prose::structure::contract::Sentence;

/// What the contract says about downtime, as lines of an uptime level.
#[derive(Debug, Default)]
pub(super) struct Downtime {
    pub(super) lines: Vec<Statement>,
    taken: Vec<Place>,
}

/// What a sentence says of downtime.
struct Told {
    /// `down when "…"`.
    when: String,
    /// `for 5 minutes`.
    lasting: Option<String>,
    /// `measured by "…"`.
    measured: Option<String>,
    /// The part of the sentence that says it.
    range: Range<usize>,
}

impl Downtime {
    /// What sentences that define downtime say; nothing where two of them differ in their length of time.
    pub(super) fn read(reading: &Reading<'_, '_>) -> Self {
        let mut found: Vec<(Told, Sentence<'_>)> = Vec::new();
        for sentence in reading.told() {
            found.extend(told(reading, sentence).map(|told| (told, *sentence)));
        }
        let Some((first, sentence)) = found.first() else { return Self::default() };
        if found.iter().any(|(told, _)| told.lasting != first.lasting) {
            return Self::default();
        }
        let lasting = first.lasting.as_ref().map(|time| format!(" for {time}")).unwrap_or_default();
        let mut from = vec![place(sentence)];
        from.splice(0..0, reading.term_beside(sentence.at));
        let mut down = Statement::new(format!("down when {}{lasting}", string(&first.when)));
        down.from = from;
        if found.len() > 1 {
            down.open.push("which words count: the source says when it is down in other words too".to_owned());
        }
        let mut lines = vec![down];
        lines.extend(
            first
                .measured
                .as_ref()
                .map(|by| Statement::new(format!("measured by {}", string(by))).from(place(sentence))),
        );
        let mut taken = vec![(sentence.at, sentence.placed(&first.range))];
        taken.extend(reading.term_beside(sentence.at));
        Self { lines, taken }
    }

    /// Takes the lines for the one level that they are about.
    pub(super) fn take(&mut self, reading: &mut Reading<'_, '_>) -> Vec<Statement> {
        reading.take_all(std::mem::take(&mut self.taken));
        std::mem::take(&mut self.lines)
    }
}

/// Words that stand for the time in which a service is down.
const TERMS: [&str; 8] = [
    "downtime",
    "downtime minutes",
    "unavailable",
    "unavailability",
    "unplanned downtime",
    "unscheduled downtime",
    "service downtime",
    "down time",
];
/// Verbs of a definition.
const MEANS: [&str; 7] =
    [" means ", " is defined as ", " shall mean ", " refers to ", " is the ", " means: ", " is any "];

fn told(reading: &Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<Told> {
    let lower = sentence.lower;
    let bare = |words: &str| {
        let words = super::reading::without_number(words).trim_matches(['"', '\'', ' ', '-', '*', '.', ')', '(', ':']);
        TERMS.contains(&words.to_lowercase().as_str())
    };
    let from = if let Some((term, _)) = reading.term_beside(sentence.at) {
        let first = sentence.start == 0;
        (first && bare(&reading.contract.block(term).text)).then_some(0)?
    } else {
        let (at, verb) = MEANS.iter().filter_map(|verb| lower.find(verb).map(|at| (at, verb))).min()?;
        if !bare(&sentence.text[..at]) {
            return None;
        }
        at + verb.len()
    };
    let from = lower[from..].find(|letter: char| letter.is_alphanumeric()).map(|at| from + at)?;
    let (at, word) = [" when ", " during which ", " in which ", " where ", " that ", " for which "]
        .iter()
        .filter_map(|word| lower[from..].find(word).map(|at| (from + at, *word)))
        .min()
        .or_else(|| (lower[from..].starts_with("when ")).then_some((from, "when ")))?;
    let span = &lower[from..at];
    // What is between the term and the condition is a stretch of time, and only that.
    let of_time =
        span.is_empty() || ["period", "time", "minute", "duration", "interval"].iter().any(|word| span.contains(word));
    let other = ["percent", "%", "outside", "scheduled", "below", "planned", "maintenance"]
        .iter()
        .any(|word| span.contains(word));
    if !of_time || other {
        return None;
    }
    // `Five (5) or more consecutive minutes`, `5+ minutes`.
    let span = &span.replace(" or more ", " ").replace("+ ", " ");
    let lasting = match times(span).as_slice() {
        // A figure that is no length of time leaves open how long.
        [] if span.contains(|letter: char| letter.is_ascii_digit()) => return None,
        [] => None,
        [_] => Some(only_time(span)?.1),
        _ => return None,
    };
    if ["more than", "greater than", "longer than", "exceed", "at most"].iter().any(|word| span.contains(word)) {
        return None;
    }
    // A length behind a month or a year is the window: `minutes in a 30-day month`.
    if lasting.is_some() && !(span.contains("consecutive") || span.contains("period of") || span.contains("continuous"))
    {
        return None;
    }
    let start = at + word.len();
    let ends = [
        ", as measured",
        ", as determined",
        ", as confirmed",
        ", as reported",
        ", as monitored",
        ", measured",
        ", minus",
        ", excluding",
        ", less",
        ", except",
        ", other than",
        ", not including",
        ", exclusive of",
        ", but ",
        " (exclu",
        ", provided",
        ", and ",
        " as measured by",
        " excluding ",
        " except ",
        " other than ",
        " due to ",
        " as a result of",
        " because of",
        " and is not",
        " unless ",
        ", unless",
        ", however",
    ];
    let end = ends.iter().filter_map(|word| lower[start..].find(word).map(|at| start + at)).min();
    let end = end.unwrap_or_else(|| start + lower[start..].trim_end_matches(['.', ';', ' ', ',']).len());
    let when = sentence.text.get(start..end)?.trim();
    // A cause is a condition too, one that the words before it do not say.
    let caused =
        [" due to ", " as a result of", " because of", " unless "].iter().any(|word| lower[end..].starts_with(word));
    let enough = (3..=60).contains(&when.split_whitespace().count());
    let doubtful = when.contains(':') || lower[start..end].contains("downtime");
    if caused || !enough || doubtful {
        return None;
    }
    let (measured, end) = measured(sentence, end).map_or((None, end), |(by, end)| (Some(by), end));
    Some(Told { when: when.to_owned(), lasting, measured, range: 0..end })
}

/// Who measures it, and where the words end that say so: `as measured by Acme's monitoring`.
fn measured(sentence: &Sentence<'_>, from: usize) -> Option<(String, usize)> {
    let tail = &sentence.lower[from..];
    let verbs = ["as measured by ", "as determined by ", "as confirmed by ", "as monitored by ", "measured by "];
    let at = verbs.iter().find_map(|verb| tail.find(verb).filter(|at| *at <= 2).map(|at| from + at + verb.len()))?;
    let rest = &sentence.text[at..];
    let end = rest.find([',', ';', '(']).unwrap_or(rest.len());
    let by = rest[..end].trim().trim_end_matches(['.', ' ']);
    let few = (1..=10).contains(&by.split_whitespace().count());
    few.then(|| (by.to_owned(), at + end))
}
