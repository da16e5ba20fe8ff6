//! A tier that pays where the target is met.

use super::Found;
use super::contract::Contract;
use super::quantity::shares;
use super::target::{AVAILABILITY, promised, targets};
use crate::model::Number;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let mut told = false;
    for ladder in contract.ladders() {
        // With two targets nobody can tell which one a tier belongs to.
        let promised = promised(contract, ladder);
        let [target] = promised.as_slice() else { continue };
        for tier in ladder.tiers.iter().filter(|tier| !tier.nothing && tier.credit.is_none_or(|credit| !credit.is_zero())) {
            let pays = match (tier.high, tier.low) {
                (Some(high), _) => high.value > *target || high.value == *target && high.closed,
                (None, Some(low)) => low.value >= *target && tier.credit.is_some(),
                (None, None) => false,
            };
            if pays {
                told = true;
                found.push(
                    contract.block(tier.at),
                    &tier.range,
                    format!("this tier pays where the target of {target}% is met"),
                    format!("let it end below the target: `below {target}%`"),
                );
            }
        }
    }
    let mut all: Vec<Number> = targets(contract).iter().map(|target| target.share.value).collect();
    all.sort_unstable();
    all.dedup();
    let ([target], false) = (all.as_slice(), told) else { return };
    // A credit in a sentence of its own: `if uptime is less than or equal to 99.9%, …`.
    for sentence in contract.sentences.iter().filter(|sentence| sentence.has(&["credit", "refund", "discount"]) && sentence.has(&AVAILABILITY[..6])) {
        for share in shares(sentence.text).into_iter().filter(|share| share.value == *target) {
            let before = sentence.lower[..share.range.start].trim_end();
            let after = sentence.lower[share.range.end..].trim_start();
            let closed = ["less than or equal to", "\u{2264}", "<=", "at or below", "equal to or less than", "equal to or below", "lower than or equal to"];
            if closed.iter().any(|words| before.ends_with(words)) || after.starts_with("or less") || after.starts_with("or lower") || after.starts_with("or below") {
                found.push(
                    sentence.block,
                    &sentence.placed(&share.range),
                    format!("this pays where the target of {target}% is met"),
                    format!("write `below {target}%`"),
                );
            }
        }
    }
}
