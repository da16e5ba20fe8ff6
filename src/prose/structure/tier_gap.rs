//! A percentage that no tier pays for, between tiers that do.

use super::Found;
use super::band::{End, Tier};
use super::contract::Contract;
use super::target::targets;
use crate::model::Number;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let mut promised: Vec<Number> = targets(contract).iter().map(|target| target.share.value).collect();
    promised.sort_unstable();
    promised.dedup();
    for ladder in contract.ladders() {
        if ladder.is_nested() {
            let highest = ladder.tiers.iter().find(|tier| !tier.nothing);
            below_target(contract, &promised, highest, found);
            continue;
        }
        for pair in ladder.tiers.windows(2) {
            let (upper, lower) = (&pair[0], &pair[1]);
            let (Some(from), Some(to)) = (lower.high, upper.low) else { continue };
            if let Some(gap) = gap(from, to) {
                let span = contract.block(upper.at).span(contract.document.source, &upper.range);
                found
                    .push(contract.block(lower.at), &lower.range, format!("{gap} belongs to no tier"), "let each tier begin where the next one ends: `at least ___% and below ___%`")
                    .related
                    .push(crate::diagnostic::Related { span, message: "the next tier".to_owned() });
            }
        }
        let lowest = ladder.tiers.iter().filter_map(|tier| tier.low).map(|end| end.value).min();
        let bounded = ladder.tiers.iter().all(|tier| tier.low.is_some());
        if let (Some(value), true, Some(last)) = (lowest.filter(|value| !value.is_zero()), bounded, ladder.tiers.last()) {
            found.push(
                contract.block(last.at),
                &last.range,
                format!("below {value}% there is no tier: the worst month pays nothing"),
                "let the last tier have no lower end: `below ___%`",
            );
        }
        let highest = ladder.tiers.iter().find(|tier| !tier.nothing);
        let met = ladder.tiers.iter().any(|tier| tier.nothing);
        if !met {
            below_target(contract, &promised, highest, found);
        }
    }
}

/// The target is missed, and the first tier does not reach up to it.
fn below_target(contract: &Contract<'_>, promised: &[Number], highest: Option<&Tier>, found: &mut Found<'_>) {
    let ([target], Some(tier)) = (promised, highest) else { return };
    let Some(high) = tier.high.filter(|high| high.value < *target) else { return };
    found.push(
        contract.block(tier.at),
        &tier.range,
        format!("between {}% and the target of {target}% nothing is paid", high.value),
        format!("let the first tier begin below {target}%, or say that such a miss has no credit"),
    );
}

/// What lies between the upper end of a tier and the lower end of the next, in words.
fn gap(from: End, to: End) -> Option<String> {
    if from.value < to.value {
        return Some(format!("what lies between {}% and {}%", from.value, to.value));
    }
    (from.value == to.value && !from.closed && !to.closed).then(|| format!("exactly {}%", from.value))
}
