//! A term with two meanings.

use std::collections::BTreeMap;

use super::Found;
use super::contract::Contract;

/// What leads to a definition that stands elsewhere.
const LEADS: [&str; 5] = ["the meaning in ", "the meaning given", "the meaning set", "the meaning ascribed", "the meaning assigned"];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let mut first = BTreeMap::new();
    for definition in &contract.definitions {
        let Some(meaning) = &definition.meaning else { continue };
        let block = contract.block(definition.at);
        let says = block.text[meaning.clone()].trim().to_lowercase();
        // `has the meaning in clause 17` leads to the meaning, and is no other.
        if LEADS.iter().any(|words| says.contains(words)) {
            continue;
        }
        let Some((other, known)) = first.insert(definition.term.to_lowercase(), (definition, says.clone())) else {
            continue;
        };
        // The same sentence twice, as in a summary, changes nothing.
        if known == says {
            continue;
        }
        let span = contract.block(other.at).span(contract.document.source, &other.range);
        found
            .push(
                block,
                &definition.range,
                format!("`{}` is defined a second time", definition.term),
                "keep one definition, or give the second meaning a name of its own",
            )
            .related
            .push(crate::diagnostic::Related { span, message: "defined here already".to_owned() });
    }
}
