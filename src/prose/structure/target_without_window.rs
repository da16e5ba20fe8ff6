//! An availability target that says over what time it is taken nowhere.

use num_rational::Ratio;

use super::Found;
use super::contract::Contract;
use super::quantity::ratio;
use super::target::{AVAILABILITY, targets};

/// What names a period.
const PERIOD: [&str; 22] = [
    "month", "quarter", "year", "annual", "week", "daily", "per day", "billing cycle", "billing period", "calendar", "rolling",
    "each day", "trailing", "measurement period", "24-hour", "30-day", "reporting period", "monat", "jahr", "30 days",
    "90 days", "subscription period",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let targets = targets(contract);
    // Where nothing may fail, there is no window to hide a failure in.
    let Some(target) = targets.iter().find(|target| ratio(target.share.value) < Ratio::from_integer(100)) else { return };
    let maintenance = ["maintenance", "business day", "office hours", "fee", "price", "support hours"];
    let said = contract.sentences.iter().any(|sentence| {
        sentence.has(&PERIOD) && (sentence.has(&AVAILABILITY[..6]) || sentence.has(&["% of the time", "total minutes"])) && (!sentence.has(&maintenance) || sentence.lower.contains('%'))
    });
    // A table of targets says it over its columns.
    let over = contract.tables.iter().any(|table| {
        (0..table.width()).any(|column| {
            let over = table.over(contract.document, column);
            PERIOD.iter().any(|word| over.contains(word))
        })
    });
    if said || over {
        return;
    }
    found.push(
        target.sentence.block,
        &target.sentence.placed(&target.share.range),
        "this target has no window: nobody can tell over what time it is taken",
        "add the period, such as `in each calendar month`",
    );
}
