//! A number that is left out between two sections.

use std::collections::BTreeMap;

use super::Found;
use super::contract::Contract;
use crate::prose::document::BlockKind;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    // By realm and by the number above: the last number.
    let mut last: BTreeMap<(usize, Vec<String>), u64> = BTreeMap::new();
    for numbered in &contract.outline.numbered {
        let block = contract.block(numbered.at);
        let parts = &numbered.label.parts;
        let Some(value) = parts.last().and_then(|part| part.parse::<u64>().ok()) else { continue };
        let section = parts.len() > 1 || block.kind == BlockKind::Heading;
        let listed = block.kind == BlockKind::Item;
        if !section && !listed {
            continue;
        }
        let above = match (section, parts.len()) {
            (true, 1) => numbered.path.split_last().map_or_else(Vec::new, |(_, above)| above.to_vec()),
            (true, _) => parts[..parts.len() - 1].to_vec(),
            (false, _) => vec!["list".to_owned()],
        };
        let before = last.insert((numbered.realm, above.clone()), value);
        let Some(before) = before.filter(|before| value > *before && (2..20).contains(&(value - before))) else { continue };
        let name = |value: u64| {
            let mut parts = if section { above.clone() } else { Vec::new() };
            parts.push(value.to_string());
            parts.join(".")
        };
        let missing = match value - before {
            2 => format!("there is no {}", name(before + 1)),
            _ => format!("{} to {} are missing", name(before + 1), name(value - 1)),
        };
        let range = if numbered.label.range.is_empty() { 0..block.text.len() } else { numbered.label.range.clone() };
        found.push(
            block,
            &range,
            format!("{} follows {}: {missing}", name(value), name(before)),
            "number anew, or write `intentionally left blank` where a section was deleted",
        );
    }
}
