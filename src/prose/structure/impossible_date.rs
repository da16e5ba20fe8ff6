//! A date that is on no calendar: `31 June 2026`.

use super::Found;
use super::contract::Contract;
use super::dates::dates;
use crate::model::Date;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in contract.sentences.iter().filter(|sentence| sentence.lower.bytes().any(|byte| byte.is_ascii_digit())) {
        for written in dates(&sentence.words()) {
            if written.day().is_some() {
                continue;
            }
            let first = Date::new(written.year.unwrap_or(2024), written.month, 1);
            let last = first.map_or(0, Date::days_in_month);
            found.push(
                sentence.block,
                &written.range,
                format!("there is no {}: that month has {last} days", &sentence.block.text[written.range.clone()]),
                "write the day that is meant",
            );
        }
    }
}
