//! A severity without a time to respond.

use super::Found;
use super::contract::Contract;
use super::quantity::lengths;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let levels = contract.levels();
    let Some(first) = levels.first() else { return };
    let help = "add the time: `responds within ___`, or say that there is none";
    if levels.iter().any(|level| level.response) {
        for level in levels.iter().filter(|level| !level.response) {
            let block = contract.block(level.at);
            found.push(block, &level.range, format!("`{}` has no response time, others have", &block.text[level.range.clone()]), help);
        }
        return;
    }
    let general = contract.sentences.iter().any(|sentence| {
        sentence.has(&["respon", "acknowledg", "reply", "answer"]) && !lengths(&sentence.words()).is_empty()
    });
    if !general {
        found.push(contract.block(first.at), &first.range, "no severity has a response time", help);
    }
}
