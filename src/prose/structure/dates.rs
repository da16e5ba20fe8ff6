//! Dates as people write them.

use std::ops::Range;

use crate::model::{Date, Weekday};
use crate::prose::sentence::Word;

/// A date in a text, which may be no day at all.
#[derive(Debug)]
pub(in crate::prose) struct Written {
    /// Where it stands, without the day of the week.
    pub(in crate::prose) range: Range<usize>,
    pub(in crate::prose) year: Option<i16>,
    pub(in crate::prose) month: i8,
    pub(in crate::prose) day: i8,
    /// The day of the week that stands before it.
    pub(in crate::prose) weekday: Option<(Weekday, Range<usize>)>,
}

impl Written {
    /// The day; none where there is none. A date without a year is taken in a leap year.
    pub(in crate::prose) fn day(&self) -> Option<Date> {
        Date::new(self.year.unwrap_or(2024), self.month, self.day)
    }
}

const MONTHS: [(&str, i8); 29] = [
    ("january", 1),
    ("jan", 1),
    ("januar", 1),
    ("february", 2),
    ("feb", 2),
    ("februar", 2),
    ("march", 3),
    ("mar", 3),
    ("märz", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("jun", 6),
    ("juni", 6),
    ("july", 7),
    ("jul", 7),
    ("juli", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sep", 9),
    ("sept", 9),
    ("october", 10),
    ("oktober", 10),
    ("november", 11),
    ("december", 12),
    ("dezember", 12),
];

fn month(word: &str) -> Option<i8> {
    let lower = word.to_lowercase();
    MONTHS
        .iter()
        .find(|(name, _)| *name == lower)
        .map(|(_, month)| *month)
        .filter(|_| word.starts_with(char::is_uppercase))
}

/// The days of the week in words, from Monday.
pub(in crate::prose) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn weekday(word: &str) -> Option<Weekday> {
    const GERMAN: [&str; 7] = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
    const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let lower = word.to_lowercase();
    let other = |names: [&str; 7]| names.iter().position(|name| *name == lower).map(|place| Weekday::ALL[place]);
    let english = WEEKDAYS.iter().position(|name| name.to_lowercase() == lower).map(|place| Weekday::ALL[place]);
    english.or_else(|| other(GERMAN)).or_else(|| other(SHORT)).filter(|_| word.starts_with(char::is_uppercase))
}

/// `3`, `3rd`, `31st`.
fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    ((1..=39).contains(&day) && digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&ending)).then_some(day)
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// The dates among words that follow one another.
pub(in crate::prose) fn dates(words: &[Word<'_>]) -> Vec<Written> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let word = |offset: usize| words.get(at + offset).map_or("", |word| word.text);
        let (length, parts) = if let Some(parts) = iso(word(0)) {
            (1, Some(parts))
        } else if let Some(day) = day(word(0))
            && word(1) == "of"
            && let Some(month) = month(word(2))
        {
            (if year(word(3)).is_some() { 4 } else { 3 }, Some((year(word(3)), month, day)))
        } else if let Some(day) = day(word(0))
            && let Some(month) = month(word(1))
        {
            (if year(word(2)).is_some() { 3 } else { 2 }, Some((year(word(2)), month, day)))
        } else if let Some(day) = day(word(1))
            && let Some(month) = month(word(0))
        {
            (if year(word(2)).is_some() { 3 } else { 2 }, Some((year(word(2)), month, day)))
        } else {
            (1, None)
        };
        if let Some((year, month, day)) = parts {
            let before = at.checked_sub(1).map(|place| &words[place]);
            let before = if before.is_some_and(|word| word.text.eq_ignore_ascii_case("the")) {
                at.checked_sub(2).map(|place| &words[place])
            } else {
                before
            };
            let weekday = before.and_then(|word| Some((weekday(word.text)?, word.start..word.end())));
            let range = words[at].start..words[at + length - 1].end();
            found.push(Written { range, year, month, day, weekday });
        }
        at += length;
    }
    found
}

/// `2026-02-30`.
fn iso(word: &str) -> Option<(Option<i16>, i8, i8)> {
    let mut parts = word.split('-');
    let (written, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let two = |part: &str| part.len() == 2;
    if parts.next().is_some() || !two(month) || !two(day) || written.len() != 4 {
        return None;
    }
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=39).contains(&day)).then_some((Some(year(written)?), month, day))
}
