//! A percentage beside minutes that it does not allow: `99.95%, that is 21.56 minutes a month`.

use std::ops::Range;

use num_rational::Ratio;

use super::Found;
use super::contract::{Contract, find_beginning};
use super::quantity::{Length, Share, Unit, lengths, ratio, shares};
use super::target::is_high;
use crate::evaluate::InWords;
use crate::prose::sentence::words;

const DAY: i128 = 86_400;

/// The periods that a percentage can be of: how they are called, and their possible seconds.
const PERIODS: [(&[&str], &[i128]); 10] = [
    (&["30-day", "30 day", "thirty-day", "thirty (30) day"], &[30 * DAY]),
    (&["31-day"], &[31 * DAY]),
    (&["two weeks", "two-week", "biweekly", "14-day", "fortnight"], &[14 * DAY]),
    (&["month"], &[28 * DAY, 29 * DAY, 30 * DAY, 31 * DAY, 2_629_800, 2_628_000]),
    (&["year", "annual", "annum"], &[365 * DAY, 366 * DAY, 31_557_600, 364 * DAY, 360 * DAY]),
    (&["quarter"], &[90 * DAY, 91 * DAY, 92 * DAY, 7_884_000, 7_889_400]),
    (&["week"], &[7 * DAY]),
    (&["24-hour", "per day", "a day", "daily", "each day", "24 hours"], &[DAY]),
    (&["one hour", "per hour", "an hour"], &[3600]),
    (&["day"], &[DAY]),
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in contract.sentences.iter().filter(|sentence| sentence.lower.contains('%') && sentence.block.cell.is_none()) {
        let all: Vec<Share> = shares(sentence.text).into_iter().filter(is_high).collect();
        let whole = sentence.words();
        let stated = together(&lengths(&whole), &sentence.block.text);
        for share in &all {
            let place = sentence.placed(&share.range);
            // The figure beside it: no other percentage stands between.
            let next = all.iter().map(|other| sentence.placed(&other.range).start).filter(|start| *start > place.start).min();
            let beside = stated.iter().find(|stated| stated.range.start > place.end && next.is_none_or(|next| stated.range.start < next));
            let Some(stated) = beside else { continue };
            let between = sentence.block.text[place.end..stated.range.start].to_lowercase();
            let after = sentence.block.text[stated.range.end..sentence.start + sentence.text.len()].to_lowercase();
            if linked(&between, &after) {
                let around = sentence.lower;
                judge(contract, sentence.at, share, stated, around, &(place.start..stated.range.end), found);
            }
        }
    }
    in_tables(contract, found);
}

/// Whether the words between a percentage and a time, and those after it, make the one the other.
fn linked(between: &str, after: &str) -> bool {
    let says = ["=", "\u{2248}", "equal", "equivalent", "correspond", "which is", "that is", "i.e", "allow", "amount", "translat", "about", "approx", "meaning", "or about", "no more than", "maximum", "max", "(", "means", "or less than"];
    let not = ["respon", "resol", "within", "notice", "notif", "claim", "if ", "advance", "consecutive", "every", "interval", "credit", "maintenance", "during", "except"];
    let near: String = after.trim_start().chars().take(44).collect();
    let down = ["downtime", "outage", "unavailab", "down ", "down)", "per month", "a month", "per year", "a year", "each month", "per week", "a week", "a quarter", "per quarter", "/month", "/year", "per day", "a day", "monthly", "of permitted"];
    let said_before = ["downtime", "outage", "unavailab"].iter().any(|word| between.contains(word));
    says.iter().any(|word| between.contains(word))
        && !not.iter().any(|word| find_beginning(between, word).is_some())
        && between.len() < 90
        && (said_before || down.iter().any(|word| near.contains(word)))
}

/// A time that may be written in several units: `3 hours 39 minutes`.
struct Stated {
    range: Range<usize>,
    seconds: Ratio<i128>,
    /// The value of one in its last decimal, in seconds.
    last: Ratio<i128>,
}

fn together(all: &[Length], text: &str) -> Vec<Stated> {
    let mut found: Vec<(Stated, Unit)> = Vec::new();
    for length in all {
        let Some(seconds) = length.seconds() else { continue };
        let unit = Ratio::from_integer(length.unit.seconds().unwrap_or(1));
        let last = unit / Ratio::from_integer(10_i128.pow(length.value.decimals().min(9)));
        let joined = found.last_mut().filter(|(before, larger)| {
            let between = text[before.range.end..length.range.start].trim();
            *larger > length.unit && ["", "and", ",", ", and"].contains(&between)
        });
        match joined {
            Some((before, larger)) => {
                before.seconds += seconds;
                before.last = last;
                before.range.end = length.range.end;
                *larger = length.unit;
            }
            None => found.push((Stated { range: length.range.clone(), seconds, last }, length.unit)),
        }
    }
    found.into_iter().map(|(stated, _)| stated).collect()
}

fn judge(contract: &Contract<'_>, at: usize, share: &Share, stated: &Stated, around: &str, range: &Range<usize>, found: &mut Found<'_>) {
    let Some((_, periods)) = PERIODS.iter().find(|(names, _)| names.iter().any(|name| around.contains(name))) else { return };
    let missed = (Ratio::from_integer(100) - ratio(share.value)) / Ratio::from_integer(100);
    let allowed = |period: i128| missed * Ratio::from_integer(period);
    // Rounded up, down or to the nearest, the last digit may be one off.
    let agrees = periods.iter().any(|period| {
        let difference = stated.seconds - allowed(*period);
        difference <= stated.last && -difference <= stated.last
    });
    if agrees {
        return;
    }
    let shown = |period: i128| {
        let seconds = allowed(period);
        // Fractions of a second matter where there is no minute.
        InWords(i64::try_from(seconds.round().to_integer()).unwrap_or(0)).to_string()
    };
    let (least, most) = (periods.iter().min().copied().unwrap_or(0), periods.iter().max().copied().unwrap_or(0));
    let figures = if least == most { shown(least) } else { format!("{} to {}", shown(least), shown(most)) };
    let block = contract.block(at);
    found.push(
        block,
        range,
        format!("{}% allows {figures}, not {}", share.value, &block.text[stated.range.clone()]),
        "keep the percentage, and leave the minutes out or correct them",
    );
}

/// Rows of a percentage with the downtime that it allows.
fn in_tables(contract: &Contract<'_>, found: &mut Found<'_>) {
    let document = contract.document;
    for table in &contract.tables {
        for column in 1..table.width() {
            let over = table.over(document, column);
            let title = table.over(document, 0);
            let down = over.contains("down") || over.contains("outage") || over.contains("unavailab") || title.contains("uptime") || title.contains("availab");
            let times = over.contains("respon") || over.contains("resol") || over.contains("credit") || over.contains("length of") || over.contains("window") || over.contains("extension");
            if !down || times {
                continue;
            }
            for row in table.body() {
                let first = table.text(document, row, 0);
                let Some(share) = shares(&first).into_iter().find(is_high).filter(|share| share.range.start <= 12) else { continue };
                // A band is no percentage, a credit in time no downtime.
                if first.contains(['<', '>', '\u{2264}', '\u{2265}']) || shares(&first).len() > 1 || first.to_lowercase().contains("than") {
                    continue;
                }
                let Some(at) = table.rows[row][column].first().copied() else { continue };
                let text = &contract.block(at).text;
                let stated = together(&lengths(&words(text, &(0..text.len()))), text);
                let [stated] = stated.as_slice() else { continue };
                judge(contract, at, &share, stated, &over, &(0..text.len()), found);
            }
        }
    }
}
