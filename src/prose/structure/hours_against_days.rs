//! Business hours that are not the business days beside them: `24 business hours or 2 business days`.

use super::Found;
use super::clock::open;
use super::contract::Contract;
use super::quantity::{Unit, lengths, ratio};
use num_rational::Ratio;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let day = business_day(contract);
    for sentence in contract.sentences.iter().filter(|sentence| sentence.has(&["hour"]) && sentence.has(&["day"])) {
        let all = lengths(&sentence.words());
        for pair in all.windows(2) {
            let (one, other) = (&pair[0], &pair[1]);
            let (hours, days) = match (one.unit, other.unit) {
                (Unit::Hour, Unit::Day) => (one, other),
                (Unit::Day, Unit::Hour) => (other, one),
                _ => continue,
            };
            let text = &sentence.block.text;
            let between = text[one.range.end..other.range.start].trim();
            let same = ["or", "(", "=", "i.e.", "(i.e.", "that is", ", i.e.", "(or", "/", ", or", "(=", ", that is,"].contains(&between);
            if !same || !hours.business || !days.business {
                continue;
            }
            let lasts = |length: u32| ratio(days.value) * Ratio::from_integer(length.into()) == ratio(hours.value) * Ratio::from_integer(60);
            // Where nobody says how long a business day is, any usual one may be meant.
            let agrees = day.map_or_else(|| [450, 480, 540, 600].into_iter().any(lasts), lasts);
            if agrees {
                continue;
            }
            let known = match day {
                Some(day) => format!("a business day here has {} hours", Ratio::new(day, 60)),
                None => "no usual business day is that long".to_owned(),
            };
            found.push(
                sentence.block,
                &(one.range.start..other.range.end),
                format!("{} are not {}: {known}", &text[hours.range.clone()], &text[days.range.clone()]),
                "keep the one that is meant",
            );
        }
    }
}

/// How long a business day is by the opening hours, in minutes, where the contract says it once or always alike.
fn business_day(contract: &Contract<'_>) -> Option<u32> {
    let about = ["business hour", "business day", "working hour", "office hour", "support hour", "monday", "staffed"];
    let spans: Vec<u32> = contract
        .sentences
        .iter()
        .filter(|sentence| sentence.has(&about))
        .flat_map(|sentence| open(sentence).into_iter().map(|open| open.minutes))
        .collect();
    let first = *spans.first()?;
    spans.iter().all(|span| *span == first).then_some(first)
}
