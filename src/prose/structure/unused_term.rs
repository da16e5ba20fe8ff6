//! A term that is defined and never used.

use std::collections::BTreeSet;

use super::Found;
use super::contract::Contract;
use super::definition::{Definition, Place};

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let places = contract.places();
    // The places at which a term is defined anew are no use of it.
    let own: BTreeSet<(usize, usize)> =
        contract.definitions.iter().map(|definition| (definition.at, definition.range.start)).collect();
    let unused: Vec<bool> = contract
        .definitions
        .iter()
        .zip(&contract.leads)
        .map(|(definition, lead)| is_unused(definition, &places[*lead], &own))
        .collect();
    for (number, definition) in contract.definitions.iter().enumerate().filter(|(number, _)| unused[*number]) {
        // `"Service Level Objective" or "SLO"`: one of the two names is enough.
        let alias = |other: Option<usize>| {
            other.and_then(|other| Some((contract.definitions.get(other)?, other))).is_some_and(|(other, place)| {
                let (first, last) = (definition.range.end.min(other.range.end), definition.range.start.max(other.range.start));
                other.at == definition.at && last.saturating_sub(first) < 12 && !unused[place]
            })
        };
        if alias(number.checked_sub(1)) || alias(number.checked_add(1)) {
            continue;
        }
        found.push(
            contract.block(definition.at),
            &definition.range,
            format!("`{}` is defined and never used", definition.term),
            "use it where it is meant, or delete the definition",
        );
    }
}

/// Whether all places of a term are where it is defined.
fn is_unused(definition: &Definition, places: &[Place], own: &BTreeSet<(usize, usize)>) -> bool {
    let within = |(at, range): &Place| {
        *at == definition.at
            && (range.start < definition.range.end && definition.range.start < range.end
                || definition.meaning.as_ref().is_some_and(|meaning| meaning.contains(&range.start)))
    };
    places.iter().all(|place| within(place) || own.contains(&(place.0, place.1.start)))
}
