//! Severities, from tables, points and sentences, and the levels of their times.

use std::fmt::Write as _;

use super::clock::clock;
use super::hours::Calendars;
use super::label::{Label, named};
use super::listed::of_text;
use super::parties::Parties;
use super::reading::{MOST, Place, Reading};
use super::services::Services;
use super::statement::Statement;
use super::times::{Cell, Row, Times, drop_conflicts, times};
use super::words::{name, string};
use crate::prose::structure::table::Table;

/// A severity of the contract.
#[derive(Debug)]
pub(super) struct Severity {
    /// How it is told from others: its number, or its word.
    pub(super) key: String,
    name: String,
    title: Option<String>,
    pub(super) when: Option<(String, Place)>,
    pub(super) from: Vec<Place>,
}

pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    calendars: &Calendars,
    services: &mut Services,
    parties: &Parties,
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
        tables.extend(of_text(reading, calendars, &mut all));
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
    let lines = if tables.len() == 1 { clock(reading, &tables[0], parties) } else { Vec::new() };
    let mut levels: Vec<Statement> = tables.into_iter().map(|times| level(reading, times, &all, services)).collect();
    if let [level] = levels.as_mut_slice() {
        level.below.extend(lines);
    }
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
    let heads_severities = ["sever", "priorit", "incident level", "importance", "urgen", "schwere", "priorität"];
    // `Support Level` heads severities where its rows are counted, and plans where they are not.
    let counted = first.contains("level")
        && table.body().all(|row| {
            named(&table.text(document, row, 0), true)
                .is_some_and(|label| label.key.starts_with(|first: char| first.is_ascii_digit()))
        });
    if !heads_severities.iter().any(|word| first.contains(word)) && !counted {
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
        .filter(|column| {
            let described = |row: &(usize, Label)| table.text(document, row.0, *column).split_whitespace().count() >= 4;
            is(&heads[*column], &["descri", "defini", "criteri", "meaning", "when", "beschreibung"])
                || heads[*column] == "impact" && rows.iter().all(described)
        })
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
    times(reading, table, &heads, &rows, &criteria, calendars)
}

pub(super) fn entry<'a>(all: &'a mut Vec<Severity>, label: &Label) -> &'a mut Severity {
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
