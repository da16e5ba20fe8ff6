//! The times of severities, from a table: one length to a cell, with the hours that the table or the words before it name.

use std::ops::Range;

use super::figures::{is_percent, only_time};
use super::hours::Calendars;
use super::label::Label;
use super::reading::{Place, Reading, place};
use super::services::Services;
use crate::model::TimeMeasure;
use crate::prose::sentence::sentences;
use crate::prose::structure::quantity::shares;
use crate::prose::structure::table::Table;

/// The only time that words in small letters speak of.
pub(super) fn measure_of(lower: &str) -> Option<TimeMeasure> {
    const WORDS: [(TimeMeasure, &[&str]); 7] = [
        (TimeMeasure::Acknowledgement, &["acknowledg", "bestätigung"]),
        (TimeMeasure::Response, &["respon", "reaktion", "reaction", "first reply", "initial contact", "first contact"]),
        (TimeMeasure::Update, &["update"]),
        (TimeMeasure::Workaround, &["workaround", "umgehung"]),
        (TimeMeasure::Resolution, &["resol", "solved", "lösung", "behebung", "fixed within", "execution time"]),
        (TimeMeasure::Onsite, &["onsite", "on-site", "arrival"]),
        (TimeMeasure::Parts, &["parts delivery", "spare part"]),
    ];
    let mut found = WORDS.iter().filter(|(_, words)| words.iter().any(|word| lower.contains(word)));
    let (measure, _) = found.next()?;
    found.next().is_none().then_some(*measure)
}

/// A table of times, or the times that sentences give.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub(super) columns: Vec<TimeMeasure>,
    pub(super) rows: Vec<Row>,
    pub(super) from: Vec<Place>,
    pub(super) open: Vec<String>,
    pub(super) clocks: bool,
    /// Promised as commercially reasonable efforts.
    pub(super) efforts: bool,
    /// A block of it, to know its section by.
    pub(super) at: usize,
}

/// The times of one severity.
#[derive(Debug)]
pub(super) struct Row {
    /// The key of the severity.
    pub(super) key: String,
    pub(super) cells: Vec<Cell>,
    pub(super) clock: Option<String>,
    pub(super) share: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) enum Cell {
    Time(String),
    None,
    /// What is not certain, in the source's words, with their places.
    Open(String, Vec<Place>),
}

/// A time that a cell says.
struct Said {
    measure: TimeMeasure,
    cell: Cell,
    share: Option<String>,
    clock: Option<String>,
    from: Vec<Place>,
}

/// The times of a table, where a column has some.
pub(super) fn times(
    reading: &Reading<'_, '_>,
    table: &Table,
    heads: &[String],
    rows: &[(usize, Label)],
    criteria: &[usize],
    calendars: &Calendars,
) -> Option<Times> {
    let document = reading.contract.document;
    let at = *table.rows.first()?.iter().flatten().next()?;
    let efforts = promised(reading, at)?;
    let during = lead_hours(reading, at, calendars);
    let clock = heads
        .iter()
        .position(|head| ["clock", "hours", "coverage", "support hours", "service hours"].contains(&head.as_str()));
    let share = heads.iter().position(|head| ["share in time", "met by"].contains(&head.as_str()));
    let place = |row: usize, column: usize| -> Vec<Place> {
        table.rows[row][column].iter().map(|at| (*at, 0..reading.contract.block(*at).text.len())).collect()
    };
    let mut said: Vec<Vec<Said>> = rows.iter().map(|_| Vec::new()).collect();
    let mut doubtful: Vec<TimeMeasure> = Vec::new();
    for (column, head) in heads.iter().enumerate().skip(1) {
        // `Update (Gold)` holds for some only; what somebody aims at holds for nobody.
        let aims = ["aim", "goal", "objective", "estimat", "expected", "typical", "best effort"];
        if Some(column) == clock
            || Some(column) == share
            || criteria.contains(&column)
            || aims.iter().any(|word| head.contains(word))
        {
            continue;
        }
        let measure = measure_of(head).filter(|_| !head.contains('('));
        let found: Vec<Vec<Said>> = rows
            .iter()
            .map(|(row, _)| of_cell(&table.text(document, *row, column), measure, calendars, &place(*row, column)))
            .collect();
        // A description of the response is no time.
        if !found.iter().flatten().any(|said| matches!(said.cell, Cell::Time(_))) {
            continue;
        }
        // Two columns with one kind of time have two readings.
        let known: Vec<TimeMeasure> = said.iter().flatten().map(|said| said.measure).collect();
        doubtful.extend(found.iter().flatten().map(|said| said.measure).filter(|measure| known.contains(measure)));
        for (row, found) in said.iter_mut().zip(found) {
            row.extend(found);
        }
    }
    for row in &mut said {
        row.retain(|said| !doubtful.contains(&said.measure));
    }
    let mut columns: Vec<TimeMeasure> = Vec::new();
    for one in said.iter().flatten() {
        if !columns.contains(&one.measure) {
            columns.push(one.measure);
        }
    }
    let mut times = Times { columns, efforts, at, ..Times::default() };
    let mut clocks = Vec::new();
    for ((row, label), said) in rows.iter().zip(said) {
        let of = clock.map(|column| table.text(document, *row, column)).and_then(|said| calendars.of(&said));
        let of = of.or_else(|| said.iter().find_map(|said| said.clock.clone()));
        let met = share.map(|column| table.text(document, *row, column)).filter(|share| is_percent(share));
        if let (Some(column), true) = (share, met.is_some()) {
            times.from.extend(place(*row, column));
        }
        let met = met.or_else(|| said.iter().find_map(|said| said.share.clone()));
        let mut cells = Vec::new();
        for measure in &times.columns {
            let known = said.iter().find(|said| said.measure == *measure);
            if let Some(known) = known.filter(|known| !matches!(known.cell, Cell::Open(..))) {
                times.from.extend(known.from.iter().cloned());
            }
            cells.push(known.map_or(Cell::None, |known| known.cell.clone()));
        }
        clocks.push(of.is_some());
        times.rows.push(Row { key: label.key.clone(), cells, clock: of, share: met });
    }
    if let (None, Some((hours, lead))) = (clock, during) {
        times.from.push(lead);
        for row in &mut times.rows {
            row.clock = Some(hours.clone());
        }
        times.clocks = true;
    }
    times.clocks |= clocks.iter().all(|known| *known);
    if let (Some(column), true) = (clock, times.clocks) {
        for (row, _) in rows {
            times.from.extend(place(*row, column));
        }
    }
    let timed = times.rows.iter().any(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Time(_))));
    timed.then_some(times)
}

/// What a cell says of times: one length under the head that names it, a share of tickets, or parts of sentences.
fn of_cell(text: &str, measure: Option<TimeMeasure>, calendars: &Calendars, from: &[Place]) -> Vec<Said> {
    let one = |measure: TimeMeasure, cell: Cell, share: Option<String>, clock: Option<String>| Said {
        measure,
        cell,
        share,
        clock,
        from: from.to_vec(),
    };
    if let Some(measure) = measure {
        match time(text) {
            Cell::Open(..) => {}
            certain => return vec![one(measure, certain, None, None)],
        }
        if let Some((said, share)) = share_within(text) {
            return vec![one(measure, Cell::Time(said), Some(share), None)];
        }
    }
    let told: Vec<Part> = parts(text, calendars);
    let own: Vec<Said> = told
        .into_iter()
        .filter(|part| measure.is_some() || text[..part.range.end].to_lowercase().contains("within"))
        .map(|part| one(part.measure, Cell::Time(part.said), None, part.clock))
        .collect();
    let distinct = own.iter().enumerate().all(|(at, said)| own[..at].iter().all(|other| other.measure != said.measure));
    match measure {
        // `Provider Response: acknowledgement within 15 minutes`.
        _ if !own.is_empty() && distinct => own,
        Some(measure) => vec![one(measure, Cell::Open(text.trim().to_owned(), from.to_vec()), None, None)],
        None => Vec::new(),
    }
}

/// `95% of critical requests are solved in 2h`: the time, and the share.
fn share_within(text: &str) -> Option<(String, String)> {
    let all = shares(text);
    let [share] = all.as_slice() else { return None };
    let (range, said) = only_time(text)?;
    let before = text[..range.start].trim_end().to_lowercase();
    let plain = share.range.start == 0
        && text[share.range.end..].trim_start().starts_with("of ")
        && (before.ends_with(" in") || before.ends_with(" within"))
        && text[range.end..].trim_matches(['.', ' ']).is_empty();
    plain.then(|| (said, format!("{}%", share.value)))
}

/// A part of a sentence that gives one time.
pub(super) struct Part {
    pub(super) measure: TimeMeasure,
    pub(super) said: String,
    pub(super) clock: Option<String>,
    /// Where the part stands.
    pub(super) range: Range<usize>,
}

/// The parts of a text that give one time each, with one word for it: `response within 30 minutes, update every hour`.
pub(super) fn parts(text: &str, calendars: &Calendars) -> Vec<Part> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let mut from = sentence.start;
        for part in text[sentence].split_inclusive([',', ';']).flat_map(|part| part.split_inclusive(" and ")) {
            let range = from..from + part.len();
            from = range.end;
            let lower = part.to_lowercase();
            let (Some(measure), Some((_, said)), true) = (measure_of(&lower), only_time(part), is_plain_part(part))
            else {
                continue;
            };
            // `(24x7x365)`, `during Business Hours`.
            let inside = part.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
            let during =
                lower.find(" during ").map(|at| part[at + " during ".len()..].trim_end_matches(['.', ';', ',', ' ']));
            let clock =
                inside.and_then(|words| calendars.of(words)).or_else(|| during.and_then(|words| calendars.of(words)));
            found.push(Part { measure, said, clock, range });
        }
    }
    found
}

/// Whether the words before a table promise its times by commercially reasonable efforts only; none where they promise
/// less than that, or nothing.
pub(super) fn promised(reading: &Reading<'_, '_>, at: usize) -> Option<bool> {
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
    // A note below the table may take it back: `these times are a goal and not a guarantee`.
    let taken_back = [
        "not a guarantee",
        "not guarantee",
        "service goal",
        "are targets only",
        "are goals",
        "indicative",
        "not promise",
    ];
    let after = reading.prose().filter(|sentence| sentence.at > at && reading.heading(sentence.at) == section);
    let plain = after.into_iter().all(|sentence| !taken_back.iter().any(|words| sentence.lower.contains(words)));
    plain.then_some(efforts)
}

/// The hours that the sentence right before a table counts by: `keep these times during Business Hours:`.
pub(super) fn lead_hours(reading: &Reading<'_, '_>, at: usize, calendars: &Calendars) -> Option<(String, Place)> {
    let lead = reading.prose().filter(|sentence| sentence.at < at).last()?;
    let near = reading.heading(lead.at) == reading.heading(at) && lead.lower.trim_end().ends_with(':');
    let from = lead.lower.find(" during ")? + " during ".len();
    let words = lead.text[from..].trim().trim_end_matches(':');
    let words = ["the ", "our "].iter().fold(words, |words, lead| words.strip_prefix(lead).unwrap_or(words));
    let hours = calendars.of(words).filter(|_| near)?;
    Some((hours, place(lead)))
}

/// The time that a cell says: one length, and around it nothing that changes it.
pub(super) fn time(text: &str) -> Cell {
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

/// Whether words about a time promise it as it stands: no efforts, no share, no example.
pub(super) fn is_plain_part(part: &str) -> bool {
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
pub(super) fn drop_conflicts(reading: &Reading<'_, '_>, services: &Services, tables: &mut Vec<Times>) {
    let about: Vec<Option<String>> = tables.iter().map(|times| services.stated_for_times(reading, times.at)).collect();
    let shared =
        |one: &Times, other: &Times| one.rows.iter().any(|row| other.rows.iter().any(|known| known.key == row.key));
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
