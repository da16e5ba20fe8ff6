//! Bands of a percentage, as people write them: `99.0% to below 99.9%`.
//!
//! The tiers of a spec are one-sided and read in order (`evaluate::tiers`); those of other people have two ends each,
//! which can leave gaps and overlap, so they are compared here as intervals with exact ends.

use super::quantity::{Share, shares};
use super::target::is_high;
use crate::model::Number;

/// An end of a band: the figure, and whether it belongs to the band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::prose) struct End {
    pub(in crate::prose) value: Number,
    pub(in crate::prose) closed: bool,
}

/// A band: its lower and its upper end.
pub(super) type Ends = (Option<End>, Option<End>);

/// The bands of a cell, with the plan that each is for: `below 99.9% (Gold), below 99.5% (Silver)`, `Gold: below 99.9%`;
/// one band without a plan, and none where a part of the cell is no band.
pub(super) fn bands(text: &str) -> Vec<(Option<String>, Ends)> {
    let pieces = in_brackets(text).or_else(|| after_colons(text)).unwrap_or_default();
    if pieces.len() < 2 {
        return band(text).map(|ends| (None, ends)).into_iter().collect();
    }
    // The lone figures of two plans are no band between them.
    let read = |(plan, piece): &(String, &str)| Some((Some(plan.clone()), band(piece)?));
    pieces.iter().map(read).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// The name of a plan, in small letters; none where words are no name.
fn plan(words: &str) -> Option<String> {
    let name = words.trim_matches([' ', ',', ';', '/', '|']).to_lowercase();
    let named = name.starts_with(char::is_alphabetic) && !name.contains('%') && name.split(' ').count() <= 3;
    named.then_some(name)
}

/// Pieces with the plan behind each in brackets.
fn in_brackets(text: &str) -> Option<Vec<(String, &str)>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((piece, after)) = rest.split_once('(') {
        let (name, after) = after.split_once(')')?;
        found.push((plan(name)?, piece));
        rest = after;
    }
    rest.trim().is_empty().then_some(found)
}

/// Pieces with the plan before each and a colon.
fn after_colons(text: &str) -> Option<Vec<(String, &str)>> {
    let mut parts = text.split(':');
    let mut name = plan(parts.next()?)?;
    let mut found = Vec::new();
    for part in parts {
        let end = part.rfind('%')? + 1;
        found.push((name, &part[..end]));
        name = plan(&part[end..]).unwrap_or_default();
    }
    name.is_empty().then_some(found)
}

/// The band that a cell says; none where it says a single figure, or none.
pub(super) fn band(text: &str) -> Option<Ends> {
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
            return if pair.iter().any(is_high) { ends(text, &pair) } else { None };
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
pub(super) fn ends(text: &str, all: &[Share]) -> Option<Ends> {
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
            ("90 to 0%", "[0, 90]"),
            ("99.9%", "none"),
            ("5%", "none"),
            ("less than or equal to 99.95% and above 99.0%", "(99.0, 99.95]"),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }

    #[test]
    fn a_cell_may_hold_a_band_for_each_plan() {
        let plans = |text: &str| bands(text).into_iter().map(|(plan, _)| plan).collect::<Vec<_>>();
        let both = [Some("gold".to_owned()), Some("silver".to_owned())];
        assert_eq!(plans("below 99.9% (Gold) below 99.5% (Silver)"), both);
        assert_eq!(plans("Gold: below 99.9%, Silver: below 99.5%"), both);
        assert_eq!(plans("< 99.9%"), [None]);
        assert_eq!(plans("99.9% (Gold) 99.5% (Silver)"), []);
    }
}
