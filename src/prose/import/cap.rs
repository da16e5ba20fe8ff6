//! The most that service credits come to.

use std::fmt::Write as _;

use super::availability::{Level, contains_word};
use super::credits::{base, base_after, fee_base};
use super::reading::{MOST, Place, Reading, place};
use super::services::{Services, amount_of};
use super::statement::Statement;
use crate::model::Currency;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::quantity::shares;

/// The most that credits come to.
pub(super) struct Cap {
    /// The level that it is for; all where there is none.
    pub(super) level: Option<String>,
    pub(super) statement: Statement,
    pub(super) taken: Place,
}

pub(super) fn caps(reading: &Reading<'_, '_>, levels: &[Level], services: &Services) -> Vec<Cap> {
    let mut found: Vec<Cap> = Vec::new();
    for cap in reading.prose().filter_map(|sentence| cap(reading, sentence, levels, services)) {
        let same = |known: &&mut Cap| known.level == cap.level && known.statement.words == cap.statement.words;
        match found.iter_mut().find(same) {
            Some(known) => known.statement.from.extend(cap.statement.from),
            None => found.push(cap),
        }
    }
    found.truncate(if found.len() > MOST { 0 } else { MOST });
    // Two caps of one kind have two readings.
    let kinds: Vec<(Option<String>, usize)> = found
        .iter()
        .map(|cap| (cap.level.clone(), usize::from(cap.statement.words.contains("one incident"))))
        .collect();
    let mut at = 0;
    found.retain(|_| {
        let alone = kinds.iter().filter(|kind| **kind == kinds[at]).count() == 1;
        at += 1;
        alone
    });
    found
}

const AT_MOST: [&str; 15] = [
    "not exceed",
    "no more than",
    "not more than",
    "at most",
    "capped at",
    "limited to",
    "maximum of",
    "maximum is",
    "more than",
    "exceed",
    "maximal",
    "höchstens",
    "insgesamt auf",
    "up to a maximum of",
    "maximum: ",
];

/// Where the most that credits come to begins in a sentence: `credits shall not exceed`, `the maximum credit is`.
fn at_most(lower: &str) -> Option<(usize, usize)> {
    let credit = ["credit", "gutschrift"].iter().filter_map(|word| lower.find(word)).min()?;
    let behind = AT_MOST.iter().filter_map(|words| lower.find(words).map(|at| (at, *words))).min();
    if let Some((at, words)) = behind.filter(|(at, _)| credit < *at) {
        let negated = !["more than", "exceed"].contains(&words)
            || ["not ", "no ", "never "].iter().any(|word| lower[..at].contains(word));
        return negated.then_some((at, at + words.len()));
    }
    // `The maximum credit in any month is`.
    let maximum = lower.find("maximum").filter(|at| *at < credit && credit - at < 48)?;
    let verbs = [" is ", ": ", " shall be ", " will be "];
    let from = verbs.iter().filter_map(|verb| lower[credit..].find(verb).map(|at| credit + at + verb.len())).min()?;
    Some((maximum, from))
}

fn cap(reading: &Reading<'_, '_>, sentence: &Sentence<'_>, levels: &[Level], services: &Services) -> Option<Cap> {
    let lower = sentence.lower;
    let (at, from) = at_most(lower)?;
    let doubts = [
        "if ",
        "for example",
        "availability",
        "uptime of",
        "downtime",
        "terminate",
        "carry",
        "unless",
        "days after",
        "liability",
    ];
    if doubts.iter().any(|word| lower.contains(word)) && !lower.contains("service credits for ") {
        return None;
    }
    let all = shares(sentence.text);
    let level = lower[..at]
        .find("service credits for ")
        .map(|at| &sentence.text[at + "service credits for ".len()..])
        .and_then(|rest| {
            levels
                .iter()
                .find(|level| rest.starts_with(&level.name) && contains_word(rest, &level.name))
                .map(|level| level.name.clone())
        });
    // `Service Credits for …` something that is no level of the draft.
    let general = ["each", "the whole", "any", "one", "all"];
    let named = lower[..at].contains("service credits for ")
        && !general.iter().any(|word| lower[..at].contains(&format!("service credits for {word}")));
    if named && level.is_none() {
        return None;
    }
    let (amount, end, told) = if let [share] = all.as_slice() {
        if share.range.start < from || share.range.start - from > 40 {
            return None;
        }
        let base = base_after(sentence.text, share)?;
        let end = sentence.text.find(&base)? + base.len();
        (format!("{}% of {}", share.value, fee_base(&base, services)), end, base)
    } else if all.is_empty() {
        match (money(sentence.text, from), base(sentence.text[from..].trim_start())) {
            (Some((money, end)), _) => (money, end, String::new()),
            // `Capped at the monthly fee` is all of it.
            (None, Some(base)) => {
                let end = from + sentence.text[from..].find(&base)? + base.len();
                (format!("100% of {}", fee_base(&base, services)), end, base)
            }
            (None, None) => return None,
        }
    } else {
        return None;
    };
    let around = lower.replace(&told.to_ascii_lowercase(), " ");
    let incident = ["for one incident", "per incident"].iter().any(|word| around.contains(word));
    let cycle = if around.contains("for the whole period") { Some("each period") } else { reading.cycle(&around) };
    let cycle = cycle.or_else(|| of_that_month(reading, lower).then_some("each month"));
    let mut statement = Statement::new(format!("at most {amount}")).from(place(sentence));
    match cycle {
        Some(cycle) => drop(write!(statement.words, " {cycle}")),
        None if !incident => {
            statement.open.push("in which time credits come to at most this, such as `each month`".to_owned());
        }
        None => {}
    }
    if incident {
        statement.words += " for one incident";
        // Only a level has a cap for one incident.
        level.as_ref()?;
    }
    let tail = &lower[end..];
    let end = [", and", ";", ". "]
        .iter()
        .filter_map(|word| tail.find(word))
        .min()
        .map_or(end + tail.find(['(', ',']).unwrap_or(tail.len()), |to| end + to);
    Some(Cap { level, statement, taken: (sentence.at, sentence.placed(&(0..end))) })
}

/// Whether words in small letters compare credits with the fee of the month that they are for.
fn of_that_month(reading: &Reading<'_, '_>, lower: &str) -> bool {
    let of = ["affected ", "that ", "such ", "same ", "applicable ", "relevant ", "impacted "];
    of.iter().any(|of| {
        lower.match_indices(of).any(|(at, of)| {
            let rest = &lower[at + of.len()..];
            let rest = rest.strip_prefix("calendar ").unwrap_or(rest);
            rest.starts_with("month") && !rest.starts_with("monthly") || reading.named_month(rest).is_some()
        })
    })
}

/// An amount of money with its code that begins near a byte: `EUR 2000`.
fn money(text: &str, from: usize) -> Option<(String, usize)> {
    let rest = text.get(from..)?;
    let code_at = from + rest.len() - rest.trim_start().len();
    let code = text.get(code_at..code_at + 3)?;
    code.parse::<Currency>().ok()?;
    let after = &text[code_at + 3..];
    let digits = after.trim_start();
    let amount: String = digits
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '\u{A0}'))
        .collect();
    let written = amount.trim_end_matches(['.', ',', ' ', '\u{A0}']);
    let plain = if written.contains(',')
        && written.split(',').skip(1).all(|part| part.split('.').next().is_some_and(|part| part.len() == 3))
    {
        written.replace(',', "")
    } else {
        written.to_owned()
    };
    let amount = amount_of(&plain)?;
    let end = code_at + 3 + (after.len() - digits.len()) + written.len();
    Some((format!("{code} {amount}"), end))
}
