//! A draft of a spec from a contract that others wrote.
//!
//! What has one reading becomes a statement; all else is kept word for word as clauses. Each file reads one part of a
//! contract and notes in [`Reading`] which words its statements say; [`rest`] keeps the others. A statement is never
//! more certain than its source: of two readings none is taken, and what a spec needs and the source leaves open is a
//! comment `# to decide: …`.

mod availability;
mod cap;
mod chronic;
mod claim;
mod clock;
mod credits;
mod definitions;
mod downtime;
mod exclusions;
mod figures;
mod heading;
mod hours;
mod introduced;
mod label;
mod law;
mod liability;
mod listed;
mod maintenance;
mod parties;
mod period;
mod reading;
mod remedy;
mod rest;
mod services;
mod severities;
mod statement;
mod termination;
mod times;
mod words;
mod zones;

use self::reading::Reading;
use self::statement::{Statement, Writer};
use super::document::Document;
use super::structure::contract::{Contract, Lowered};
use crate::source::Source;

/// A draft of a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The spec's text, not laid out yet.
    pub text: String,
    /// How many statements were read from the contract, rows of tables among them.
    pub statements: usize,
    /// How many clauses keep the words that no statement says.
    pub clauses: usize,
}

/// Drafts a spec from a contract; `source` is the one that the document was read from.
pub fn import(document: &Document, source: &Source) -> Draft {
    let lowered = Lowered::new(document);
    let contract = Contract::new(document, &lowered);
    let mut reading = Reading::new(&contract);
    let mut sections = read(&mut reading);
    if !reading.holes.is_empty() {
        sections.insert(1, Statement::new("parameters").below(std::mem::take(&mut reading.holes)));
    }
    let mut writer = Writer::new(document, source);
    let kept = rest::rest(&reading, &writer);
    writer.comment(0, &format!("A draft from {}. Each statement names the place of its source; what has more than one reading stands word for word in the clauses at the end.", source.name()));
    writer.comment(0, "Decide what `# to decide` asks, turn clauses into statements where you can, and see what `servanda check` says.");
    for section in &sections {
        writer.blank();
        writer.write(section, 0);
    }
    for kept in &kept {
        writer.blank();
        kept.comments.iter().for_each(|comment| writer.comment(0, comment));
        kept.clause.iter().for_each(|clause| writer.write(clause, 0));
    }
    Draft {
        statements: sections.iter().map(Statement::count).sum(),
        clauses: kept.iter().filter(|kept| kept.clause.is_some()).count(),
        text: writer.text,
    }
}

/// The typed sections, in the order of a spec. They are read in another: names first.
fn read(reading: &mut Reading<'_, '_>) -> Vec<Statement> {
    let mut heading = heading::read(reading);
    let (parties, named) = parties::read(reading);
    let period = period::read(reading, &named);
    let mut services = services::Services::read(reading);
    let (calendars, hours) = hours::read(reading);
    heading.below.extend(hours.business.as_ref().map(|(_, statement)| statement.clone()));
    let maintenance = maintenance::read(reading);
    let (severities, times) = severities::read(reading, &hours, &mut services, &named);
    let levels = availability::read(reading, &named, &hours, &mut services, &maintenance);
    let penalties = credits::read(reading, &levels, &services, &named);
    let law = law::read(reading);
    let liability = liability::read(reading);
    // A term that names a party, a service or hours is defined by them.
    let definitions = definitions::read(reading);
    let services = services.statement(reading);
    let all: Vec<Statement> = times.into_iter().chain(levels.into_iter().map(|level| level.statement)).collect();
    let levels = (!all.is_empty()).then(|| Statement::new("levels").below(all));
    let mut sections = vec![heading];
    sections.extend([parties, definitions, period, services, calendars, severities, levels].into_iter().flatten());
    sections.extend(maintenance.into_iter().map(|planned| planned.statement));
    sections.extend([penalties, law, liability].into_iter().flatten());
    sections
}
