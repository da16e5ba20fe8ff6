//! Terms whose definitions lead back to themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Found;
use super::contract::Contract;
use super::definition::Definition;

/// How many words of a meaning say what kind of thing it is; what stands further back only describes it.
const HEAD: usize = 10;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let defined: Vec<&Definition> = contract.definitions.iter().collect();
    // Which definitions a definition leans on.
    let mut leans: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut by_block: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, definition) in defined.iter().enumerate().filter(|(_, definition)| definition.meaning.is_some()) {
        by_block.entry(definition.at).or_default().push(number);
    }
    // Where the terms stand in the blocks that define some.
    let mut taken: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for (at, range) in contract.places().iter().flatten().filter(|(at, _)| by_block.contains_key(at)) {
        taken.entry(*at).or_default().push(range.clone());
    }
    for (target, places) in contract.places().iter().enumerate() {
        if defined[target].meaning.is_none() {
            continue;
        }
        for (at, range) in places {
            let (at, range) = (*at, range.clone());
            let text = &contract.block(at).text;
            // A term is written large; small letters are the word of everyday.
            if !text[range.clone()].starts_with(char::is_uppercase) {
                continue;
            }
            // Part of a longer term: `Pipeline` in `Pipeline Run`.
            let longer = by_block.contains_key(&at)
                && taken.get(&at).into_iter().flatten().any(|other| {
                    other.start <= range.start && range.end <= other.end && other.len() > range.len()
                });
            if longer {
                continue;
            }
            for number in by_block.get(&at).into_iter().flatten() {
                let Some(meaning) = &defined[*number].meaning else { continue };
                if !meaning.contains(&range.start) {
                    continue;
                }
                let words = text[meaning.start..range.start].split_whitespace().count();
                // A meaning may go on to use its own term: `… but Downtime does not include …`.
                let own = contract.leads[*number] == target && words > 3;
                if words < HEAD && !own {
                    leans.entry(contract.leads[*number]).or_default().insert(target);
                }
            }
        }
    }
    let mut told = BTreeSet::new();
    for start in leans.keys() {
        let Some(circle) = circle(*start, &leans) else { continue };
        let mut members = circle.clone();
        members.sort_unstable();
        if !told.insert(members) {
            continue;
        }
        let definition = defined[*start];
        let names: Vec<String> =
            circle.iter().chain([start]).map(|number| format!("`{}`", defined[*number].term)).collect();
        found.push(
            contract.block(definition.at),
            &definition.range,
            format!("the definition leads back to itself: {}", names.join(" → ")),
            "define one of them without the others",
        );
    }
}

/// The shortest way from a definition back to itself, over at most four.
fn circle(start: usize, leans: &BTreeMap<usize, BTreeSet<usize>>) -> Option<Vec<usize>> {
    let mut ways = vec![vec![start]];
    for _ in 0..4 {
        let mut longer = Vec::new();
        for way in ways {
            for next in way.last().and_then(|last| leans.get(last)).into_iter().flatten() {
                if *next == start {
                    return Some(way);
                }
                if !way.contains(next) && longer.len() < 1000 {
                    longer.push([way.as_slice(), &[*next]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}
