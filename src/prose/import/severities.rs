//! Severities, from tables, points and sentences, and the levels of their times.

use std::fmt::Write as _;

use super::figures::only_time;
use super::hours::Calendars;
use super::reading::{MOST, Place, Reading, place, without_number};
use super::services::Services;
use super::statement::Statement;
use super::times::{Cell, Measure, Row, Times, drop_conflicts, is_plain_part, times};
use super::words::{name, string};
use crate::prose::document::BlockKind;
use crate::prose::sentence::sentences;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::table::Table;

/// A severity of the contract.
#[derive(Debug)]
struct Severity {
    /// How it is told from others: its number, or its word.
    key: String,
    name: String,
    title: Option<String>,
    when: Option<(String, Place)>,
    from: Vec<Place>,
}

pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    calendars: &Calendars,
    services: &mut Services,
) -> (Option<Statement>, Vec<Statement>) {
    let mut all = Vec::new();
    let mut tables = Vec::new();
    let contract = reading.contract;
    for table in &contract.tables {
        tables.extend(of_table(reading, table, calendars, &mut all));
        if tables.len() > MOST {
            break;
        }
    }
    if tables.is_empty() {
        tables.extend(of_sentences(reading, &mut all));
    }
    tables.truncate(if tables.len() > MOST { 0 } else { MOST });
    drop_conflicts(reading, services, &mut tables);
    let used: Vec<&String> = tables.iter().flat_map(|times| times.rows.iter().map(|row| &row.key)).collect();
    if all.len() < 2 && used.is_empty() {
        return (None, Vec::new());
    }
    let mut below = Vec::new();
    for severity in &mut all {
        severity.name = reading.declare_or(&severity.name, &severity.name);
        reading.take_all(severity.from.iter().cloned());
        let title = severity.title.clone().unwrap_or_else(|| severity.name.clone());
        let mut words = format!("{} {}", severity.name, string(&title));
        let mut statement = Statement { from: quoted(reading, &severity.from), ..Statement::default() };
        if let Some((when, place)) = &severity.when {
            let _ = write!(words, " when {}", string(when));
            reading.take(place.clone());
            statement.from.push(place.clone());
        } else {
            statement.open.push(format!("when a ticket is {}", severity.name));
        }
        statement.words = words;
        below.push(statement);
    }
    below.insert(0, Statement::default().open("who sets the severity, such as `set by Customer`"));
    let levels = tables.into_iter().map(|times| level(reading, times, &all, services)).collect();
    (Some(Statement::new("severities").below(below)), levels)
}

/// What is quoted of places: cells, and of running text the whole paragraph that a part was read from.
fn quoted(reading: &Reading<'_, '_>, places: &[Place]) -> Vec<Place> {
    let mut quoted: Vec<Place> = Vec::new();
    for (at, range) in places {
        let block = reading.contract.block(*at);
        let place = (*at, if block.cell.is_some() { range.clone() } else { 0..block.text.len() });
        if !quoted.contains(&place) {
            quoted.push(place);
        }
    }
    quoted
}

/// A level of the times of one table.
fn level(reading: &mut Reading<'_, '_>, times: Times, all: &[Severity], services: &mut Services) -> Statement {
    let service = services.of_times(reading, times.at);
    let section = reading.section(times.at);
    let level = name(section).filter(|name| name.split(' ').count() <= 3).unwrap_or_else(|| "Support Times".to_owned());
    let level = reading.declare_or(&level, "Support Times");
    let mut statement = Statement::new(format!("times of {service} as {level}"));
    for place in &times.from {
        reading.take(place.clone());
    }
    statement.from = quoted(reading, &times.from);
    statement.open = times.open;
    let mut head = vec!["severity".to_owned()];
    head.extend(times.columns.iter().map(|measure| measure.word().to_owned()));
    let shares = times.rows.iter().any(|row| row.share.is_some());
    if times.clocks {
        head.push("clock".to_owned());
    } else {
        statement.open.push("by which hours these times run, in a column `clock`".to_owned());
    }
    if shares {
        head.push("met by".to_owned());
    }
    let mut table = vec![head];
    for Row { key, cells, clock, share } in times.rows {
        let Some(severity) = all.iter().find(|severity| severity.key == key) else { continue };
        let mut row = vec![severity.name.clone()];
        for (cell, measure) in cells.iter().zip(&times.columns) {
            row.push(match cell {
                Cell::Time(time) => time.clone(),
                Cell::None => "-".to_owned(),
                Cell::Open(words, places) => {
                    let title = format!("{} {}", severity.name, capital(measure.word()));
                    let hole = reading.declare_or(&title, &title);
                    let says = if words.is_empty() {
                        "the source gives it twice, differently".to_owned()
                    } else {
                        format!("the source says \u{201C}{words}\u{201D}")
                    };
                    let open = format!("the {} time of {}: {says}", measure.word(), severity.name);
                    // The hole quotes what stands there.
                    reading.take_all(places.iter().cloned());
                    let hole_statement = Statement::new(format!("{hole} duration")).open(open);
                    reading.holes.push(Statement { from: places.clone(), ..hole_statement });
                    hole
                }
            });
        }
        if times.clocks {
            row.push(clock.unwrap_or_else(|| "-".to_owned()));
        }
        if shares {
            row.push(share.unwrap_or_else(|| "-".to_owned()));
        }
        table.push(row);
    }
    statement.table = table;
    statement.below.extend(times.efforts.then(|| Statement::new("promised as commercially reasonable efforts")));
    statement
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Reads a table whose rows are severities: their titles and criteria, and their times if it has some.
fn of_table(reading: &Reading<'_, '_>, table: &Table, calendars: &Calendars, all: &mut Vec<Severity>) -> Option<Times> {
    let document = reading.contract.document;
    let heads: Vec<String> = (0..table.width()).map(|column| table.over(document, column)).collect();
    let first = heads.first()?;
    if !["sever", "priorit", "incident level", "urgen", "schwere", "priorität"].iter().any(|word| first.contains(word))
    {
        return None;
    }
    let label = |row: usize| {
        table.rows[row].first().filter(|cell| cell.len() == 1).and_then(|_| named(&table.text(document, row, 0), true))
    };
    let rows: Vec<(usize, Label)> = table.body().filter_map(|row| Some((row, label(row)?))).collect();
    if rows.len() != table.body().len() || rows.is_empty() {
        return None;
    }
    let distinct =
        rows.iter().enumerate().all(|(at, (_, label))| rows[..at].iter().all(|(_, other)| other.key != label.key));
    if !distinct {
        return None;
    }
    let cell = |row: usize, column: usize| -> Option<Place> {
        let at = *table.rows[row].get(column)?.first()?;
        Some((at, 0..reading.contract.block(at).text.len()))
    };
    let is = |head: &str, words: &[&str]| words.iter().any(|word| head.contains(word));
    let titles = heads.iter().position(|head| head == "title" || head == "name" || head == "level");
    let criteria: Vec<usize> = (1..heads.len())
        .filter(|column| is(&heads[*column], &["descri", "defini", "criteri", "meaning", "when", "beschreibung"]))
        .collect();
    for (at, (row, label)) in rows.iter().enumerate() {
        let from = cell(*row, 0);
        let severity = entry(all, label);
        if severity.from.len() > MOST {
            continue;
        }
        if at == 0 {
            severity.from.extend(reading.head(table));
        }
        severity.from.extend(from);
        if let Some(column) = titles.filter(|column| *column > 0) {
            let title = table.text(document, *row, column);
            if !title.is_empty() {
                severity.title = Some(title);
                severity.from.extend(cell(*row, column));
            }
        }
        if let [column] = criteria.as_slice() {
            let text = table.text(document, *row, *column);
            let matrix = text.starts_with("by clause");
            if let Some(place) =
                cell(*row, *column).filter(|_| !text.is_empty() && !matrix && table.rows[*row][*column].len() == 1)
            {
                severity.when.get_or_insert((text.trim_end_matches(['.', ';']).to_owned(), place));
            }
        }
    }
    times(reading, table, &heads, &rows, calendars)
}

/// What a severity is called.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) key: String,
    name: String,
    title: Option<String>,
    /// The length of the label in the text.
    length: usize,
}

fn entry<'a>(all: &'a mut Vec<Severity>, label: &Label) -> &'a mut Severity {
    let at = all.iter().position(|severity| severity.key == label.key).unwrap_or_else(|| {
        let (key, name) = (label.key.clone(), label.name.clone());
        all.push(Severity { key, name, title: None, when: None, from: Vec::new() });
        all.len() - 1
    });
    if let Some(title) = &label.title {
        all[at].title.get_or_insert_with(|| title.clone());
    }
    &mut all[at]
}

/// The severity that a text names at its beginning; in a table that severities head, the first cell is one.
fn named(text: &str, in_table: bool) -> Option<Label> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    for word in [
        "severity level ",
        "priority level ",
        "severity ",
        "priority ",
        "sev ",
        "sev-",
        "level ",
        "prio ",
        "priorität ",
        "p",
        "s",
    ] {
        let Some(rest) = lower.strip_prefix(word) else { continue };
        let digit = rest.chars().next().filter(char::is_ascii_digit);
        let Some(digit) = digit.filter(|_| !rest[1..].starts_with(|next: char| next.is_alphanumeric())) else {
            continue;
        };
        // `level 1` names a severity only where a table says so.
        if word == "level " && !in_table {
            return None;
        }
        let length = word.len() + 1;
        let name = name(&text[..length].replace("sev-", "sev ").replace("Sev-", "Sev "))?;
        return Some(Label { key: digit.to_string(), name, title: title(&text[length..]), length });
    }
    if !in_table {
        return None;
    }
    let mut letters = text.chars();
    let first = letters.next()?;
    if first.is_ascii_digit() && letters.next().is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '.' | ','))
    {
        let name = format!("Severity-{first}");
        return Some(Label { key: first.to_string(), name, title: title(&text[1..]), length: 1 });
    }
    // A word: `Critical`, `High`, or a name of the contract's own.
    let words = text.split_whitespace().count();
    let name = name(text).filter(|_| {
        words <= 3 && !text.contains(|letter: char| letter.is_ascii_digit()) && text.starts_with(char::is_uppercase)
    })?;
    Some(Label { key: lower.clone(), name, title: Some(text.to_owned()), length: text.len() })
}

/// What stands behind a number: `– Critical`, `(High)`.
fn title(rest: &str) -> Option<String> {
    let rest = rest.trim_matches([' ', ':', '-', '\u{2013}', '\u{2014}', '.', '(', ')']);
    (!rest.is_empty() && rest.split_whitespace().count() <= 6).then(|| rest.to_owned())
}

/// Severities that points or paragraphs begin with, and their times: `Severity 1: response within 30 minutes`.
fn of_sentences(reading: &Reading<'_, '_>, all: &mut Vec<Severity>) -> Option<Times> {
    let mut found: Vec<(Label, Measure, String, Place)> = Vec::new();
    let mut labels: Vec<(Label, Place)> = Vec::new();
    for (at, block) in reading.contract.document.blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
            continue;
        }
        let text = without_number(&block.text);
        let offset = block.text.trim_end().len() - text.len();
        if named(text, false).is_none() {
            continue;
        }
        // A sentence is about the severity that it begins with, or the one before it.
        let mut current: Option<Label> = None;
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            let start = offset + sentence.end - words.trim_start().len();
            let words = words.trim_start();
            let mut from = 0;
            if let Some(label) = named(words, false) {
                let after = &words[label.length..];
                let title = title(after.split([':', '.']).next().unwrap_or("")).filter(|_| after.contains(':'));
                from = label.length;
                let label = Label { title, ..label };
                labels.push((label.clone(), (at, start..start + from)));
                current = Some(label);
            } else if ["severity", "priority", "sev "].iter().any(|word| words.to_lowercase().contains(word)) {
                current = None;
            }
            let Some(label) = &current else { continue };
            // Each part with one time and one word for it.
            for part in words[from..].split_inclusive([',', ';']).flat_map(|part| part.split_inclusive(" and ")) {
                let range = start + from..start + from + part.len();
                from += part.len();
                if let (Some(measure), Some((_, said))) = (Measure::of(&part.to_lowercase()), only_time(part))
                    && is_plain_part(part)
                {
                    found.push((label.clone(), measure, said, (at, range)));
                }
            }
        }
    }
    for sentence in reading.prose() {
        found.extend(of_one_sentence(sentence));
    }
    if found.len() > MOST {
        return None;
    }
    let distinct = |key: &str| found.iter().filter(|(label, ..)| label.key == key).count();
    labels.retain(|(label, _)| distinct(&label.key) > 0);
    let mut times = Times { at: found.first()?.3.0, ..Times::default() };
    for (label, measure, ..) in &found {
        entry(all, label);
        if !times.columns.contains(measure) {
            times.columns.push(*measure);
        }
    }
    times.columns.sort_unstable();
    let mut keys: Vec<String> = all.iter().map(|severity| severity.key.clone()).collect();
    keys.sort();
    all.sort_by(|one, other| one.key.cmp(&other.key));
    for (label, place) in labels {
        entry(all, &label).from.push(place);
    }
    for key in keys {
        let cell = |measure: &Measure| {
            let mut said = found.iter().filter(|(label, known, ..)| label.key == key && known == measure);
            let Some((_, _, time, _)) = said.next() else { return Cell::None };
            if said.any(|(_, _, other, _)| other != time) {
                Cell::Open(String::new(), Vec::new())
            } else {
                Cell::Time(time.clone())
            }
        };
        let cells: Vec<Cell> = times.columns.iter().map(cell).collect();
        for (at, measure) in times.columns.clone().iter().enumerate() {
            if matches!(cells[at], Cell::Time(_)) {
                let places = found.iter().filter(|(label, known, ..)| label.key == key && known == measure);
                times.from.extend(places.map(|(.., place)| place.clone()));
            }
        }
        if cells.iter().any(|cell| !matches!(cell, Cell::None)) {
            times.rows.push(Row { key, cells, clock: None, share: None });
        }
    }
    Some(times)
}

/// `We respond to Severity 1 tickets within 30 minutes`: one severity, one time, one word for it.
fn of_one_sentence(sentence: &Sentence<'_>) -> Option<(Label, Measure, String, Place)> {
    let text = without_number(sentence.text);
    // A sentence that begins with a severity is a list of its times, read part by part.
    if named(text, false).is_some() || !is_plain_part(sentence.text) {
        return None;
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
    let [at] = places.as_slice() else { return None };
    let label = named(&sentence.text[*at..], false)?;
    // `Priority 1 or 2` names two.
    let after = sentence.lower[at + label.length..].trim_start_matches([' ', ',', '/', '&', '-', '\u{2013}']);
    let after = ["or ", "and ", "to "].iter().find_map(|join| after.strip_prefix(join)).unwrap_or(after);
    if after.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let measure = Measure::of(sentence.lower)?;
    let (_, said) = only_time(sentence.text)?;
    let label = Label { title: None, ..label };
    Some((label, measure, said, place(sentence)))
}
