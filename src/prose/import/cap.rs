//! The most that service credits come to.

use std::fmt::Write as _;

use super::availability::{Level, contains_word};
use super::credits::{base_after, fee_base};
use super::figures::cycle;
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
    let mut found: Vec<Cap> = reading.prose().filter_map(|sentence| cap(sentence, levels, services)).collect();
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

const AT_MOST: [&str; 14] = [
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
];

fn cap(sentence: &Sentence<'_>, levels: &[Level], services: &Services) -> Option<Cap> {
    let lower = sentence.lower;
    let credit = lower.find("credit").or_else(|| lower.find("gutschrift"))?;
    let (at, words) = AT_MOST.iter().filter_map(|words| lower.find(words).map(|at| (at, *words))).min()?;
    let negated = !["more than", "exceed"].contains(&words)
        || ["not ", "no ", "never "].iter().any(|word| lower[..at].contains(word));
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
    if credit > at
        || !negated
        || doubts.iter().any(|word| lower.contains(word)) && !lower.contains("service credits for ")
    {
        return None;
    }
    let from = at + words.len();
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
    let named = lower[..at].contains("service credits for ")
        && !lower[..at].contains("service credits for each")
        && !lower[..at].contains("service credits for the whole")
        && !lower[..at].contains("service credits for any")
        && !lower[..at].contains("service credits for one");
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
        let (money, end) = money(sentence.text, from)?;
        (money, end, String::new())
    } else {
        return None;
    };
    let around = lower.replace(&told.to_ascii_lowercase(), " ");
    let incident = ["for one incident", "per incident"].iter().any(|word| around.contains(word));
    let cycle = if around.contains("for the whole period") { Some("each period") } else { cycle(&around) };
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
