//! A percentage that two tiers pay for.

use super::Found;
use super::contract::Contract;
use crate::diagnostic::Related;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for ladder in contract.ladders() {
        if ladder.is_nested() {
            continue;
        }
        for pair in ladder.tiers.windows(2) {
            let (upper, lower) = (&pair[0], &pair[1]);
            let (Some(high), Some(low)) = (lower.high, upper.low) else { continue };
            let both = if high.value > low.value {
                // Steps of which each goes up to the target are read as the deepest that is reached.
                format!("what lies between {}% and {}%", low.value, high.value)
            } else if high.value == low.value && high.closed && low.closed {
                format!("exactly {}%", high.value)
            } else {
                continue;
            };
            let span = contract.block(upper.at).span(contract.document.source, &upper.range);
            found
                .push(contract.block(lower.at), &lower.range, format!("{both} belongs to two tiers"), "let one end be open: `at least ___% and below ___%`")
                .related
                .push(Related { span, message: "the other tier".to_owned() });
        }
    }
}
