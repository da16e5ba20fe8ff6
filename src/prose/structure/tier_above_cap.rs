//! A tier that the cap keeps from ever being paid.

use super::Found;
use super::contract::{Contract, Sentence};
use super::quantity::{Share, shares};
use crate::diagnostic::Related;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let caps: Vec<(&Sentence<'_>, Share)> =
        contract.sentences.iter().filter_map(|sentence| cap(sentence).map(|share| (sentence, share))).collect();
    // Two caps may be for two things.
    let [(sentence, cap)] = caps.as_slice() else { return };
    for ladder in contract.ladders() {
        for tier in &ladder.tiers {
            let Some(credit) = tier.credit.filter(|credit| *credit > cap.value) else { continue };
            let span = sentence.block.span(contract.document.source, &sentence.placed(&cap.range));
            found
                .push(
                    contract.block(tier.at),
                    &tier.range,
                    format!("this tier pays {credit}%, and the cap of {}% keeps it from being paid", cap.value),
                    "raise the cap, or lower the tier",
                )
                .related
                .push(Related { span, message: "the cap".to_owned() });
        }
    }
}

/// The cap on credits that a sentence states, of the same fee as the tiers.
fn cap(sentence: &Sentence<'_>) -> Option<Share> {
    let caps = ["not exceed", "capped at", "maximum", "in no event", "up to a total", "limited to", "no more than", "not be more than", "amount more than", "at most"];
    let about = sentence.has(&["credit", "refund", "compensation"]) && sentence.block.cell.is_none();
    // The fee of a year, or of the whole term, is another base.
    let other = ["year", "annual", "twelve", "12 month", "quarter", "subscription period", "term", "total fees", "contract value", "whole period", "entire period"];
    if !about || !sentence.has(&caps) || sentence.has(&other) {
        return None;
    }
    let place = caps.iter().filter_map(|words| sentence.lower.find(words)).min()?;
    shares(sentence.text).into_iter().find(|share| share.range.start > place)
}
