//! An availability target that nobody measures.

use super::Found;
use super::contract::Contract;
use super::target::{AVAILABILITY, targets};

/// What says that something is measured.
const MEASURED: [&str; 20] = [
    "measur", "monitor", "calculat", "comput", "recorded", "records", "logs", "status page", "report", "probe", "determined",
    "tracked", "track ", "tracking", "tracker", "public here", "verified", "gemessen", "divided by", "observ",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let targets = targets(contract);
    let Some(target) = targets.first() else { return };
    let said = contract.sentences.iter().any(|sentence| sentence.has(&MEASURED) && sentence.has(&AVAILABILITY))
        || contract.sentences.iter().any(|sentence| {
            sentence.has(&["monitoring system", "monitoring tool", "monitoring service", "monitored", "measured by", "status page"])
        });
    if said {
        return;
    }
    found.push(
        target.sentence.block,
        &target.sentence.placed(&target.share.range),
        "nothing says who measures this target, and with what",
        "name the source: `measured by ___ at ___, every ___ minutes`",
    );
}
