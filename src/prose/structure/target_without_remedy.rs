//! An availability target whose miss has no consequence.

use super::Found;
use super::contract::Contract;
use super::target::targets;

/// What a miss can lead to.
const REMEDY: [&str; 18] = [
    "credit", "refund", "remed", "compensat", "penalt", "discount", "rebate", "damages", "reimburse", "abatement",
    "reduction of", "reduce the fee", "terminate", "gutschrift", "minderung", "money back", "service points", "stability work",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let targets = targets(contract);
    let Some(target) = targets.first() else { return };
    // What only one party may do without a miss, such as to end a free account, is no remedy for a miss.
    let said = contract.sentences.iter().any(|sentence| {
        sentence.has(&REMEDY) && !sentence.has(&["credit card", "credit check", "your credit "]) && !sentence.has(&["no credit", "no refund", "not refundable"])
    });
    if said {
        return;
    }
    found.push(
        target.sentence.block,
        &target.sentence.placed(&target.share.range),
        "nothing follows where this target is missed",
        "add what follows, such as `credits ___% of the monthly fee`, or say that nothing does",
    );
}
