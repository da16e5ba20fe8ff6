//! The availability targets of a contract, and what is said about availability.

use super::contract::{Contract, Sentence};
use super::ladder::Ladder;
use super::quantity::{Share, ratio, shares};
use crate::model::Number;
use crate::prose::document::BlockKind;

/// What availability is called.
pub(super) const AVAILABILITY: [&str; 9] =
    ["uptime", "availab", "downtime", "outage", "up-time", "verfügbarkeit", "service level", "reachab", "accessib"];
/// What promises.
const PROMISE: [&str; 23] = [
    "guarantee",
    "commit",
    "at least",
    "minimum",
    "not less than",
    "no less than",
    "shall",
    "will",
    "target",
    "maintain",
    "ensure",
    "warrant",
    "promise",
    "provide",
    "level of",
    "or better",
    "or higher",
    "aim",
    "garantiert",
    "mindestens",
    "objective",
    "is to be",
    "percentage of",
];
/// What speaks of a miss, a credit or an example in place of the target.
const MISS: [&str; 20] = [
    "credit",
    "below",
    "falls",
    "less than",
    "refund",
    "discount",
    "drops",
    "fails",
    "did not",
    "does not meet",
    "between",
    "for example",
    "lower than",
    "under ",
    "corresponds",
    "illustrat",
    "percent of",
    "% of the",
    "of the monthly fee",
    "exceed",
];

/// A target with the sentence that promises it.
pub(super) struct Target<'c, 'd> {
    pub(super) sentence: &'c Sentence<'d>,
    pub(super) share: Share,
}

/// The availability targets: shares of at least a half that a sentence, or a table of services, promises.
pub(super) fn targets<'c, 'd>(contract: &'c Contract<'d>) -> Vec<Target<'c, 'd>> {
    let mut found = Vec::new();
    for sentence in
        contract.sentences.iter().filter(|sentence| sentence.lower.contains(['%']) || sentence.has(&["percent"]))
    {
        if sentence.block.kind == BlockKind::Head || !sentence.has(&AVAILABILITY[..6]) {
            continue;
        }
        let promised = sentence.has(&PROMISE)
            && sentence.block.kind != BlockKind::Cell
            && sentence.block.kind != BlockKind::Heading;
        if !promised {
            continue;
        }
        let Some(share) = shares(sentence.text).into_iter().find(is_high) else { continue };
        // `not less than` promises; what stands beside the figure tells.
        let before = &sentence.lower[..share.range.start];
        let at_least = ["not less than", "no less than", "at least", "minimum", "fall below", "not be less than"]
            .iter()
            .any(|words| before.trim_end().ends_with(words));
        if !at_least && sentence.has(&MISS) {
            continue;
        }
        found.push(Target { sentence, share });
    }
    found
}

/// The different targets that the tiers of a ladder can belong to, in order.
pub(super) fn promised(contract: &Contract<'_>, ladder: &Ladder) -> Vec<Number> {
    let mut all: Vec<Number> = match &ladder.plan {
        Some(plan) => of_plan(contract, plan),
        None => targets(contract).iter().map(|target| target.share.value).collect(),
    };
    all.sort_unstable();
    all.dedup();
    all
}

/// The targets of a plan, its name in small letters: from tables with a row a plan, and from sentences that begin with
/// its name.
fn of_plan(contract: &Contract<'_>, plan: &str) -> Vec<Number> {
    let document = contract.document;
    let mut found = Vec::new();
    let names = |lower: &str| {
        let rest = lower.trim_start().strip_prefix(plan);
        rest.is_some_and(|rest| !plan.is_empty() && !rest.starts_with(char::is_alphanumeric))
    };
    for table in &contract.tables {
        let available =
            |column: &usize| AVAILABILITY[..6].iter().any(|word| table.over(document, *column).contains(word));
        for row in table.body().filter(|row| names(&table.text(document, *row, 0).to_lowercase())) {
            for column in (1..table.width()).filter(available) {
                let text = table.text(document, row, column);
                if let [share] = shares(&text).as_slice()
                    && is_high(share)
                {
                    found.push(share.value);
                }
            }
        }
    }
    for sentence in contract.sentences.iter().filter(|sentence| sentence.block.cell.is_none() && names(sentence.lower))
    {
        let available = sentence.has(&AVAILABILITY[..6]) && !sentence.has(&["credit", "refund"]);
        if let ([share], true) = (shares(sentence.text).as_slice(), available)
            && is_high(share)
        {
            found.push(share.value);
        }
    }
    found
}

/// Whether a share can be an availability.
pub(super) fn is_high(share: &Share) -> bool {
    let value = ratio(share.value);
    value >= num_rational::Ratio::from_integer(50) && value <= num_rational::Ratio::from_integer(100)
}
