//! Words and signs that other texts use for what a spec says in one way.

use super::super::layout::Words;
use super::super::nodes;
use super::super::report::Report;
use super::super::tree::Kind;
use super::place::guess_head;
use super::wording::{cut, keywords, word_at};
use crate::diagnostic::Diagnostic;
use crate::source::SourceId;

/// What is often written, and what a spec says instead; the first that makes the line right is offered.
const PHRASES: &[(&str, &[&str])] = &[
    (">=", &["at least", "at or above"]),
    ("≥", &["at least", "at or above"]),
    ("<=", &["at most", "at or below"]),
    ("≤", &["at most", "at or below"]),
    (">", &["above", "more than"]),
    ("<", &["below", "less than"]),
    ("=", &["is"]),
    (">", &["is above"]),
    ("<", &["is below"]),
    ("minimum of", &["at least"]),
    ("minimum", &["at least"]),
    ("min", &["at least"]),
    ("maximum of", &["at most"]),
    ("maximum", &["at most"]),
    ("max", &["at most"]),
    ("up to", &["at most"]),
    ("not more than", &["at most"]),
    ("no more than", &["at most"]),
    ("not less than", &["at least"]),
    ("no less than", &["at least"]),
    ("over", &["above", "for", "each"]),
    ("under", &["below"]),
    ("per", &["each"]),
    ("every", &["each"]),
    ("a", &["each"]),
    ("each", &["every", "per"]),
    ("monthly", &["each month", "every month", "every 1 month", "per month"]),
    ("quarterly", &["each quarter", "every 3 months", "per quarter"]),
    ("yearly", &["each year", "every 12 months", "per year"]),
    ("annually", &["each year", "every 12 months", "per year"]),
    ("weekly", &["each week", "every week", "every 1 week", "per week"]),
    ("daily", &["each day", "every day", "every 1 day", "per day"]),
    ("of", &["after", "from", "for", "under"]),
    ("from", &["after", "of", "on"]),
    ("following", &["after"]),
    ("in", &["within", "during", "each"]),
    ("by", &["within"]),
    ("at", &["within", "during"]),
    ("upon", &["at"]),
    ("can not", &["may not"]),
    ("cannot", &["may not"]),
    ("can", &["may"]),
    ("shall not", &["may not"]),
    ("shall", &["must", "may"]),
    ("will", &["must"]),
    ("should", &["must"]),
    ("working", &["business"]),
    ("work", &["business"]),
    ("calendar days", &["days"]),
    ("calendar months", &["months"]),
    ("mo", &["months", "month"]),
    ("mos", &["months"]),
    ("yr", &["year"]),
    ("yrs", &["years"]),
    ("hrs", &["hours"]),
    ("hr", &["hour"]),
    ("mins", &["minutes"]),
    ("min", &["minutes", "minute"]),
    ("secs", &["seconds"]),
    ("sec", &["seconds", "second"]),
    ("or", &["and", ","]),
    ("and", &[","]),
    ("of the fee", &[""]),
    ("the", &[""]),
    ("an", &[""]),
    ("law", &["governing law"]),
    ("priorities", &["severities"]),
    ("service levels", &["levels"]),
    ("slas", &["levels"]),
    ("sla", &["levels"]),
    ("service credits", &["penalties"]),
    ("credits", &["penalties"]),
    ("remedies", &["penalties"]),
    ("term", &["period"]),
    ("duration", &["period"]),
    ("hours", &["calendars"]),
    ("duties of", &["obligations of"]),
    ("responsibilities of", &["obligations of"]),
    ("maintenance windows", &["maintenance"]),
    ("is", &["means"]),
    (":", &["means", "is", ""]),
    ("-", &[""]),
    ("*", &[""]),
    ("•", &[""]),
    ("–", &["-", ""]),
];

/// Signs that begin the lines of a list elsewhere.
const BULLETS: &[&str] = &["-", "*", "•", "–"];

/// Lines are tried again with other words; one of more bytes than this is none that a person slipped in.
const LONGEST: usize = 400;

/// How many characters of the line a phrase may come before the byte where it goes wrong.
const BEFORE: usize = 12;

/// The phrase at or just before the byte where a line goes wrong, if the line is right without it.
pub(super) fn find(words: &Words<'_>, at: usize, block: Kind, report: &Report) -> Option<Diagnostic> {
    if words.text.len() > LONGEST {
        return None;
    }
    let starts = word_starts(words.text, at);
    for start in starts {
        for (phrase, instead) in PHRASES {
            if !begins(&words.text[start..], phrase) {
                continue;
            }
            for replacement in *instead {
                if start > 0 && BULLETS.contains(phrase) && replacement.is_empty() {
                    continue;
                }
                let end = start + phrase.len();
                let (before, after) = (&words.text[..start], &words.text[end..]);
                let after = if replacement.is_empty() { after.trim_start() } else { after };
                let line = format!("{before}{replacement}{after}");
                if parses(block, &line, words.start) {
                    return Some(finding(words, start, end, replacement, report));
                }
            }
        }
    }
    None
}

/// The head that a section with another name was meant to be: what stands below it is then read, too.
pub(super) fn head(words: &Words<'_>, block: Kind) -> Option<Kind> {
    let instead = PHRASES.iter().filter(|(phrase, _)| begins(words.text, phrase)).flat_map(|(_, instead)| *instead);
    instead.into_iter().find_map(|word| guess_head(&Words { text: word, start: words.start }, block))
}

/// Two words, or a word and a value, in the wrong order: `10% credit`.
pub(super) fn swapped(words: &Words<'_>, at: usize, block: Kind, report: &Report) -> Option<Diagnostic> {
    if words.text.len() > LONGEST {
        return None;
    }
    let (before, rest) = words.text.split_at(at);
    let blanks: Vec<usize> = rest.match_indices(' ').map(|(place, _)| place).take(2).collect();
    blanks.into_iter().find_map(|blank| {
        let (first, tail) = (&rest[..blank], rest[blank..].trim_start());
        let second = word_at(tail, 0);
        if second.is_empty() || !second.starts_with(char::is_lowercase) {
            return None;
        }
        let line = format!("{before}{second} {first}{}", &tail[second.len()..]);
        if !parses(block, &line, words.start) {
            return None;
        }
        let end = rest.len() - tail.len() + second.len();
        let span = report.span(words.start + at, words.start + at + end);
        let written = format!("{second} {first}");
        let finding = Diagnostic::error("syntax", span, format!("`{second}` stands before `{}`", cut(first)));
        Some(finding.fix(format!("write {written}"), span, written))
    })
}

/// A word that is missing where a line goes wrong, if the line is right with it.
pub(super) fn missing(
    words: &Words<'_>,
    at: usize,
    kinds: &[Kind],
    block: Kind,
    report: &Report,
) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    if at == 0 || found.is_empty() || words.text.len() > LONGEST {
        return None;
    }
    let (before, after) = words.text.split_at(at);
    let mut fitting = keywords(kinds);
    fitting.retain(|word| parses(block, &format!("{before}{word} {after}"), words.start));
    // Where two words would do, the author knows which.
    let [word] = fitting.as_slice() else { return None };
    let span = report.span(words.start + at, words.start + at + found.len());
    let finding = Diagnostic::error("syntax", span, format!("`{word}` is missing before `{}`", cut(found)));
    Some(finding.help(format!("write `{word} {}`", cut(found))))
}

fn finding(words: &Words<'_>, start: usize, end: usize, replacement: &str, report: &Report) -> Diagnostic {
    let found = &words.text[start..end];
    let span = report.span(words.start + start, words.start + end);
    if replacement.is_empty() {
        let is_bullet = BULLETS.contains(&found);
        let message = if is_bullet {
            "a line begins without a bullet".to_owned()
        } else {
            format!("a spec has no `{found}` here")
        };
        let (before, after) = (&words.text[..start], &words.text[end..]);
        let blanks = after.len() - after.trim_start().len();
        let span = if is_bullet {
            report.span(words.start + start, words.start + end + blanks)
        } else {
            report.span(words.start + before.trim_end().len(), words.start + end)
        };
        return Diagnostic::error("syntax", span, message).fix(format!("delete `{found}`"), span, "");
    }
    Diagnostic::error("syntax", span, format!("a spec says `{replacement}`, not `{found}`"))
        .help(format!("write `{replacement}`"))
}

/// The bytes at which the word that goes wrong, and those just before it, begin; the nearest first.
fn word_starts(text: &str, at: usize) -> Vec<usize> {
    let from = at.saturating_sub(BEFORE);
    let mut starts: Vec<usize> = text
        .char_indices()
        .filter(|(place, sign)| {
            (from..=at).contains(place)
                && !sign.is_whitespace()
                && text[..*place].chars().next_back().is_none_or(|before| before.is_whitespace() || *sign == ':')
        })
        .map(|(place, _)| place)
        .collect();
    starts.reverse();
    starts
}

fn begins(text: &str, phrase: &str) -> bool {
    let Some(rest) = text.strip_prefix(phrase) else { return false };
    let is_word = phrase.ends_with(char::is_alphanumeric);
    !(is_word && rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-'))
}

fn parses(block: Kind, line: &str, start: usize) -> bool {
    nodes::parse(block, &Words { text: line, start }, SourceId::default()).is_ok()
}
