//! Dates, times of day, days, numbers and zones as people write them elsewhere, each with its one spelling here.

use super::super::layout::Words;
use super::super::report::Report;
use super::super::tree::Kind;
use super::wording::{leaves, word_at};
use crate::diagnostic::Diagnostic;

/// The value at the byte where a line goes wrong, if it is one in another spelling.
pub(super) fn find(words: &Words<'_>, at: usize, kinds: &[Kind], report: &Report) -> Option<Diagnostic> {
    let wanted = leaves(kinds);
    let wants = |kinds: &[Kind]| wanted.iter().any(|kind| kinds.contains(kind));
    let rest = words.text.get(at..)?;
    if wants(&[Kind::date, Kind::dates])
        && let Some(finding) = unclear_date(words, at, report)
    {
        return Some(finding);
    }
    let (start, message, written, len) = if let Some(written) =
        wants(&[Kind::zone_name, Kind::region, Kind::currency_code])
            .then(|| rest.strip_prefix('"')?.split_once('"').map(|(inside, _)| inside))
            .flatten()
    {
        (at, "only words of your own stand in quotes".to_owned(), written.to_owned(), written.len() + 2)
    } else if let Some((written, len)) = wants(&[Kind::date, Kind::dates]).then(|| date(rest)).flatten() {
        (at, "a date is written year, month, day".to_owned(), written, len)
    } else if let Some((start, written, len)) = days(words.text, at, wants(&[Kind::opening, Kind::day, Kind::time])) {
        (start, "days are written by their first three letters".to_owned(), written, len)
    } else if let Some((written, len)) = wants(&[Kind::time, Kind::hours, Kind::opening]).then(|| hours(rest)).flatten()
    {
        (at, "a time of day is written from 00:00 to 24:00, in four digits".to_owned(), written, len)
    } else if let Some((start, written, len)) = percent(words.text, at) {
        (start, "a percentage is written with its sign".to_owned(), written, len)
    } else if let Some((written, len)) =
        wants(&[Kind::number, Kind::integer, Kind::duration]).then(|| number(rest)).flatten()
    {
        (at, "a number is written in digits".to_owned(), written, len)
    } else {
        return None;
    };
    let span = report.span(words.start + start, words.start + start + len);
    Some(Diagnostic::error("syntax", span, message).fix(format!("write {written}"), span, written))
}

/// A blank that is none: word processors and web pages write it between a number and its unit.
pub(super) fn blank(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let first = words.text.get(at..)?.chars().next()?;
    let name = match first {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{2000}'..='\u{200a}' | '\u{3000}' => "a wide or narrow space",
        _ => return None,
    };
    let span = report.span(words.start + at, words.start + at + first.len_utf8());
    Some(Diagnostic::error("syntax", span, format!("this is {name}, not a plain one")).fix(
        "write a plain space",
        span,
        " ",
    ))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `31.01.2027`, `2027/01/31`, `31 January 2027`, `January 31, 2027`; not `03/04/2027`, which is two dates.
fn date(rest: &str) -> Option<(String, usize)> {
    let first = rest.split([' ', '"']).next()?.trim_end_matches([',', ';']);
    let parts: Vec<&str> = first.split(['.', '/', '-']).collect();
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 4);
    if let [one, two, three] = parts.as_slice() {
        let (year, month, day) = match (number(one)?, number(two)?, number(three)?) {
            (year, month, day) if one.len() == 4 => (year, month, day),
            (day, month, year) if three.len() == 4 && (first.contains('.') || day > 12 || day == month) => {
                (year, month, day)
            }
            (month, day, year) if three.len() == 4 && day > 12 => (year, month, day),
            _ => return None,
        };
        return dated(year, month, day).map(|written| (written, first.len()));
    }
    let mut named = Vec::new();
    let mut end = 0;
    for word in rest.split(' ').take(3) {
        named.push(word.trim_end_matches([',', ';']).to_lowercase());
        end += word.trim_end_matches([',', ';']).len() + usize::from(end > 0);
        if word.ends_with(',') && named.len() < 3 {
            end += 1;
        }
    }
    let [one, two, year] = named.as_slice() else { return None };
    let month = |word: &str| {
        let found = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
        u16::try_from(found + 1).ok()
    };
    let day = |word: &str| number(word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == '.'));
    let (month, day) = month(two).zip(day(one)).or_else(|| month(one).zip(day(two)))?;
    dated(number(year).filter(|_| year.len() == 4)?, month, day).map(|written| (written, end))
}

/// `03/04/2027`, which is two dates, and `12-24`, which is none.
fn unclear_date(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at).trim_end_matches(',');
    let parts: Vec<u16> = found.split(['/', '-']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let help = match *parts.as_slice() {
        [one, two, year] if year > 999 && one != two => {
            let (american, other) = (dated(year, one, two)?, dated(year, two, one)?);
            format!("write `{american}` or `{other}`")
        }
        [month, day] if dated(2027, month, day).is_some() => {
            format!("write its first year before it, such as {}", dated(2027, month, day)?)
        }
        _ => return None,
    };
    let span = report.span(words.start + at, words.start + at + found.len());
    Some(Diagnostic::error("syntax", span, "a date is written year, month, day").help(help))
}

fn dated(year: u16, month: u16, day: u16) -> Option<String> {
    let holds = (1..=12).contains(&month) && (1..=31).contains(&day);
    holds.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// `Monday-Friday`, `Mon to Fri`, `Mon–Fri`, `weekdays`: from the beginning of the days before or at the byte.
fn days(text: &str, at: usize, wanted: bool) -> Option<(usize, String, usize)> {
    let before = &text[..at];
    let start = match before.trim_end_matches([' ', '–', '—']).rsplit(' ').next() {
        Some(word) if wanted && day(word).is_some() => before.rfind(word)?,
        _ if wanted => at,
        _ => return None,
    };
    let rest = &text[start..];
    let written = |name: &str| match name {
        "weekdays" => Some("Mon-Fri".to_owned()),
        "weekends" => Some("Sat-Sun".to_owned()),
        "daily" | "always" => Some("Mon-Sun".to_owned()),
        _ => None,
    };
    let first = rest.split(' ').next()?;
    if let Some(written) = written(&first.to_lowercase()) {
        return Some((start, written, first.len()));
    }
    let end = rest.find(|sign: char| !sign.is_alphabetic())?;
    let from = day(&rest[..end])?;
    let (joined, after) = joined(&rest[end..]);
    let tail = &rest[end + after..];
    let to = &tail[..tail.find(|sign: char| !sign.is_alphabetic()).unwrap_or(tail.len())];
    let (written, len) = match day(to).filter(|_| joined) {
        Some(to_day) => (format!("{from}-{to_day}"), end + after + to.len()),
        None => (from, end),
    };
    (written != rest[..len]).then_some((start, written, len))
}

/// Whether a sign or word for a range stands here, and how long it is with its blanks.
fn joined(text: &str) -> (bool, usize) {
    let bare = text.trim_start();
    let signs = ["-", "–", "—", "to ", "until ", "till ", "through "];
    match signs.iter().find(|sign| bare.starts_with(**sign)) {
        Some(sign) => {
            let tail = &bare[sign.len()..];
            (true, text.len() - tail.trim_start().len())
        }
        None => (false, 0),
    }
}

fn day(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let name =
        DAYS.iter().find(|name| lower.len() >= 3 && (name.starts_with(&lower) || lower == format!("{name}s")))?;
    Some(format!("{}{}", name[..1].to_uppercase(), &name[1..3]))
}

/// `9am-5pm`, `9-17`, `from 9:00 to 17:00`, `9:00`.
fn hours(rest: &str) -> Option<(String, usize)> {
    let begin = if rest.starts_with("from ") { 5 } else { 0 };
    let (from, first) = time(&rest[begin..])?;
    let (is_range, between) = joined(&rest[begin + first..]);
    let after = begin + first + between;
    if let Some((to, second)) = time(&rest[after..]).filter(|_| is_range) {
        return Some((format!("{from}-{to}"), after + second));
    }
    // A bare number may be anything.
    let is_time = rest[..first].bytes().any(|byte| !byte.is_ascii_digit());
    (begin == 0 && !is_range && is_time).then_some((from, first))
}

/// A time of day in any common spelling: `HH:MM`, and how long it stands there.
fn time(text: &str) -> Option<(String, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let (mut hour, mut minute, mut end): (u32, u32, usize) = match whole {
        1 | 2 => (text[..whole].parse().ok()?, 0, whole),
        4 => (text[..2].parse().ok()?, text[2..4].parse().ok()?, 4),
        _ => return None,
    };
    if whole < 3
        && let Some(tail) = text[whole..].strip_prefix([':', '.', 'h'])
        && digits(tail) == 2
    {
        minute = tail[..2].parse().ok()?;
        end += 3;
    }
    let tail = text[end..].trim_start().to_lowercase();
    let blanks = text.len() - end - text[end..].trim_start().len();
    let half = [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)].into_iter().find(|(word, _)| tail.starts_with(word));
    if let Some((word, later)) = half {
        hour = hour % 12 + later;
        end += blanks + word.len();
    }
    let closed = !text[end..].starts_with(|sign: char| sign.is_alphanumeric());
    (closed && minute < 60 && (hour < 24 || hour == 24 && minute == 0)).then(|| (format!("{hour:02}:{minute:02}"), end))
}

/// `99.95 percent`.
fn percent(text: &str, at: usize) -> Option<(usize, String, usize)> {
    let found = word_at(text, at);
    if !matches!(found, "percent" | "per-cent" | "pct") {
        return None;
    }
    let before = text[..at].trim_end();
    let number = before.rsplit(' ').next().filter(|number| number.starts_with(|first: char| first.is_ascii_digit()))?;
    let start = before.len() - number.len();
    Some((start, format!("{number}%"), at + found.len() - start))
}

/// `one`, `twelve`, `thirty`.
fn number(rest: &str) -> Option<(String, usize)> {
    let words = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let found = word_at(rest, 0);
    let lower = found.to_lowercase();
    let units = ["second", "minute", "hour", "day", "week", "month", "quarter", "year", "business"];
    if matches!(lower.as_str(), "a" | "an") && units.contains(&word_at(rest[found.len()..].trim_start(), 0)) {
        return Some(("1".to_owned(), found.len()));
    }
    let value = match words.iter().position(|word| *word == lower) {
        Some(value) => value,
        None => tens.iter().position(|word| *word == lower).map(|at| 10 * (at + 2))?,
    };
    Some((value.to_string(), found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_are_read() {
        let first = |found: Option<(String, usize)>| found.map(|(written, _)| written);
        for (text, written) in [
            ("31.01.2027", "2027-01-31"),
            ("01/31/2027", "2027-01-31"),
            ("31/01/2027", "2027-01-31"),
            ("2027/1/31", "2027-01-31"),
            ("31 January 2027", "2027-01-31"),
            ("Jan 31, 2027", "2027-01-31"),
            ("1st March 2027 and more", "2027-03-01"),
        ] {
            assert_eq!(first(date(text)).as_deref(), Some(written), "{text}");
        }
        for text in ["03/04/2027", "31 Foo 2027", "1.2.3.4", "Monday", "99.99.2027"] {
            assert_eq!(date(text), None, "{text}");
        }
        for (text, written) in [
            ("9am-5pm", "09:00-17:00"),
            ("9-17", "09:00-17:00"),
            ("9:00-17:00", "09:00-17:00"),
            ("from 09:00 to 17:00", "09:00-17:00"),
            ("12am – 12 p.m.", "00:00-12:00"),
            ("0900-1730", "09:00-17:30"),
            ("8:30", "08:30"),
        ] {
            assert_eq!(first(hours(text)).as_deref(), Some(written), "{text}");
        }
        for text in ["9x", "25-26", "EUR", "12345"] {
            assert_eq!(hours(text), None, "{text}");
        }
        let from = |text: &str, at: usize| days(text, at, true);
        assert_eq!(from("open Monday-Friday 09:00", 5), Some((5, "Mon-Fri".to_owned(), 13)));
        assert_eq!(from("open Mon to Fri 09:00", 9), Some((5, "Mon-Fri".to_owned(), 10)));
        assert_eq!(from("open Mon–Fri 09:00", 8), Some((5, "Mon-Fri".to_owned(), 9)));
        assert_eq!(from("open weekdays 09:00", 5), Some((5, "Mon-Fri".to_owned(), 8)));
        assert_eq!(from("open Mon-Fri 9-17", 13), None);
    }
}
