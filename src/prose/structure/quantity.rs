//! Percentages, lengths of time and spelled numbers in a text, exact.

use std::ops::Range;

use num_rational::Ratio;

use crate::model::Number;
use crate::prose::sentence::Word;

/// A percentage in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::prose) struct Share {
    /// Where it stands, with its sign.
    pub(in crate::prose) range: Range<usize>,
    pub(in crate::prose) value: Number,
}

/// The percentages of a text, in order; a decimal comma counts as one.
pub(in crate::prose) fn shares(text: &str) -> Vec<Share> {
    let mut found = Vec::new();
    let signs = text.match_indices('%').map(|(at, _)| (at, at + 1));
    let words = ["percent", "per cent", "Prozent"];
    let spelled = words.iter().flat_map(|word| text.match_indices(word).map(|(at, word)| (at, at + word.len())));
    for (at, end) in signs.chain(spelled) {
        let before = text[..at].trim_end();
        let digits = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',');
        // What joins a number before it is no part of it: `A1%`.
        if digits.ends_with(char::is_alphabetic) {
            continue;
        }
        let written = before[digits.len()..].trim_start_matches(['.', ',']);
        let start = before.len() - written.len();
        if let Some(value) = number(written) {
            found.push(Share { range: start..end, value });
        }
    }
    found.sort_by_key(|share| share.range.start);
    found
}

/// A number in digits; a comma parts decimals where one or two digits follow it, and thousands where three do.
pub(in crate::prose) fn number(written: &str) -> Option<Number> {
    let plain = match written.rsplit_once(',') {
        Some((before, after)) if after.len() < 3 && !before.contains(['.', ',']) => format!("{before}.{after}"),
        _ => written.replace(',', ""),
    };
    plain.parse().ok()
}

/// A number as a ratio of integers.
pub(in crate::prose) fn ratio(number: Number) -> Ratio<i128> {
    let (digits, decimals) = number.parts();
    Ratio::new(digits, 10_i128.pow(decimals.min(28)))
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::prose) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "second" | "seconds" | "sec" | "secs" | "sekunden" => Self::Second,
            "minute" | "minutes" | "min" | "mins" | "minuten" => Self::Minute,
            "hour" | "hours" | "hr" | "hrs" | "h" | "stunde" | "stunden" => Self::Hour,
            "day" | "days" | "day's" | "tag" | "tage" | "tagen" => Self::Day,
            "week" | "weeks" | "week's" | "woche" | "wochen" => Self::Week,
            "month" | "months" | "month's" | "monat" | "monate" | "monaten" => Self::Month,
            "quarter" | "quarters" => Self::Quarter,
            "year" | "years" | "year's" | "jahr" | "jahre" | "jahren" => Self::Year,
            _ => return None,
        })
    }

    /// Its seconds; none where the calendar decides.
    pub(in crate::prose) fn seconds(self) -> Option<i128> {
        Some(match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
            Self::Week => 604_800,
            Self::Month | Self::Quarter | Self::Year => return None,
        })
    }
}

/// A length of time in a text: `thirty (30) business days`, `24-hour`, `43.8 minutes`.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Length {
    /// Where it stands, from the number to the unit.
    pub(in crate::prose) range: Range<usize>,
    pub(in crate::prose) value: Number,
    pub(in crate::prose) unit: Unit,
    /// Whether it is counted in business, working or office time.
    pub(in crate::prose) business: bool,
}

impl Length {
    /// Its seconds; none where the calendar decides.
    pub(in crate::prose) fn seconds(&self) -> Option<Ratio<i128>> {
        Some(ratio(self.value) * Ratio::from_integer(self.unit.seconds()?))
    }
}

/// The lengths of time among words that follow one another.
pub(in crate::prose) fn lengths(words: &[Word<'_>]) -> Vec<Length> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let lower = word.text.to_ascii_lowercase();
        // `24-hour`, `30-day`, `2h`, `90min`.
        let digits = lower.len() - lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let joined = lower[digits..].trim_start_matches('-');
        if let (Some(value), Some(unit)) = (number(&lower[..digits]), Unit::of(joined)) {
            found.push(Length { range: word.start..word.end(), value, unit, business: false });
            continue;
        }
        let Some(unit) = Unit::of(&lower).filter(|_| lower != "h" && lower != "min") else { continue };
        let qualifies =
            |word: &str| ["business", "working", "office", "calendar", "consecutive", "clock", "full"].contains(&word);
        let mut before = at;
        let mut business = false;
        while before > 0 && qualifies(&words[before - 1].text.to_ascii_lowercase()) && at - before < 3 {
            before -= 1;
            business |= ["business", "working", "office"].contains(&words[before].text.to_ascii_lowercase().as_str());
        }
        let Some(counted) = before.checked_sub(1).map(|place| &words[place]) else { continue };
        let written = counted.text.to_ascii_lowercase();
        let value =
            number(&written).or_else(|| small(&written).and_then(|value| u32::try_from(value).ok()).map(Number::whole));
        if let Some(value) = value {
            found.push(Length { range: counted.start..word.end(), value, unit, business });
        }
    }
    found
}

/// The value of one word of a spelled number.
pub(in crate::prose) fn small(word: &str) -> Option<u64> {
    const ONES: [&str; 20] = [
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
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const GERMAN: [(&str, u64); 17] = [
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("sechs", 6),
        ("sieben", 7),
        ("acht", 8),
        ("neun", 9),
        ("zehn", 10),
        ("zwölf", 12),
        ("vierzehn", 14),
        ("fünfzehn", 15),
        ("zwanzig", 20),
        ("dreißig", 30),
        ("fünfundvierzig", 45),
        ("sechzig", 60),
        ("neunzig", 90),
    ];
    let one = |word: &str| ONES.iter().position(|known| *known == word).map(|value| value as u64);
    let ten = |word: &str| TENS.iter().position(|known| *known == word).map(|place| 10 * (place as u64 + 2));
    if let Some((tens, ones)) = word.split_once('-') {
        return Some(ten(tens)? + one(ones).filter(|value| (1..10).contains(value))?);
    }
    let german = || GERMAN.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    one(word).or_else(|| ten(word)).or_else(german)
}

/// The spelled number that ends a row of words in small letters, and how many words it has: `one hundred and twenty`.
pub(in crate::prose) fn spelled_before(words: &[String]) -> Option<(u64, usize)> {
    let part = |word: &String| small(word).is_some() || ["hundred", "thousand", "and"].contains(&word.as_str());
    let count = words.iter().rev().take_while(|word| part(word)).count();
    let mut run = &words[words.len() - count..];
    while run.first().is_some_and(|word| word == "and") {
        run = &run[1..];
    }
    let (mut total, mut current) = (0_u64, 0_u64);
    let mut last = 0;
    for word in run {
        match word.as_str() {
            "and" => {}
            "hundred" => current = current.max(1) * 100,
            "thousand" => {
                total += current.max(1) * 1000;
                current = 0;
            }
            word => {
                let value = small(word)?;
                // `thirty forty` is no number.
                if current % 100 != 0 && !(last >= 20 && value < 10) {
                    return None;
                }
                last = value;
                current += value;
            }
        }
    }
    (!run.is_empty()).then_some((total + current, run.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::sentence::words;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let values = |text: &str| shares(text).iter().map(|share| share.value.to_string()).collect::<Vec<_>>();
        assert_eq!(values("99.95% or 99,9 % or 5 percent, not A1%"), ["99.95", "99.9", "5"]);
        let spelled = |text: &str| spelled_before(&text.split(' ').map(String::from).collect::<Vec<_>>());
        assert_eq!(spelled("within one hundred and twenty"), Some((120, 4)));
        assert_eq!(spelled("for forty-five"), Some((45, 1)));
        assert_eq!(spelled("no number"), None);
        let text = "thirty (30) business days, a 24-hour period and four hours";
        let found = lengths(&words(text, &(0..text.len())));
        let shown: Vec<_> = found.iter().map(|length| (&text[length.range.clone()], length.business)).collect();
        assert_eq!(shown, [("30) business days", true), ("24-hour", false), ("four hours", false)]);
    }
}
