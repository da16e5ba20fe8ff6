//! The terms that the contract defines, word for word.

use super::reading::{Reading, without_number};
use super::statement::Statement;
use super::words::{clean, string};
use crate::prose::structure::outline::label;

/// Longer meanings stand in a block.
const ON_A_LINE: usize = 80;

/// Verbs of a definition that says what a term is, and all of it.
const MEANS: [&str; 8] = ["means", "mean", "shall mean", "will mean", "shall", "will", "bedeutet", "bezeichnet"];

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let mut below = Vec::new();
    let contract = reading.contract;
    for (number, definition) in contract.definitions.iter().enumerate() {
        let Some(meaning) = &definition.meaning else { continue };
        let block = contract.block(definition.at);
        let twice = contract.leads.iter().filter(|lead| **lead == contract.leads[number]).count() > 1;
        let start = label(block).map_or(0, |label| label.range.end);
        let before =
            block.text[start.min(definition.range.start)..definition.range.start].trim_matches(['"', '\'', ' ']);
        // The number of a point may stand in its words: `(b) Ticket means …`.
        let numbered = format!("{before} x");
        let before = without_number(&numbered).trim_end_matches('x');
        let before = before.trim_matches(['.', ')', '(', '"', '\'', ' ', '-', '\u{2022}']);
        // Part of it may be said by another statement already, such as the hours of a calendar.
        let taken = !reading.taken(definition.at).is_empty();
        if twice || taken || !before.is_empty() || definition.range.end >= meaning.start {
            continue;
        }
        let between = &block.text[definition.range.end..meaning.start];
        let colon = between.trim().trim_matches(['"', '\'', '*']) == ":";
        let verb = between.trim_matches(['"', '\'', ' ', ',', ':', '.', ')']).to_lowercase();
        let rest = block.text[meaning.clone()].trim_start();
        // The range of the meaning may begin after `shall`.
        let rest = rest.strip_prefix("mean ").unwrap_or(rest);
        let whole = block.text[meaning.end..].trim().is_empty();
        let said = clean(rest.trim_end_matches(['.', ';', ' ']));
        let listed = said.ends_with(':') || said.ends_with(';') || said.ends_with(" and");
        if !(colon || MEANS.contains(&verb.as_str())) || said.is_empty() || !whole || listed {
            continue;
        }
        let Some(name) = reading.declare(definition.term.trim()) else { continue };
        let place = (definition.at, 0..block.text.len());
        reading.take(place.clone());
        let mut statement = Statement::new(format!("{name} means")).from(place);
        if said.chars().count() <= ON_A_LINE {
            statement.words = format!("{name} means {}", string(&said));
        } else {
            statement.prose.push(said);
        }
        below.push(statement);
    }
    (!below.is_empty()).then(|| Statement::new("definitions").below(below))
}
