//! Hours that contradict one another: `24x5` beside 123 hours a week, `9 to 5, 10 hours a day`.

use super::Found;
use super::clock::{hours, open};
use super::contract::{Contract, Sentence};
use super::quantity::{Unit, lengths, ratio};
use num_rational::Ratio;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in contract.sentences.iter().filter(|sentence| sentence.lower.bytes().any(|byte| byte.is_ascii_digit())) {
        let all = hours(sentence);
        let spans = open(sentence);
        // Two coverages in a sentence belong to two services.
        let [coverage] = all.as_slice() else {
            if all.is_empty() {
                against_day(sentence, &spans, found);
            }
            continue;
        };
        let week = coverage.hours * coverage.days;
        for (stated, range) in stated(sentence, &["week", "weekly"]) {
            if stated != Ratio::from_integer(week.into()) {
                found.push(
                    sentence.block,
                    &(coverage.range.start.min(range.start)..coverage.range.end.max(range.end)),
                    format!("{} is {week} hours a week, not {stated}", &sentence.block.text[coverage.range.clone()]),
                    "correct one of the two",
                );
            }
        }
        if let [span] = spans.as_slice()
            && span.minutes != coverage.hours * 60
            && !parted(sentence, &coverage.range, &span.range)
        {
            found.push(
                sentence.block,
                &(coverage.range.start.min(span.range.start)..coverage.range.end.max(span.range.end)),
                format!(
                    "{} is {} hours a day, {} is {}",
                    &sentence.block.text[coverage.range.clone()],
                    coverage.hours,
                    &sentence.block.text[span.range.clone()],
                    in_hours(span.minutes)
                ),
                "correct one of the two",
            );
        }
    }
}

/// Whether the words between two places make them the hours of two things.
fn parted(sentence: &Sentence<'_>, one: &std::ops::Range<usize>, other: &std::ops::Range<usize>) -> bool {
    let (first, last) = if one.start < other.start { (one.end, other.start) } else { (other.end, one.start) };
    let between = sentence.block.text.get(first..last).unwrap_or("").to_lowercase();
    ["outside", "otherwise", "phone", "except", "emergenc", " and ", " but ", ";"].iter().any(|word| between.contains(word))
}

fn in_hours(minutes: u32) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{} hours {rest} minutes", minutes / 60),
    }
}

/// The hours of a time of day beside hours a day.
fn against_day(sentence: &Sentence<'_>, spans: &[super::clock::Open], found: &mut Found<'_>) {
    let [span] = spans else { return };
    for (stated, range) in stated(sentence, &["day", "daily"]) {
        if stated != Ratio::new(span.minutes.into(), 60) {
            found.push(
                sentence.block,
                &(span.range.start.min(range.start)..span.range.end.max(range.end)),
                format!("{} is {} hours, not {stated}", &sentence.block.text[span.range.clone()], in_hours(span.minutes)),
                "correct one of the two",
            );
        }
    }
    let days = if sentence.has(&["monday to friday", "monday through friday", "mon-fri", "monday - friday", "monday-friday", "monday \u{2013} friday", "monday\u{2013}friday"]) {
        5
    } else if sentence.has(&["seven days", "7 days", "monday to sunday", "every day"]) {
        7
    } else {
        return;
    };
    for (stated, range) in stated(sentence, &["week", "weekly"]) {
        let week = Ratio::new(i128::from(span.minutes) * days, 60);
        if stated != week {
            found.push(
                sentence.block,
                &(span.range.start.min(range.start)..span.range.end.max(range.end)),
                format!("{days} days of {} hours are {week} hours a week, not {stated}", in_hours(span.minutes)),
                "correct one of the two",
            );
        }
    }
}

/// Hours a day or a week, as a sentence states them.
fn stated(sentence: &Sentence<'_>, per: &[&str]) -> Vec<(Ratio<i128>, std::ops::Range<usize>)> {
    let text = &sentence.block.text;
    let mut found = Vec::new();
    for length in lengths(&sentence.words()).into_iter().filter(|length| length.unit == Unit::Hour) {
        let after = text[length.range.end..sentence.start + sentence.text.len()].to_lowercase();
        let words: Vec<&str> = after.split([' ', ',', '.', ')', ';']).filter(|word| !word.is_empty()).take(2).collect();
        let says = match words.as_slice() {
            [joint, unit, ..] => ["a", "per", "each", "every", "/"].contains(joint) && per.contains(unit),
            _ => false,
        };
        if says || words.first().is_some_and(|word| *word == per[1]) {
            found.push((ratio(length.value), length.range));
        }
    }
    found
}
