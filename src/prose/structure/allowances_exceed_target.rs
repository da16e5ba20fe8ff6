//! Allowances for outages that together are more than the target leaves.

use num_rational::Ratio;

use super::Found;
use super::contract::{Contract, Sentence};
use super::quantity::{Unit, lengths, ratio, shares};
use super::target::is_high;
use crate::evaluate::InWords;
use crate::model::Number;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let monthly: Vec<(&Sentence<'_>, Number)> = contract
        .sentences
        .iter()
        .filter(|sentence| sentence.has(&["uptime", "availab", "99"]) && sentence.has(&["month"]) && !sentence.has(&["credit", "below", "less than", "refund"]))
        .filter_map(|sentence| {
            Some((sentence, shares(sentence.text).into_iter().find(is_high)?.value))
        })
        .collect();
    let Some((target, percent)) = monthly.first() else { return };
    // The longest month leaves the most.
    let left = (Ratio::from_integer(100) - ratio(*percent)) / Ratio::from_integer(100) * Ratio::from_integer(31 * 86_400);
    let inclusive = target.has(&["inclusive of", "including scheduled", "including planned", "including maintenance"]);
    let mut total = Ratio::from_integer(0);
    for sentence in &contract.sentences {
        let counted = sentence.has(&["unplanned", "unscheduled", "unavailab", "outage"])
            || inclusive && sentence.has(&["maintenance", "scheduled"])
            // What a cell says stands beside what it is about.
            || beside(contract, sentence).is_some_and(|name| name.contains("unplanned") || name.contains("unscheduled"));
        let limits = ["maximum", "not exceed", "no more than", "up to", "at most"];
        let excluded = sentence.has(&["not count", "excluded from", "credit", "compensat"]) || !inclusive && sentence.has(&["scheduled downtime", "planned maintenance", "scheduled maintenance"]) && !sentence.has(&["unplanned", "unscheduled"]);
        if !counted || excluded || !sentence.has(&limits) || !sentence.has(&["month"]) {
            continue;
        }
        let place = limits.iter().filter_map(|words| sentence.lower.find(words)).min().unwrap_or(0);
        let lengths = lengths(&sentence.words());
        let Some(allowed) = lengths.iter().find(|length| {
            length.range.start >= sentence.start + place && matches!(length.unit, Unit::Minute | Unit::Hour)
        }) else {
            continue;
        };
        total += allowed.seconds().unwrap_or_default();
        if total > left {
            let words = |seconds: Ratio<i128>| InWords(i64::try_from(seconds.to_integer()).unwrap_or(0)).to_string();
            found.push(
                sentence.block,
                &allowed.range,
                format!("the allowances are {} a month, and {percent}% leaves at most {}", words(total), words(left)),
                "say whether this time counts against the target, or lower it",
            );
            return;
        }
    }
}

/// What stands at the start of a cell's row, in small letters.
fn beside(contract: &Contract<'_>, sentence: &Sentence<'_>) -> Option<String> {
    let (table, row, _) = contract.cell(sentence.at)?;
    Some(table.text(contract.document, row, 0).to_lowercase())
}
