//! What is provided: the services that the contract names, and what they cost.

use super::reading::{Place, Reading};
use super::statement::Statement;
use super::words::{name, string};
use crate::model::Currency;
use crate::prose::structure::contract::Contract;

/// The services of the draft.
#[derive(Debug, Default)]
pub(super) struct Services {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    title: String,
    fee: Fee,
    from: Vec<Place>,
    open: Option<String>,
}

#[derive(Debug)]
enum Fee {
    /// As a spec says it.
    Said(String),
    Free,
    /// Nobody can tell.
    Open,
}

impl Services {
    /// The services of a table with their names, titles and fees.
    pub(super) fn read(reading: &mut Reading<'_, '_>) -> Self {
        let mut services = Self::default();
        let contract = reading.contract;
        for table in &contract.tables {
            let document = contract.document;
            let heads: Vec<String> = (0..table.width()).map(|column| table.over(document, column)).collect();
            if heads.first().is_none_or(|head| head != "service") || heads.get(1).is_none_or(|head| head != "title") {
                continue;
            }
            let fees = heads.iter().position(|head| head == "fee");
            for row in table.body() {
                let words = table.text(document, row, 0);
                let Some(name) = reading.declare(&words) else { continue };
                let said = fees.map(|column| table.text(document, row, column));
                let fee = match said.as_deref() {
                    None | Some("" | "-" | "\u{2013}" | "\u{2014}") => Fee::Free,
                    Some(said) => fee(said).map_or(Fee::Open, Fee::Said),
                };
                let read = if matches!(fee, Fee::Open) { 2 } else { table.width() };
                let mut from: Vec<Place> = if row == table.head { reading.head(table) } else { Vec::new() };
                let cells = (0..read)
                    .filter(|column| *column < 2 || Some(*column) == fees)
                    .flat_map(|column| table.rows[row][column].iter())
                    .map(|at| (*at, 0..contract.block(*at).text.len()));
                from.extend(cells);
                reading.take_all(from.iter().cloned());
                services.entries.push(Entry { name, title: table.text(document, row, 1), fee, from, open: None });
            }
        }
        services
    }

    /// The service of these words, declared where it is new: `the API`.
    pub(super) fn of(&mut self, reading: &mut Reading<'_, '_>, words: &str, from: Place) -> Option<String> {
        let name = name(words)?;
        if let Some(known) = self.known(&name) {
            return Some(known);
        }
        let name = reading.declare_or(&name, &format!("{name} Service"));
        self.add(name.clone(), words.to_owned(), vec![from], None);
        Some(name)
    }

    /// A service that the contract does not name.
    pub(super) fn unnamed(&mut self, reading: &mut Reading<'_, '_>, words: &str) -> String {
        if let Some(known) = self.known(words) {
            return known;
        }
        let name = reading.declare_or(words, words);
        self.add(name.clone(), words.to_owned(), Vec::new(), Some("what this service is called".to_owned()));
        name
    }

    fn add(&mut self, name: String, title: String, from: Vec<Place>, open: Option<String>) {
        self.entries.push(Entry { name, title, fee: Fee::Open, from, open });
    }

    /// The name of a service that is known.
    pub(super) fn known(&self, words: &str) -> Option<String> {
        self.entries.iter().find(|entry| entry.name == words).map(|entry| entry.name.clone())
    }

    /// The names of all services, longest first, so that `Issues Search` is found before `Issues`.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.entries.iter().map(|entry| entry.name.as_str()).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
    }

    /// The service that the section of a table of times says they are about: `As part of the Helpdesk`.
    pub(super) fn stated_for_times(&self, reading: &Reading<'_, '_>, at: usize) -> Option<String> {
        let section = reading.heading(at);
        let contract: &Contract<'_> = reading.contract;
        let sentence = contract
            .sentences
            .iter()
            .find(|sentence| reading.heading(sentence.at) == section && sentence.lower.contains("as part of "))?;
        let from = sentence.lower.find("as part of ")? + "as part of ".len();
        let words = sentence.text[from..].split(',').next()?;
        let words = words.strip_prefix("the ").unwrap_or(words);
        self.known(words)
    }

    /// The service whose tickets have the times of a table.
    pub(super) fn of_times(&mut self, reading: &mut Reading<'_, '_>, at: usize) -> String {
        self.stated_for_times(reading, at).unwrap_or_else(|| self.unnamed(reading, "Support"))
    }

    pub(super) fn statement(&self, reading: &mut Reading<'_, '_>) -> Option<Statement> {
        let mut below = Vec::new();
        for entry in &self.entries {
            let mut statement = Statement::new(format!("{} {}", entry.name, string(&entry.title)));
            statement.from.clone_from(&entry.from);
            statement.open.extend(entry.open.clone());
            match &entry.fee {
                Fee::Said(fee) => statement.below.push(Statement::new(fee.as_str())),
                Fee::Free => {}
                Fee::Open => {
                    let title = format!("{} Fee", entry.name);
                    let hole = reading.declare_or(&title, &title);
                    reading.holes.push(
                        Statement::new(format!("{hole} text"))
                            .open(format!("which document states the fee for {}", entry.name)),
                    );
                    statement.below.push(Statement::new(format!("fee stated in {hole}")));
                }
            }
            below.push(statement);
        }
        (!below.is_empty()).then(|| Statement::new("services").below(below))
    }
}

/// A fee with its currency and its cycle: `EUR 12 000 for each Calendar Month`.
fn fee(said: &str) -> Option<String> {
    if let Some(stated) = said.strip_prefix("as stated in ") {
        let (document, cycle) =
            stated.split_once(", for each ").map_or((stated, None), |(document, cycle)| (document, Some(cycle)));
        let per = match cycle.map(str::to_lowercase).as_deref() {
            None => "",
            Some("calendar month") => " per month",
            Some("calendar quarter") => " per quarter",
            Some("calendar year") => " per year",
            Some(_) => return None,
        };
        return Some(format!("fee stated in {}{per}", string(document)));
    }
    let (code, rest) = said.split_once([' ', '\u{A0}'])?;
    code.parse::<Currency>().ok()?;
    if let Some(amount) = rest.strip_suffix(" once") {
        return Some(format!("fee {code} {} once", amount_of(amount)?));
    }
    let (amount, cycle) = rest.split_once(" for each ")?;
    let cycle = match cycle.to_lowercase().as_str() {
        "calendar month" => "month",
        "calendar quarter" => "quarter",
        "calendar year" => "year",
        "contract year" => "contract year",
        "billing month" => "billing month",
        _ => return None,
    };
    Some(format!("fee {code} {} per {cycle}", amount_of(amount)?))
}

/// An amount without the spaces between its thousands.
pub(super) fn amount_of(written: &str) -> Option<String> {
    let plain: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
    super::figures::is_percent(&format!("{plain}%")).then_some(plain)
}
