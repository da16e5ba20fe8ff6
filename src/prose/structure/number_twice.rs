//! Two sections with one number.

use std::collections::BTreeMap;

use super::Found;
use super::contract::Contract;
use super::outline::Numbered;
use crate::diagnostic::Related;
use crate::prose::document::BlockKind;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let mut first: BTreeMap<(usize, Vec<String>), &Numbered> = BTreeMap::new();
    for numbered in &contract.outline.numbered {
        let block = contract.block(numbered.at);
        let section = numbered.label.parts.len() > 1 || block.kind == BlockKind::Heading;
        // A list may begin again; letters do in each clause.
        if !section || !numbered.label.parts[0].starts_with(|letter: char| letter.is_ascii_digit()) {
            continue;
        }
        let written = numbered.label.parts.join(".");
        // A number below another number is one of its own.
        let key = if numbered.label.parts.len() > 1 { numbered.label.parts.clone() } else { numbered.path.clone() };
        let Some(other) = first.insert((numbered.realm, key), numbered) else { continue };
        let place = |numbered: &Numbered| {
            let block = contract.block(numbered.at);
            let range = numbered.label.range.clone();
            (block, if range.is_empty() { 0..block.text.len() } else { range })
        };
        let (other, other_range) = place(other);
        let span = other.span(contract.document.source, &other_range);
        let (block, range) = place(numbered);
        found
            .push(block, &range, format!("there are two sections {written}"), "number one of them anew, and the references to it")
            .related
            .push(Related { span, message: "the other is here".to_owned() });
    }
}
