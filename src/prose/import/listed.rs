//! Severities and their times in running text: in points, below headings, in sentences.

use super::figures::{only_time, times};
use super::hours::Calendars;
use super::label::{Label, named, title};
use super::reading::{MOST, Place, Reading, place, without_number};
use super::severities::{Severity, entry};
use super::times::{Cell, Part, Row, Times, is_plain_part, measure_of, parts, promised};
use crate::model::TimeMeasure;
use crate::prose::document::{Block, BlockKind};
use crate::prose::sentence::sentences;
use crate::prose::structure::contract::Sentence;

/// A time that running text gives to a severity.
struct Found {
    label: Label,
    measure: TimeMeasure,
    said: String,
    clock: Option<String>,
    place: Place,
}

/// A severity that a text names, with what says when a ticket is one, and where the label stands.
type Labelled = (Label, Option<(String, Place)>, Place);

/// The severity that blocks are about, and which blocks those are.
struct Current {
    label: Label,
    kind: BlockKind,
    level: usize,
}

impl Current {
    /// Whether a block that follows is about this severity still.
    fn holds(&self, block: &Block) -> bool {
        // The points of a PDF have no levels, or are paragraphs: `Response: 20 minutes`.
        let names_time = || {
            let label = without_number(&block.text).split_once(':').map(|(label, _)| label.to_lowercase());
            label.is_some_and(|label| label.len() < 40 && measure_of(&label).is_some())
        };
        match (self.kind, block.kind) {
            (BlockKind::Heading, BlockKind::Heading) => block.level > self.level,
            (BlockKind::Heading, _) | (BlockKind::Paragraph, BlockKind::Item) => true,
            (BlockKind::Item, BlockKind::Item) => block.level > self.level || names_time(),
            (BlockKind::Paragraph | BlockKind::Item, BlockKind::Paragraph) => names_time(),
            _ => false,
        }
    }
}

/// The times that running text gives to severities: `Severity 1: response within 30 minutes`.
pub(super) fn of_text(reading: &Reading<'_, '_>, calendars: &Calendars, all: &mut Vec<Severity>) -> Option<Times> {
    let mut found: Vec<Found> = Vec::new();
    let mut labels: Vec<Labelled> = Vec::new();
    let mut current: Option<Current> = None;
    for (at, block) in reading.contract.document.blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Heading) {
            continue;
        }
        let text = without_number(&block.text);
        let offset = block.text.trim_end().len() - text.len();
        // `Severity 1: …. Severity 2: …` in one paragraph are one each.
        let starts = labels_in(block, text);
        for (number, (start, label)) in starts.iter().enumerate() {
            let (start, end) = (*start, starts.get(number + 1).map_or(text.len(), |(next, _)| *next));
            let told = told(&text[start + label.length..end]);
            let label = Label { title: told.title, ..label.clone() };
            let from = offset + start + label.length;
            let when = told.when.map(|range| {
                let range = from + range.start..from + range.end;
                (block.text[range.clone()].to_owned(), (at, range))
            });
            if block.kind != BlockKind::Heading {
                labels.push((label.clone(), when, (at, offset + start..from + told.end)));
            }
            found.extend(of_block(&label, block, (at, from + told.end..offset + end), calendars));
            current = Some(Current { label, kind: block.kind, level: block.level });
        }
        if !starts.is_empty() {
            continue;
        }
        match &current {
            Some(about) if about.holds(block) => {
                found.extend(of_block(&about.label, block, (at, offset..block.text.len()), calendars));
            }
            _ => current = None,
        }
    }
    for sentence in reading.prose() {
        found.extend(of_one_sentence(sentence));
    }
    if found.is_empty() {
        found = of_levels_by_word(reading);
    }
    if found.is_empty() || found.len() > MOST {
        return None;
    }
    labels.retain(|(label, ..)| found.iter().any(|found| found.label.key == label.key));
    Some(gather(found, labels, all))
}

/// Whether what follows a severity at the beginning of a block makes it a label: a mark, or the end.
fn is_label(block: &Block, rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with([':', '-', '\u{2013}', '\u{2014}', '(', '.', ','])
        || block.kind == BlockKind::Heading
}

/// What stands behind a label: its title, when a ticket is so, and where the times begin.
#[derive(Default)]
struct Behind {
    title: Option<String>,
    when: Option<std::ops::Range<usize>>,
    end: usize,
}

fn told(rest: &str) -> Behind {
    const MARKS: [char; 5] = [':', '-', '\u{2013}', '\u{2014}', ' '];
    let mut behind = Behind::default();
    // `(Critical) – complete loss of service`.
    if let Some((inside, after)) = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        behind.title = title(inside);
        behind.end = rest.len() - after.len();
    }
    let after = &rest[behind.end..];
    let words = after.trim_start_matches(MARKS);
    if words.len() == after.len() || words.is_empty() {
        return behind;
    }
    let start = rest.len() - words.len();
    // `– Critical: response within …`: up to a further mark, a title.
    let head = words.split([':', '.', ',', ';']).next().unwrap_or("");
    if behind.title.is_none() && head.split_whitespace().count() <= 3 && measure_of(&head.to_lowercase()).is_none() {
        behind.title = title(head);
        behind.end = start + head.len();
        return behind;
    }
    let first = sentences(words).into_iter().next().unwrap_or(0..0);
    let said = words[first.clone()].trim_end_matches(['.', ';', ' ']);
    let describes = said.split_whitespace().count() >= 4 && times(said).is_empty();
    if describes {
        behind.when = Some(start..start + said.len());
        behind.end = start + first.end;
    }
    behind
}

/// The severities that sentences of a block begin with, and where; none where the block does not begin with one.
fn labels_in(block: &Block, text: &str) -> Vec<(usize, Label)> {
    let label = |at: usize| {
        let label = named(&text[at..], false)?;
        is_label(block, &text[at + label.length..]).then_some((at, label))
    };
    let Some(first) = label(0) else { return Vec::new() };
    let further = sentences(text).into_iter().skip(1).filter_map(|sentence| {
        let words = &text[sentence.clone()];
        label(sentence.end - words.trim_start().len())
    });
    std::iter::once(first).chain(further).collect()
}

/// The times of a part of a block; words that name another severity are not about this one.
fn of_block(label: &Label, block: &Block, place: Place, calendars: &Calendars) -> Vec<Found> {
    let (at, range) = place;
    let (text, from) = (&block.text[range.clone()], range.start);
    let other = ["severity ", "priority ", "sev "].iter().any(|word| {
        let lower = text.to_lowercase();
        lower.contains(word) && !lower.contains(&label.name.to_lowercase().replace('-', " "))
    });
    if other || block.kind == BlockKind::Heading {
        return Vec::new();
    }
    let found = |part: Part| Found {
        label: Label { title: None, ..label.clone() },
        measure: part.measure,
        said: part.said,
        clock: part.clock,
        place: (at, from + part.range.start..from + part.range.end),
    };
    parts(text, calendars).into_iter().map(found).collect()
}

/// `Within 90 minutes for all Priority 1 or 2 tickets`, `We respond to Severity 1 tickets within 30 minutes`: one word
/// for a time, one time, one severity or two.
fn of_one_sentence(sentence: &Sentence<'_>) -> Vec<Found> {
    let text = without_number(sentence.text);
    // A sentence that begins with a severity is a list of its times, read part by part.
    if named(text, false).is_some() || !is_plain_part(sentence.text) {
        return Vec::new();
    }
    let mut places = Vec::new();
    for word in ["severity ", "priority ", "sev ", "sev-"] {
        places.extend(
            sentence
                .lower
                .match_indices(word)
                .map(|(at, _)| at)
                .filter(|at| !sentence.lower[..*at].ends_with(char::is_alphanumeric)),
        );
    }
    let ([at], Some(measure), Some((_, said))) =
        (places.as_slice(), measure_of(sentence.lower), only_time(sentence.text))
    else {
        return Vec::new();
    };
    let Some(label) = named(&sentence.text[*at..], false) else { return Vec::new() };
    let mut labels = vec![Label { title: None, ..label.clone() }];
    // `Priority 1 or 2` names two.
    let after = sentence.lower[at + label.length..].trim_start_matches([' ', ',', '/', '&', '-', '\u{2013}']);
    let joined = ["or ", "and "].iter().find_map(|join| after.strip_prefix(join));
    if after.starts_with("to ") || after.starts_with(|next: char| next.is_ascii_digit()) {
        return Vec::new();
    }
    if let Some(digit) = joined.and_then(|rest| rest.chars().next()).filter(char::is_ascii_digit) {
        let more = joined.is_some_and(|rest| rest[1..].trim_start_matches([' ', ',']).starts_with("or "));
        if more {
            return Vec::new();
        }
        let name = format!("{}{digit}", &label.name[..label.name.len() - 1]);
        labels.push(Label { key: digit.to_string(), name, title: None, length: label.length });
    }
    let found = |label: Label| Found { label, measure, said: said.clone(), clock: None, place: place(sentence) };
    labels.into_iter().map(found).collect()
}

/// The points of a list that a sentence leads to with the word for its times: `the following response times:`, and then
/// `Critical issues: 1 hour`.
fn of_levels_by_word(reading: &Reading<'_, '_>) -> Vec<Found> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let mut lists: Vec<Vec<Found>> = Vec::new();
    for (at, lead) in sentences.iter().enumerate() {
        let leads = lead.lower.trim_end().ends_with(':')
            && ["will", "shall", "commit", "guarantee", "must"].iter().any(|word| lead.lower.contains(word))
            && is_plain_part(lead.text);
        let Some(measure) = measure_of(lead.lower).filter(|_| leads && promised(reading, lead.at) == Some(false))
        else {
            continue;
        };
        let points: Vec<&Sentence<'_>> =
            sentences[at + 1..].iter().take_while(|next| next.block.kind == BlockKind::Item).collect();
        let read: Vec<Found> = points.iter().filter_map(|point| word_and_time(point, measure)).collect();
        if read.len() == points.len() && read.len() > 1 {
            lists.push(read);
        }
    }
    // Two lists have two readings.
    if lists.len() == 1 { lists.remove(0) } else { Vec::new() }
}

/// `High priority: 4 hours`.
fn word_and_time(point: &Sentence<'_>, measure: TimeMeasure) -> Option<Found> {
    const KINDS: [&str; 10] =
        ["issues", "issue", "priority", "severity", "tickets", "incidents", "requests", "problems", "impact", "level"];
    let (words, rest) = point.text.split_once(':')?;
    let words: Vec<&str> =
        words.split_whitespace().filter(|word| !KINDS.contains(&word.to_lowercase().as_str())).collect();
    let label = named(&words.join(" "), true)?;
    let Cell::Time(said) = super::times::time(rest) else { return None };
    Some(Found { label, measure, said, clock: None, place: place(point) })
}

/// The severities and the rows of times that were found.
fn gather(found: Vec<Found>, labels: Vec<Labelled>, all: &mut Vec<Severity>) -> Times {
    let mut times = Times { at: found[0].place.0, ..Times::default() };
    for one in &found {
        let severity = entry(all, &one.label);
        // Nothing else in the text need name it.
        if severity.from.is_empty() && labels.is_empty() {
            severity.from.push(one.place.clone());
        }
    }
    times
        .columns
        .extend(TimeMeasure::ALL.into_iter().filter(|measure| found.iter().any(|one| one.measure == *measure)));
    if all.iter().all(|severity| severity.key.starts_with(|first: char| first.is_ascii_digit())) {
        all.sort_by(|one, other| one.key.cmp(&other.key));
    }
    for (label, when, place) in labels {
        let severity = entry(all, &label);
        severity.from.push(place);
        if let Some(when) = when {
            severity.when.get_or_insert(when);
        }
    }
    let keys: Vec<String> = all.iter().map(|severity| severity.key.clone()).collect();
    for key in keys {
        let of: Vec<&Found> = found.iter().filter(|one| one.label.key == key).collect();
        let cell = |measure: &TimeMeasure| {
            let mut said = of.iter().filter(|one| one.measure == *measure);
            let Some(first) = said.next() else { return Cell::None };
            if said.any(|other| other.said != first.said) {
                Cell::Open(String::new(), Vec::new())
            } else {
                Cell::Time(first.said.clone())
            }
        };
        let cells: Vec<Cell> = times.columns.iter().map(cell).collect();
        if cells.iter().all(|cell| matches!(cell, Cell::None)) {
            continue;
        }
        let certain = |measure: TimeMeasure| {
            times.columns.iter().zip(&cells).any(|(known, cell)| *known == measure && matches!(cell, Cell::Time(_)))
        };
        times.from.extend(of.iter().filter(|one| certain(one.measure)).map(|one| one.place.clone()));
        // One clock for all times of a row.
        let clocks: Vec<&Option<String>> = of.iter().map(|one| &one.clock).collect();
        let clock = clocks
            .first()
            .and_then(|first| (*first).clone())
            .filter(|first| clocks.iter().all(|other| other.as_ref() == Some(first)));
        times.rows.push(Row { key, cells, clock, share: None });
    }
    let of_business = |row: &Row| {
        row.cells.iter().all(|cell| match cell {
            Cell::Time(said) => said.contains("business"),
            Cell::None => true,
            Cell::Open(..) => false,
        })
    };
    let any = times.rows.iter().any(|row| row.clock.is_some());
    times.clocks = any && times.rows.iter().all(|row| row.clock.is_some() || of_business(row));
    if !times.clocks {
        times.rows.iter_mut().for_each(|row| row.clock = None);
    }
    times
}
