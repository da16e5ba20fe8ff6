//! A percentage that no tier pays for, between tiers that do.

use num_rational::Ratio;

use super::Found;
use super::band::End;
use super::contract::Contract;
use super::ladder::Tier;
use super::quantity::{ratio, small};
use super::target::promised;
use crate::model::Number;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let step = step(contract);
    for ladder in contract.ladders() {
        let promised = promised(contract, ladder);
        if ladder.is_nested() {
            let highest = ladder.tiers.iter().find(|tier| !tier.nothing);
            below_target(contract, &promised, highest, step, found);
            continue;
        }
        for pair in ladder.tiers.windows(2) {
            let (upper, lower) = (&pair[0], &pair[1]);
            let (Some(from), Some(to)) = (lower.high, upper.low) else { continue };
            if let Some(gap) = gap(from, to).filter(|_| !is_step(from, to.value, step)) {
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
            below_target(contract, &promised, highest, step, found);
        }
    }
}

/// The target is missed, and the first tier does not reach up to it.
fn below_target(
    contract: &Contract<'_>,
    promised: &[Number],
    highest: Option<&Tier>,
    step: Option<Ratio<i128>>,
    found: &mut Found<'_>,
) {
    let ([target], Some(tier)) = (promised, highest) else { return };
    let Some(high) = tier.high.filter(|high| high.value < *target && !is_step(*high, *target, step)) else { return };
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

/// The smallest difference between two figures, where the contract rounds them to so many decimals.
fn step(contract: &Contract<'_>) -> Option<Ratio<i128>> {
    let rounded = contract.sentences.iter().find(|sentence| sentence.has(&["round"]) && sentence.has(&["decimal"]))?;
    let words: Vec<&str> = rounded.lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let at = words.iter().position(|word| word.starts_with("decimal"))?;
    let count = words[..at].iter().rev().take(3).find_map(|word| word.parse().ok().or_else(|| small(word)))?;
    Some(Ratio::new(1, 10_i128.checked_pow(u32::try_from(count).ok()?)?))
}

/// Whether nothing lies between a closed end and what follows it, once rounded.
fn is_step(from: End, to: Number, step: Option<Ratio<i128>>) -> bool {
    step.is_some_and(|step| from.closed && ratio(to) - ratio(from.value) == step)
}
