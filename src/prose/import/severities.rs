//! Severities and their times, from tables, points and sentences.

use super::figures::only_time;
use super::hours::Calendars;
use super::reading::{Place, Reading, place, without_number};
use super::services::Services;
use super::statement::Statement;
use super::words::{name, string};
use crate::prose::document::BlockKind;
use crate::prose::sentence::sentences;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::table::Table;

/// The times that tickets have, as a spec names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Measure {
    Response,
    Acknowledgement,
    Update,
    Workaround,
    Resolution,
    Onsite,
    Parts,
}

impl Measure {
    fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Acknowledgement => "acknowledgement",
            Self::Update => "update",
            Self::Workaround => "workaround",
            Self::Resolution => "resolution",
            Self::Onsite => "onsite",
            Self::Parts => "parts",
        }
    }

    /// The only time that words in small letters speak of.
    fn of(lower: &str) -> Option<Self> {
        const WORDS: [(Measure, &[&str]); 7] = [
            (Measure::Acknowledgement, &["acknowledg", "bestätigung"]),
            (Measure::Response, &["respon", "reaktion", "reaction", "first reply"]),
            (Measure::Update, &["update"]),
            (Measure::Workaround, &["workaround", "umgehung"]),
            (Measure::Resolution, &["resol", "lösung", "behebung", "fixed within"]),
            (Measure::Onsite, &["onsite", "on-site", "arrival"]),
            (Measure::Parts, &["parts delivery", "spare part"]),
        ];
        let mut found = WORDS.iter().filter(|(_, words)| words.iter().any(|word| lower.contains(word)));
        let (measure, _) = found.next()?;
        found.next().is_none().then_some(*measure)
    }
}

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

/// A table of times, or the times that sentences give.
#[derive(Debug, Default)]
struct Times {
    columns: Vec<Measure>,
    /// By row: the severity, the cells, the clock, the share, and where it stands.
    rows: Vec<(String, Vec<Cell>, Option<String>, Option<String>)>,
    from: Vec<Place>,
    open: Vec<String>,
    clocks: bool,
    /// Promised as commercially reasonable efforts.
    efforts: bool,
    /// A block of it, to know its section by.
    at: usize,
}

#[derive(Debug, Clone)]
enum Cell {
    Time(String),
    None,
    /// What is not certain, in the source's words, with their places.
    Open(String, Vec<Place>),
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
    }
    if tables.is_empty() {
        tables.extend(of_sentences(reading, &mut all));
    }
    drop_conflicts(reading, services, &mut tables);
    let used: Vec<&String> = tables.iter().flat_map(|times| times.rows.iter().map(|(key, ..)| key)).collect();
    if all.len() < 2 && used.is_empty() {
        return (None, Vec::new());
    }
    let mut below = Vec::new();
    for severity in &mut all {
        severity.name = reading.declare_or(&severity.name, &severity.name);
        severity.from.iter().for_each(|place| reading.take(place.clone()));
        let title = severity.title.clone().unwrap_or_else(|| severity.name.clone());
        let mut words = format!("{} {}", severity.name, string(&title));
        let mut statement = Statement { from: quoted(reading, &severity.from), ..Statement::default() };
        if let Some((when, place)) = &severity.when {
            words += &format!(" when {}", string(when));
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
    let shares = times.rows.iter().any(|(.., share)| share.is_some());
    if times.clocks {
        head.push("clock".to_owned());
    } else {
        statement.open.push("by which hours these times run, in a column `clock`".to_owned());
    }
    if shares {
        head.push("met by".to_owned());
    }
    let mut table = vec![head];
    for (key, cells, clock, share) in times.rows {
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
                    places.iter().for_each(|place| reading.take(place.clone()));
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

/// The times of a table, where a column has some.
fn times(
    reading: &Reading<'_, '_>,
    table: &Table,
    heads: &[String],
    rows: &[(usize, Label)],
    calendars: &Calendars,
) -> Option<Times> {
    let document = reading.contract.document;
    let at = *table.rows.first()?.iter().flatten().next()?;
    let efforts = promised(reading, at)?;
    let during = lead_hours(reading, at, calendars);
    let mut columns: Vec<(usize, Measure)> = Vec::new();
    let mut doubtful = Vec::new();
    for (column, head) in heads.iter().enumerate().skip(1) {
        // `Update (Gold)` holds for some only.
        let Some(measure) = Measure::of(head).filter(|_| !head.contains('(')) else { continue };
        // A description of the response is no time.
        let timed = rows.iter().any(|(row, _)| matches!(time(&table.text(document, *row, column)), Cell::Time(_)));
        if timed && columns.iter().any(|(_, known)| *known == measure) {
            doubtful.push(measure);
        }
        if timed {
            columns.push((column, measure));
        }
    }
    columns.retain(|(_, measure)| !doubtful.contains(measure));
    let clock = heads
        .iter()
        .position(|head| ["clock", "hours", "coverage", "support hours", "service hours"].contains(&head.as_str()));
    let share = heads.iter().position(|head| ["share in time", "met by"].contains(&head.as_str()));
    let mut times =
        Times { columns: columns.iter().map(|(_, measure)| *measure).collect(), at, efforts, ..Times::default() };
    let place = |row: usize, column: usize| -> Vec<Place> {
        table.rows[row][column].iter().map(|at| (*at, 0..reading.contract.block(*at).text.len())).collect()
    };
    let mut clocks = Vec::new();
    for (row, label) in rows {
        let mut cells = Vec::new();
        for (column, _) in &columns {
            let text = table.text(document, *row, *column);
            let cell = match time(&text) {
                Cell::Open(words, _) => Cell::Open(words, place(*row, *column)),
                certain => {
                    times.from.extend(place(*row, *column));
                    certain
                }
            };
            cells.push(cell);
        }
        let said = clock.map(|column| table.text(document, *row, column));
        let of = said.as_deref().and_then(|said| calendars.of(said));
        clocks.push(of.is_some());
        let met =
            share.map(|column| table.text(document, *row, column)).filter(|share| super::figures::is_percent(share));
        if let (Some(column), true) = (share, met.is_some()) {
            times.from.extend(place(*row, column));
        }
        times.rows.push((label.key.clone(), cells, of, met));
    }
    if let (None, Some((hours, lead))) = (clock, during) {
        times.from.push(lead);
        times.rows.iter_mut().for_each(|(_, _, clock, _)| *clock = Some(hours.clone()));
        times.clocks = true;
    }
    times.clocks |= clock.is_some() && clocks.iter().all(|known| *known);
    if let (Some(column), true) = (clock, times.clocks) {
        rows.iter().for_each(|(row, _)| times.from.extend(place(*row, column)));
    }
    let timed = times.rows.iter().any(|(_, cells, ..)| cells.iter().any(|cell| matches!(cell, Cell::Time(_))));
    timed.then_some(times)
}

/// Whether the words before a table promise its times by commercially reasonable efforts only; none where they promise
/// less than that, or nothing.
fn promised(reading: &Reading<'_, '_>, at: usize) -> Option<bool> {
    const LESS: [&str; 14] = [
        " aim",
        "goal",
        "objective",
        "endeavo",
        "strive",
        "best effort",
        "reasonable effort",
        "expected",
        "typical",
        "guideline",
        "not guarantee",
        "estimate",
        "indicative",
        "bemüh",
    ];
    let section = reading.heading(at);
    let lead = reading.prose().filter(|sentence| sentence.at < at && reading.heading(sentence.at) == section);
    let mut efforts = false;
    for sentence in lead {
        let lower = sentence.lower.replace("commercially reasonable efforts", "");
        efforts |= lower.len() < sentence.lower.len();
        if LESS.iter().any(|word| lower.contains(word)) {
            return None;
        }
    }
    Some(efforts)
}

/// The hours that the sentence right before a table counts by: `keep these times during Business Hours:`.
fn lead_hours(reading: &Reading<'_, '_>, at: usize, calendars: &Calendars) -> Option<(String, Place)> {
    let lead = reading.prose().filter(|sentence| sentence.at < at).last()?;
    let near = reading.heading(lead.at) == reading.heading(at) && lead.lower.trim_end().ends_with(':');
    let from = lead.lower.find(" during ")? + " during ".len();
    let words = lead.text[from..].trim().trim_end_matches(':');
    let words = ["the ", "our "].iter().fold(words, |words, lead| words.strip_prefix(lead).unwrap_or(words));
    let hours = calendars.of(words).filter(|_| near)?;
    Some((hours, place(lead)))
}

/// The time that a cell says: one length, and around it nothing that changes it.
fn time(text: &str) -> Cell {
    let trimmed = text.trim();
    if matches!(trimmed.to_lowercase().as_str(), "" | "-" | "\u{2013}" | "\u{2014}" | "n/a" | "none") {
        return Cell::None;
    }
    let Some((range, said)) = only_time(trimmed) else { return Cell::Open(trimmed.to_owned(), Vec::new()) };
    let around = format!("{} {}", &trimmed[..range.start], &trimmed[range.end..]).to_lowercase();
    let plain = around
        .split(|letter: char| {
            letter.is_whitespace() || matches!(letter, '.' | ',' | ':' | '<' | '\u{2264}' | '=' | '(' | ')')
        })
        .filter(|word| !word.is_empty())
        .all(|word| {
            [
                "within",
                "in",
                "max",
                "maximum",
                "at",
                "most",
                "up",
                "to",
                "every",
                "innerhalb",
                "von",
                "or",
                "less",
                "no",
                "more",
                "than",
                "the",
            ]
            .contains(&word)
        });
    if plain { Cell::Time(said) } else { Cell::Open(trimmed.to_owned(), Vec::new()) }
}

/// What a severity is called.
#[derive(Debug, Clone)]
struct Label {
    key: String,
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
            times.rows.push((key, cells, None, None));
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

/// Whether words about a time promise it as it stands: no efforts, no share, no example.
fn is_plain_part(part: &str) -> bool {
    let lower = part.to_lowercase();
    ![
        "effort",
        "aim",
        "goal",
        "target of",
        "typically",
        "usually",
        "average",
        "%",
        "percent",
        "endeavo",
        "for example",
        "at least",
        "not ",
        "unless",
        "except",
        "credit",
        "expected",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Tables that give times to the same severities have one reading only where each is about a service of its own.
fn drop_conflicts(reading: &Reading<'_, '_>, services: &Services, tables: &mut Vec<Times>) {
    let about: Vec<Option<String>> = tables.iter().map(|times| services.stated_for_times(reading, times.at)).collect();
    let shared =
        |one: &Times, other: &Times| one.rows.iter().any(|(key, ..)| other.rows.iter().any(|(known, ..)| known == key));
    let wrong: Vec<bool> = (0..tables.len())
        .map(|one| {
            (0..tables.len()).any(|other| {
                one != other
                    && shared(&tables[one], &tables[other])
                    && (about[one].is_none() || reading.heading(tables[one].at) == reading.heading(tables[other].at))
            })
        })
        .collect();
    let mut wrong = wrong.into_iter();
    tables.retain(|_| !wrong.next().unwrap_or(false));
}
