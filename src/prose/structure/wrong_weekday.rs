//! A date beside a day of the week that it is not.

use super::Found;
use super::contract::Contract;
use super::dates::{WEEKDAYS, dates};

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in contract.sentences.iter().filter(|sentence| sentence.lower.contains("day") || sentence.has(&["tag ", "tag,"])) {
        for written in dates(&sentence.words()) {
            let (Some((weekday, place)), Some(date), Some(_)) = (&written.weekday, written.day(), written.year) else { continue };
            if date.weekday() != *weekday {
                let range = place.start..written.range.end;
                found.push(
                    sentence.block,
                    &range,
                    format!(
                        "{} is a {}",
                        &sentence.block.text[written.range.clone()],
                        WEEKDAYS[date.weekday() as usize]
                    ),
                    "correct the date or the day of the week",
                );
            }
        }
    }
}
