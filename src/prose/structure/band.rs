//! Tiers of credits, in tables and in prose, read as bands of a percentage.
//!
//! The tiers of a spec are one-sided and read in order (`evaluate::tiers`); those of other people have two ends each,
//! which can leave gaps and overlap, so they are compared here as intervals with exact ends.

use std::ops::Range;

use super::contract::Contract;
use super::quantity::{Share, shares};
use super::table::Table;
use super::target::is_high;
use crate::model::Number;

/// An end of a band: the figure, and whether it belongs to the band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::prose) struct End {
    pub(in crate::prose) value: Number,
    pub(in crate::prose) closed: bool,
}

/// A tier: a band of the measured percentage, and what it pays.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Tier {
    pub(in crate::prose) low: Option<End>,
    pub(in crate::prose) high: Option<End>,
    /// What it pays, as a percentage; none where it pays otherwise.
    pub(in crate::prose) credit: Option<Number>,
    /// Whether it says that nothing is paid.
    pub(in crate::prose) nothing: bool,
    /// Where the band stands.
    pub(in crate::prose) at: usize,
    pub(in crate::prose) range: Range<usize>,
}

/// Tiers that belong together, from the highest band to the lowest.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Ladder {
    pub(in crate::prose) tiers: Vec<Tier>,
}

impl Ladder {
    /// Whether each band has one end, in one direction: the deepest that is reached counts, as everybody reads it.
    pub(in crate::prose) fn is_nested(&self) -> bool {
        self.tiers.iter().filter(|tier| !tier.nothing).all(|tier| tier.low.is_none())
    }
}

/// The ladders of a contract.
pub(in crate::prose) fn ladders(contract: &Contract<'_>) -> Vec<Ladder> {
    let mut found: Vec<Ladder> = contract.tables.iter().flat_map(|table| of_table(contract, table)).collect();
    found.extend(of_prose(contract));
    for ladder in &mut found {
        ladder.tiers.sort_by(|one, other| {
            let key = |tier: &Tier| {
                (
                    tier.low.map_or(Number::whole(0), |end| end.value),
                    tier.high.map_or(Number::whole(1000), |end| end.value),
                )
            };
            key(other).cmp(&key(one))
        });
    }
    found.retain(|ladder| ladder.tiers.len() > 1);
    found
}

/// What is paid stands under these.
const PAYS: [&str; 9] =
    ["credit", "refund", "discount", "compensation", "penalty", "reduction", "rebate", "abatement", "length of"];

fn of_table(contract: &Contract<'_>, table: &Table) -> Vec<Ladder> {
    let document = contract.document;
    let bands_in =
        |column: usize| table.body().filter(|row| band(&table.text(document, *row, column)).is_some()).count();
    let body = table.body().len();
    let heads: Vec<String> = (0..table.width()).map(|column| table.over(document, column)).collect();
    let pays = |head: &str| PAYS.iter().any(|word| head.contains(word));
    // The column whose cells are bands, and no amounts.
    let Some(column) = (0..table.width())
        .find(|column| bands_in(*column) >= 2 && bands_in(*column) + 2 >= body && !pays(&heads[*column]))
    else {
        return Vec::new();
    };
    let amount = (0..table.width()).filter(|other| *other != column).find(|other| pays(&heads[*other])).or_else(|| {
        (column + 1..table.width())
            .find(|other| table.body().any(|row| table.text(document, row, *other).contains('%')))
    });
    if amount.is_none() && !heads.iter().any(|head| pays(head)) {
        return Vec::new();
    }
    // A cell with several figures that are no band, one for each plan, leaves its row unread, and the tiers in doubt.
    let unread = |row: usize| {
        let text = table.text(document, row, column);
        shares(&text).len() > 1 && band(&text).is_none()
    };
    if table.body().any(unread) {
        return Vec::new();
    }
    // What the bands are about: rows with the same name belong together.
    let named = (column > 0).then_some(0);
    let mut ladders: Vec<(String, Ladder)> = Vec::new();
    for row in table.body() {
        let text = table.text(document, row, column);
        let Some((low, high)) = band(&text) else { continue };
        let paid = amount.map(|amount| table.text(document, row, amount)).unwrap_or_default();
        let name = named
            .map(|named| table.text(document, row, named))
            .filter(|name| shares(name).is_empty() && amount != named)
            .unwrap_or_default();
        let lower = paid.trim().to_lowercase();
        let nothing =
            ["none", "no credit", "n/a", "-", "\u{2014}", "0%", "0", "no service credit", "0.0%", "no refund"]
                .contains(&lower.as_str());
        let Some(at) = table.rows[row][column].first().copied() else { continue };
        let credit = shares(&paid).first().map(|share| share.value);
        let tier = Tier { low, high, credit, nothing, at, range: 0..contract.block(at).text.len() };
        match ladders.iter_mut().find(|(known, _)| *known == name) {
            Some((_, ladder)) => ladder.tiers.push(tier),
            None => ladders.push((name, Ladder { tiers: vec![tier] })),
        }
    }
    // Rows that are each about something else are no tiers.
    let (single, all) = (ladders.iter().filter(|(_, ladder)| ladder.tiers.len() == 1).count(), ladders.len());
    if all > 1 && single == all {
        let tiers = ladders.into_iter().flat_map(|(_, ladder)| ladder.tiers).collect();
        return if named.is_some() && heads[0].contains("tier")
            || heads[0].contains("level")
            || heads[0].contains("band")
        {
            vec![Ladder { tiers }]
        } else {
            Vec::new()
        };
    }
    ladders.into_iter().map(|(_, ladder)| ladder).collect()
}

/// Sentences and points that follow one another, each with a band and a credit.
fn of_prose(contract: &Contract<'_>) -> Vec<Ladder> {
    let mut found = Vec::new();
    let mut current: Vec<Tier> = Vec::new();
    let mut last = 0;
    for sentence in &contract.sentences {
        let all = if sentence.block.cell.is_none() && sentence.lower.contains(['%']) {
            shares(sentence.text)
        } else {
            Vec::new()
        };
        let high: Vec<&Share> =
            all.iter().filter(|share| is_high(share) && !pays_here(sentence.lower, share)).collect();
        let paid = all.iter().find(|share| pays_here(sentence.lower, share));
        let fits = paid.is_some() && (1..=2).contains(&high.len()) && high.len() + 1 == all.len();
        if !fits {
            // Words between the points of a list part nothing.
            if sentence.at > last + 1 && !current.is_empty() {
                found.push(Ladder { tiers: std::mem::take(&mut current) });
            }
            continue;
        }
        if sentence.at > last + 2 && !current.is_empty() {
            found.push(Ladder { tiers: std::mem::take(&mut current) });
        }
        last = sentence.at;
        let (first, end) = (high[0].range.start, high[high.len() - 1].range.end);
        // Up to the credit, the words around the figures belong to the band.
        let credit = paid.map_or(0, |share| share.range.start);
        let from = if credit < first { credit } else { 0 };
        let to = if credit > end { credit } else { sentence.text.len() };
        let part = &sentence.text[from..to];
        let inner: Vec<Share> = shares(part)
            .into_iter()
            .filter(|share| high.iter().any(|high| high.range.start == share.range.start + from))
            .collect();
        if let Some((low, high)) = ends(part, &inner) {
            current.push(Tier {
                low,
                high,
                credit: paid.map(|share| share.value),
                nothing: false,
                at: sentence.at,
                range: sentence.placed(&(first..end)),
            });
        }
    }
    if !current.is_empty() {
        found.push(Ladder { tiers: current });
    }
    found
}

/// Whether a share of a sentence is what is paid.
fn pays_here(lower: &str, share: &Share) -> bool {
    let after = &lower[share.range.end..];
    // What a colon or a dash parts from the figure belongs to the next one: `below 99.5%: a credit of 10%`.
    let near: String = after
        .chars()
        .take(34)
        .take_while(|letter| !matches!(letter, ':' | ',' | ';' | '\u{2013}' | '\u{2014}' | '|'))
        .collect();
    let before: String =
        lower[..share.range.start].chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    PAYS.iter().any(|word| near.contains(word) || before.contains(word)) && {
        let up = ["uptime", "availab"].iter().any(|word| near.trim_start().starts_with(word));
        !up
    } || ["of the monthly", "of monthly", "of the fee", "of fees", "of your", "of the base", "off "]
        .iter()
        .any(|words| near.trim_start().starts_with(words))
}

/// A band: its lower and its upper end.
type Ends = (Option<End>, Option<End>);

/// The band that a cell says; none where it says a single figure, or none.
fn band(text: &str) -> Option<Ends> {
    let all = shares(text);
    // `99.0 - 99.9%` has its sign once.
    if all.len() == 1 {
        let before = text[..all[0].range.start].trim_end().trim_end_matches(['-', '\u{2013}', '\u{2014}']).trim_end();
        let before = before.strip_suffix(" to").unwrap_or(before);
        let digits =
            before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.').len();
        if digits > 0
            && before.len() + 1 < all[0].range.start + 1
            && text[before.len()..all[0].range.start].trim().len() <= 3
            && !text[before.len()..all[0].range.start].trim().is_empty()
            && let Some(value) = super::quantity::number(&before[before.len() - digits..])
        {
            let first = Share { range: before.len() - digits..before.len(), value };
            let pair = [first, all[0].clone()];
            return if pair.iter().all(is_high) { ends(text, &pair) } else { None };
        }
    }
    if all.is_empty() || all.len() > 2 || !all.iter().any(is_high) {
        return None;
    }
    ends(text, &all)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compares {
    Below { closed: bool },
    Above { closed: bool },
}

/// The ends that one or two figures of a text are.
fn ends(text: &str, all: &[Share]) -> Option<Ends> {
    let lower = text.to_ascii_lowercase();
    let mut compared = Vec::new();
    let mut from = 0;
    for (number, share) in all.iter().enumerate() {
        let before = lower[from..share.range.start].trim();
        let next = all.get(number + 1).map_or(lower.len(), |next| next.range.start);
        // `and above 99.0%` belongs to the figure that follows.
        let last = number + 1 == all.len();
        let after = lower[share.range.end..next].trim();
        let after = if last { after } else { after.split("and").next().unwrap_or("") };
        compared.push((share.value, compares(before, after)));
        from = share.range.end;
    }
    match compared.as_slice() {
        [(value, Some(Compares::Below { closed }))] => Some((None, Some(End { value: *value, closed: *closed }))),
        [(value, Some(Compares::Above { closed }))] => Some((Some(End { value: *value, closed: *closed }), None)),
        [(one, first), (other, second)] if one != other => {
            let ((low, below), (high, above)) =
                if one < other { ((*one, *first), (*other, *second)) } else { ((*other, *second), (*one, *first)) };
            // An end that nothing compares belongs to its band, as `99.0% to 99.9%` is read.
            let low = match below {
                Some(Compares::Above { closed }) => End { value: low, closed },
                None => End { value: low, closed: true },
                Some(Compares::Below { .. }) => return None,
            };
            let high = match above {
                Some(Compares::Below { closed }) => End { value: high, closed },
                None => End { value: high, closed: true },
                Some(Compares::Above { .. }) => return None,
            };
            Some((Some(low), Some(high)))
        }
        _ => None,
    }
}

/// How the words around a figure compare with it.
fn compares(before: &str, after: &str) -> Option<Compares> {
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    if begins(&["or less", "or lower", "or below", "and below", "and lower", "or fewer", "and less", "or under"]) {
        return Some(Compares::Below { closed: true });
    }
    if begins(&[
        "or more",
        "or higher",
        "or above",
        "or greater",
        "and above",
        "and higher",
        "or better",
        "and up",
        "+",
    ]) {
        return Some(Compares::Above { closed: true });
    }
    if ends(&[
        "less than or equal to",
        "lower than or equal to",
        "below or equal to",
        "\u{2264}",
        "<=",
        "=<",
        "at or below",
        "at most",
        "no more than",
        "not more than",
        "equal to or less than",
        "equal to or below",
        "equal to or lower than",
        "up to",
        "not exceeding",
        "up to and including",
    ]) {
        return Some(Compares::Below { closed: true });
    }
    if ends(&[
        "greater than or equal to",
        "more than or equal to",
        "higher than or equal to",
        "above or equal to",
        "\u{2265}",
        ">=",
        "=>",
        "at or above",
        "at least",
        "no less than",
        "not less than",
        "equal to or greater than",
        "equal to or above",
        "equal to or higher than",
        "equal to or more than",
        "from",
        "minimum",
        "minimum of",
    ]) {
        return Some(Compares::Above { closed: true });
    }
    if ends(&["<", "less than", "below", "lower than", "under", "fewer than", "falls below", "drops below", "&lt;"]) {
        return Some(Compares::Below { closed: false });
    }
    if ends(&[">", "greater than", "more than", "above", "higher than", "over", "exceeds", "exceeding", "&gt;"]) {
        return Some(Compares::Above { closed: false });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A band as an interval, such as `[99, 99.9)`.
    fn interval(text: &str) -> String {
        let Some((low, high)) = band(text) else { return "none".to_owned() };
        let low = low.map_or("(-".to_owned(), |end| format!("{}{}", if end.closed { "[" } else { "(" }, end.value));
        let high = high.map_or("-)".to_owned(), |end| format!("{}{}", end.value, if end.closed { "]" } else { ")" }));
        format!("{low}, {high}")
    }

    #[test]
    fn bands_are_read_as_people_write_them() {
        for (text, expected) in [
            ("< 99.9%", "(-, 99.9)"),
            ("98.0% or less", "(-, 98.0]"),
            ("less than or equal to 99.95%", "(-, 99.95]"),
            ("99.9% or higher", "[99.9, -)"),
            ("99.0% to < 99.9%", "[99.0, 99.9)"),
            ("\u{2265} 99.0% and < 99.9%", "[99.0, 99.9)"),
            ("< 99.9% to \u{2265} 99.0%", "[99.0, 99.9)"),
            ("Less than 99.9% but greater than or equal to 99.0%", "[99.0, 99.9)"),
            ("98.0% - 98.99%", "[98.0, 98.99]"),
            ("98.0 \u{2013} 98.99%", "[98.0, 98.99]"),
            ("between 95% and 99%", "[95, 99]"),
            ("99.9%", "none"),
            ("5%", "none"),
            ("less than or equal to 99.95% and above 99.0%", "(99.0, 99.95]"),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }
}
