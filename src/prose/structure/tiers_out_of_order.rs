//! A worse month that pays less.

use super::Found;
use super::contract::Contract;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for ladder in contract.ladders() {
        let mut ladder = ladder.clone();
        ladder.tiers.retain(|tier| !tier.nothing && tier.high.is_some());
        ladder.tiers.sort_by(|one, other| other.high.map(|end| end.value).cmp(&one.high.map(|end| end.value)));
        for pair in ladder.tiers.windows(2) {
            let (Some(better), Some(worse)) = (pair[0].credit, pair[1].credit) else { continue };
            if worse < better {
                found.push(
                    contract.block(pair[1].at),
                    &pair[1].range,
                    format!("the lower availability pays {worse}%, the higher one {better}%"),
                    "let a worse month never pay less",
                );
            }
        }
    }
}
