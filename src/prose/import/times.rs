//! The times of severities, from a table: one length to a cell, with the hours that the table or the words before it name.

use super::figures::{is_percent, only_time};
use super::hours::Calendars;
use super::reading::{Place, Reading, place};
use super::services::Services;
use super::severities::Label;
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
    pub(super) fn word(self) -> &'static str {
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
    pub(super) fn of(lower: &str) -> Option<Self> {
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

/// A table of times, or the times that sentences give.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub(super) columns: Vec<Measure>,
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

/// The times of a table, where a column has some.
pub(super) fn times(
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
        let met = share.map(|column| table.text(document, *row, column)).filter(|share| is_percent(share));
        if let (Some(column), true) = (share, met.is_some()) {
            times.from.extend(place(*row, column));
        }
        times.rows.push(Row { key: label.key.clone(), cells, clock: of, share: met });
    }
    if let (None, Some((hours, lead))) = (clock, during) {
        times.from.push(lead);
        for row in &mut times.rows {
            row.clock = Some(hours.clone());
        }
        times.clocks = true;
    }
    times.clocks |= clock.is_some() && clocks.iter().all(|known| *known);
    if let (Some(column), true) = (clock, times.clocks) {
        for (row, _) in rows {
            times.from.extend(place(*row, column));
        }
    }
    let timed = times.rows.iter().any(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Time(_))));
    timed.then_some(times)
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
    Some(efforts)
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
