//! A term that is defined and never used.

use std::ops::Range;

use super::Found;
use super::contract::Contract;
use super::definition::Definition;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let places = contract.places();
    let unused: Vec<bool> =
        contract.definitions.iter().zip(places).map(|(definition, places)| is_unused(contract, definition, places)).collect();
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
fn is_unused(contract: &Contract<'_>, definition: &Definition, places: &[(usize, Range<usize>)]) -> bool {
    let within = |(at, range): &(usize, Range<usize>)| {
        *at == definition.at
            && (range.start < definition.range.end && definition.range.start < range.end
                || definition.meaning.as_ref().is_some_and(|meaning| meaning.contains(&range.start)))
    };
    // The places at which the same term is defined anew are no use of it.
    let defined_anew = |(at, range): &(usize, Range<usize>)| {
        contract.definitions.iter().any(|other| {
            other.at == *at && other.range == *range && other.term.eq_ignore_ascii_case(&definition.term)
        })
    };
    places.iter().all(|place| within(place) || defined_anew(place))
}
