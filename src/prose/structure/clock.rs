//! Opening hours in a text: `24x7`, `9 am to 5 pm`, `from 09:00 to 18:00`.

use std::ops::Range;

use super::contract::Sentence;

/// Hours a day on days a week: `24x7`, `8/5`.
#[derive(Debug)]
pub(in crate::prose) struct Coverage {
    pub(in crate::prose) range: Range<usize>,
    pub(in crate::prose) hours: u32,
    pub(in crate::prose) days: u32,
}

/// A time of day, from and to.
#[derive(Debug)]
pub(in crate::prose) struct Open {
    pub(in crate::prose) range: Range<usize>,
    /// How long it lasts.
    pub(in crate::prose) minutes: u32,
    /// When it begins, in minutes of the day.
    pub(in crate::prose) start: u32,
}

/// The coverages of a sentence.
pub(in crate::prose) fn hours(sentence: &Sentence<'_>) -> Vec<Coverage> {
    let mut found = Vec::new();
    for word in sentence.words() {
        if !word.text.starts_with(|letter: char| letter.is_ascii_digit()) {
            continue;
        }
        let text = word.text.replace(['X', '\u{D7}', '/', '*'], "x");
        let mut parts = text.split('x');
        let (Some(hours), Some(days)) = (parts.next(), parts.next()) else { continue };
        // `24x7x365` says no more than `24x7`.
        let rest = parts.next();
        let (Ok(hours), Ok(days)) = (hours.parse(), days.parse()) else { continue };
        if (1..=24).contains(&hours) && (5..=7).contains(&days) && rest.is_none_or(|rest| rest.starts_with("36")) {
            found.push(Coverage { range: word.start..word.end(), hours, days });
        }
    }
    found
}

/// The times of day of a sentence.
pub(in crate::prose) fn open(sentence: &Sentence<'_>) -> Vec<Open> {
    let words = sentence.words();
    let text = &sentence.block.text;
    let mut found: Vec<Open> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // `9-5`, `09:00-17:00` are one word.
        if let Some((from, to)) = words[at].text.split_once('-')
            && let (Some(from), Some(to)) = (time(from, ""), time(to, words.get(at + 1).map_or("", |word| word.text)))
            && (from.written || to.written)
        {
            let end = if to.half_follows { words[at + 1].end() } else { words[at].end() };
            found.extend(span(&from, &to, words[at].start..end));
            at += 1;
            continue;
        }
        let next = |place: usize| words.get(place).map_or("", |word| word.text);
        let Some(from) = time(words[at].text, next(at + 1)) else {
            at += 1;
            continue;
        };
        let mut to_at = at + 1 + usize::from(from.half_follows);
        // `9:00 A.M. (EST) to …`.
        while ["est", "et", "cet", "utc", "gmt", "pst", "eastern", "central", "pacific", "uk", "time"]
            .contains(&next(to_at).to_lowercase().as_str())
        {
            to_at += 1;
        }
        let gap = words.get(to_at).map(|word| text[words[to_at - 1].end()..word.start].trim().to_owned());
        let joined = ["to", "until", "through", "and", "till"].contains(&next(to_at).to_lowercase().as_str());
        let dashed = gap.is_some_and(|gap| ["-", "\u{2013}", "\u{2014}", ". -", ". \u{2013}"].contains(&gap.as_str()));
        if joined {
            to_at += 1;
        }
        let to = time(next(to_at), next(to_at + 1)).filter(|to| (joined || dashed) && (from.written || to.written));
        let Some(to) = to else {
            at += 1;
            continue;
        };
        let last = to_at + usize::from(to.half_follows);
        found.extend(span(&from, &to, words[at].start..words[last.min(words.len() - 1)].end()));
        at = last + 1;
    }
    found
}

struct Time {
    minutes: u32,
    /// Whether it is written so that it can be nothing else: with minutes, or with its half of the day.
    written: bool,
    half: Option<bool>,
    /// Whether the word after it says the half of the day.
    half_follows: bool,
}

fn time(word: &str, next: &str) -> Option<Time> {
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let lower = word.to_lowercase();
    let digits = lower.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == '.');
    let half = |word: &str| match word.to_lowercase().replace('.', "").as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    };
    let own = half(&lower[digits.len()..]);
    if own.is_none() && digits.len() != lower.len() {
        return None;
    }
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?),
        Some(_) => return None,
        None => (digits.parse::<u32>().ok()?, 0),
    };
    let following = if own.is_none() { half(next) } else { None };
    if hour > 24 || minute > 59 || digits.len() > 5 {
        return None;
    }
    let half = own.or(following);
    let written = digits.contains(':') || half.is_some();
    Some(Time { minutes: hour * 60 + minute, written, half, half_follows: following.is_some() })
}

fn span(from: &Time, to: &Time, range: Range<usize>) -> Option<Open> {
    let of_day = |time: &Time| match time.half {
        Some(true) if time.minutes < 720 => time.minutes + 720,
        Some(false) if time.minutes >= 720 && time.minutes < 780 => time.minutes - 720,
        _ => time.minutes,
    };
    let (start, mut end) = (of_day(from), of_day(to));
    // `9 to 5` is a day's work; a night passes midnight.
    if end <= start && from.half.is_none() && to.half.is_none() && to.minutes < 720 && from.minutes < 720 {
        end += 720;
    } else if end <= start {
        end += 1440;
    }
    // `11:59 pm` closes at midnight.
    let minutes = if end % 60 == 59 { end + 1 - start } else { end - start };
    (minutes > 0 && minutes <= 1440).then_some(Open { range, minutes, start })
}
