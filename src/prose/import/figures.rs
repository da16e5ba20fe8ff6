//! Lengths of time, cycles and dates in the words of a spec, where they have one reading.

use std::ops::Range;

use crate::prose::sentence::words;
use crate::prose::structure::dates::dates;
use crate::prose::structure::quantity::{Length, Unit, lengths, number, small, spelled_before};

/// A length of time in a text: where it stands, and how a spec says it; `None` where it has more than one reading,
/// such as `thirty (45) days` or `1 to 3 hours`.
pub(super) type Said = (Range<usize>, Option<String>);

/// The lengths of time in a text.
pub(super) fn times(text: &str) -> Vec<Said> {
    let found = lengths(&words(text, &(0..text.len())));
    found.iter().map(|length| (whole(text, length), certain(text, length))).collect()
}

/// The only length of time in a text; none where there is none, or more, or where it has two readings.
pub(super) fn only_time(text: &str) -> Option<(Range<usize>, String)> {
    match times(text).as_slice() {
        [(range, Some(said))] => Some((range.clone(), said.clone())),
        _ => None,
    }
}

/// The first length after a byte of the text, if it has one reading.
pub(super) fn time_after(text: &str, from: usize) -> Option<(Range<usize>, String)> {
    let (range, said) = times(text).into_iter().find(|(range, _)| range.start >= from)?;
    Some((range, said?))
}

/// With the spelled number or the range before it: `thirty (30) days`.
fn whole(text: &str, length: &Length) -> Range<usize> {
    let before = &text[..length.range.start];
    let Some(before) = before.strip_suffix('(') else { return length.range.clone() };
    let start = before.trim_end().rfind(' ').map_or(0, |at| at + 1);
    start..length.range.end
}

fn certain(text: &str, length: &Length) -> Option<String> {
    let before = text[..length.range.start].trim_end();
    // `thirty (30)` and `30 (thirty)` must agree.
    if let Some(before) = before.strip_suffix('(') {
        let lower = before.trim_end().to_lowercase();
        let last: Vec<String> = lower.split([' ', ',']).map(str::to_owned).collect();
        let figure = last.last().and_then(|word| number(word));
        let spelled = spelled_before(&last).map(|(value, _)| value);
        let own = length.value.to_string();
        if figure.is_some_and(|figure| figure != length.value)
            || spelled.is_some_and(|spelled| spelled.to_string() != own)
        {
            return None;
        }
    }
    if is_end_of_range(before) {
        return None;
    }
    written(length)
}

/// Whether words end in `1 to`, `4 -`, `between two and`.
fn is_end_of_range(before: &str) -> bool {
    let joined = [" to", " or", " and", "-", "\u{2013}", "\u{2014}", "/"];
    let Some(rest) = joined.iter().find_map(|join| before.strip_suffix(join)) else { return false };
    let word = rest.trim_end().rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
    word.ends_with(|letter: char| letter.is_ascii_digit()) || small(&word).is_some()
}

/// How a spec says a length.
fn written(length: &Length) -> Option<String> {
    let unit = match (length.unit, length.business) {
        (Unit::Second, false) => "second",
        (Unit::Minute, _) => "minute",
        (Unit::Hour, _) => "hour",
        (Unit::Day, _) => "day",
        (Unit::Week, false) => "week",
        (Unit::Month, false) => "month",
        (Unit::Year, false) => "year",
        _ => return None,
    };
    let value = length.value.to_string();
    let business = if length.business { "business " } else { "" };
    let plural = if value == "1" { "" } else { "s" };
    Some(format!("{value} {business}{unit}{plural}"))
}

/// The cycle that a text in small letters counts by; none where it names none, or two.
pub(super) fn cycle(lower: &str) -> Option<&'static str> {
    let mut found = Vec::new();
    let mut rest = lower.to_owned();
    for (words, cycle) in CYCLES {
        if rest.contains(words) {
            rest = rest.replace(words, " ");
            found.extend((!cycle.is_empty()).then_some(*cycle));
            if cycle.is_empty() {
                return None;
            }
        }
    }
    found.dedup();
    match found.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// Words that name a cycle, longer ones first; those without a cycle have a length that only the contract knows.
const CYCLES: &[(&str, &str)] = &[
    ("rolling", ""),
    ("trailing", ""),
    ("billing cycle", ""),
    ("billing period", ""),
    ("billing month", "each billing month"),
    ("contract year", "each contract year"),
    ("contract month", "each contract month"),
    ("the whole period", "each period"),
    ("calendar month", "each month"),
    ("kalendermonat", "each month"),
    ("calendar quarter", "each quarter"),
    ("calendar year", "each year"),
    ("kalenderjahr", "each year"),
    ("monthly", "each month"),
    ("each month", "each month"),
    ("per month", "each month"),
    ("every month", "each month"),
    ("any month", "each month"),
    ("any one month", "each month"),
    ("a month", "each month"),
    ("given month", "each month"),
    ("monatlich", "each month"),
    ("im monat", "each month"),
    ("pro monat", "each month"),
    ("quarterly", "each quarter"),
    ("per quarter", "each quarter"),
    ("each quarter", "each quarter"),
    ("any quarter", "each quarter"),
    ("annual", "each year"),
    ("per year", "each year"),
    ("each year", "each year"),
    ("any year", "each year"),
    ("im jahr", "each year"),
    ("im jahresmittel", "each year"),
    ("pro jahr", "each year"),
];

/// Whether a text is one percentage and nothing else.
pub(super) fn is_percent(text: &str) -> bool {
    let digits = text.strip_suffix('%').unwrap_or("");
    let mut parts = digits.split('.');
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(numeric) && parts.next().is_none_or(numeric) && parts.next().is_none()
}

/// The only date in a text with its year: where it stands, and how a spec says it. None where it is no day, or where
/// the day of the week before it is another.
pub(super) fn only_date(text: &str) -> Option<(Range<usize>, String)> {
    let found = dates(&words(text, &(0..text.len())));
    let [date] = found.as_slice() else { return None };
    date.year?;
    let day = date.day()?;
    if date.weekday.as_ref().is_some_and(|(weekday, _)| *weekday != day.weekday()) {
        return None;
    }
    let start = date.weekday.as_ref().map_or(date.range.start, |(_, range)| range.start);
    Some((start..date.range.end, day.to_string()))
}

/// The date that stands right at a byte of a text, but for spaces and a few letters.
pub(super) fn date_at(text: &str, from: usize) -> Option<(Range<usize>, String)> {
    let found = dates(&words(text, &(0..text.len())));
    let date = found.iter().find(|date| date.range.start >= from)?;
    let between = text[from..date.range.start].trim_matches([' ', ':', '-', ',']).to_lowercase();
    date.year?;
    let near = ["", "as of", "from", "is", "on", "means"].contains(&between.as_str()) && date.weekday.is_none();
    Some((date.range.clone(), date.day()?.to_string())).filter(|_| near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_taken_where_it_has_one_reading() {
        for (text, expected) in [
            ("within 30 minutes", Some("30 minutes")),
            ("within one hour", Some("1 hour")),
            ("thirty (30) days' notice", Some("30 days")),
            ("30 (thirty) days", Some("30 days")),
            ("thirty (45) days", None),
            ("1 to 3 business hours", None),
            ("between two and four hours", None),
            ("4\u{2013}8 hours", None),
            ("2 business days", Some("2 business days")),
            ("4h", Some("4 hours")),
            ("one quarter", None),
            ("1 hour 30 minutes", None),
        ] {
            assert_eq!(only_time(text).map(|(_, said)| said).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_cycle_is_taken_where_there_is_one() {
        for (text, expected) in [
            ("99.9% of each calendar month", Some("each month")),
            ("99.9% monthly uptime", Some("each month")),
            ("in any calendar quarter", Some("each quarter")),
            ("per billing cycle", None),
            ("each month and each year", None),
            ("at all times", None),
        ] {
            assert_eq!(cycle(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_is_taken_where_it_is_a_day() {
        let date = |text: &str| only_date(text).map(|(_, date)| date);
        assert_eq!(date("on 1 January 2027").as_deref(), Some("2027-01-01"));
        assert_eq!(date("as of January 1, 2027").as_deref(), Some("2027-01-01"));
        assert_eq!(date("on 31 June 2027"), None);
        assert_eq!(date("on Monday, 1 January 2027"), None);
        assert_eq!(date("from 1 January 2027 to 2 January 2028"), None);
    }
}
