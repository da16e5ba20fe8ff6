//! What was expected at a place, in words.

use super::super::layout::Words;
use super::super::nodes::{is_keyword, with_single_spaces};
use super::super::report::Report;
use super::super::tree::Kind;
use super::super::{blocks, vocabulary};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::did_you_mean;

/// More than so many expected words are not read.
const LISTED: usize = 6;

/// The values of the language, as one asks for them.
const PHRASES: &[(Kind, &str)] = &[
    (Kind::EOI, "the end of the line"),
    (Kind::percent, "a percentage such as 99.9%"),
    (Kind::money, "an amount such as EUR 250"),
    (Kind::amount, "an amount such as 250 or 99.50"),
    (Kind::duration, "a duration such as 30 minutes"),
    (Kind::number, "a number"),
    (Kind::integer, "a whole number"),
    (Kind::unit, "a unit such as minutes"),
    (Kind::calendar_unit, "a period such as month or quarter"),
    (Kind::calendar_units, "a unit such as months or quarters"),
    (Kind::late_unit, "a unit such as calendar day"),
    (Kind::ordinal, "an ordinal such as 2nd or second"),
    (Kind::date, "a date such as 2027-01-31"),
    (Kind::time, "a time of day such as 09:00"),
    (Kind::hours, "hours such as 09:00-17:00"),
    (Kind::opening, "days and hours such as Mon-Fri 09:00-17:00"),
    (Kind::day, "a day such as Mon"),
    (Kind::dates, "a date such as 2027-01-31"),
    (Kind::zone_name, "a time zone such as Europe/Berlin"),
    (Kind::region, "a region such as DE-BE"),
    (Kind::language_tag, "a language such as en-GB"),
    (Kind::currency_code, "a currency such as EUR"),
    (Kind::version_number, "a version such as 1.0"),
    (Kind::string, "text in quotes"),
    (Kind::string_text, "text in quotes"),
    (Kind::value, "a value"),
    (Kind::choice, "a choice such as EU"),
    (Kind::plain_word, "a word"),
    (Kind::clause_name, "the name of a ready clause"),
    (Kind::section_word, "the name of a section"),
    (Kind::section_plain, "the name of a section"),
    (Kind::column_word, "the name of a column"),
    (Kind::parameter_type, "a type such as percent, money, duration, or yes or no"),
    (Kind::expression, "a formula"),
    (Kind::comparator, "`at least` or `at most`"),
    (Kind::none, "`-`"),
    (Kind::plus, "`+`"),
    (Kind::minus, "`-`"),
    (Kind::times_sign, "`*`"),
    (Kind::divided_by, "`/`"),
    (Kind::raised_to, "`^`"),
    (Kind::name, "a name such as Office Hours"),
    (Kind::new_name, "a name such as Office Hours"),
    (Kind::party, "the name of a party"),
    (Kind::term, "a defined term"),
    (Kind::service, "the name of a service"),
    (Kind::calendar, "the name of a calendar"),
    (Kind::severity, "the name of a severity"),
    (Kind::level, "the name of a level"),
    (Kind::metric, "the name of a metric"),
    (Kind::count, "the name of a count"),
    (Kind::plan, "the name of a plan"),
    (Kind::parameter, "the name of a parameter"),
];

/// A parameter may stand for a value; saying so each time would hide the value.
const PARAMETERS: &[Kind] = &[
    Kind::percent_param,
    Kind::money_param,
    Kind::duration_param,
    Kind::date_param,
    Kind::string_param,
    Kind::quantity_param,
];

/// The phrase for a rule, where it has one of its own.
pub(super) fn phrase(kind: Kind) -> Option<&'static str> {
    PHRASES.iter().find(|(known, _)| *known == kind).map(|(_, phrase)| *phrase)
}

/// Rules that are told by their phrase and not by their first words.
pub(super) fn is_whole(kind: Kind) -> bool {
    phrase(kind).is_some() || PARAMETERS.contains(&kind)
}

/// Whether a name may stand where one of these was expected.
pub(super) fn is_name(kind: Kind) -> bool {
    (Kind::name..=Kind::parameter).contains(&kind)
}

/// The single words and values behind the rules that failed, in a steady order without repeats.
pub(super) fn leaves(kinds: &[Kind]) -> Vec<Kind> {
    let mut leaves = Vec::new();
    for kind in kinds {
        for leaf in vocabulary::firsts(*kind, &is_whole) {
            if !leaves.contains(&leaf) {
                leaves.push(leaf);
            }
        }
    }
    // pest names the first part of a value that failed at once.
    let is_value = |value: &[Kind]| value.iter().any(|kind| leaves.contains(kind));
    let duration = is_value(&[Kind::duration_param]);
    let money = is_value(&[Kind::money_param, Kind::quantity_param]);
    for leaf in &mut leaves {
        match leaf {
            Kind::number if duration => *leaf = Kind::duration,
            Kind::currency_code if money => *leaf = Kind::money,
            _ => {}
        }
    }
    leaves.sort_by_key(|leaf| match leaf {
        Kind::EOI => 3,
        Kind::none => 2,
        kind if is_keyword(*kind) => 1,
        _ => 0,
    });
    leaves
}

/// All words of the language behind the rules that failed.
pub(super) fn keywords(kinds: &[Kind]) -> Vec<String> {
    let firsts = kinds.iter().flat_map(|kind| vocabulary::firsts(*kind, &|_| false));
    firsts.filter_map(vocabulary::word).collect()
}

/// The word at a byte of the line, up to the next blank or sign.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let is_sign = |character: char| matches!(character, '"' | ',' | ';' | '(' | ')' | '|');
    let end = rest.find(|character: char| character.is_whitespace() || is_sign(character)).unwrap_or(rest.len());
    if end > 0 { &rest[..end] } else { &rest[..rest.chars().next().map_or(0, char::len_utf8)] }
}

/// A statement that goes wrong at a byte of its line.
pub(super) fn expected(words: &Words<'_>, at: usize, kinds: &[Kind], report: &Report) -> Diagnostic {
    let leaves = leaves(kinds);
    let mut wanted: Vec<String> = Vec::new();
    let only_parameters = leaves.iter().all(|leaf| PARAMETERS.contains(leaf));
    let may_end = leaves.contains(&Kind::EOI);
    for leaf in &leaves {
        let hidden = PARAMETERS.contains(leaf) && !only_parameters
            || may_end && matches!(leaf, Kind::kw_if | Kind::kw_unless)
            || *leaf == Kind::EOI && leaves.len() > 3;
        let text = said(*leaf);
        if !hidden && !wanted.contains(&text) {
            wanted.push(text);
        }
    }
    let more = wanted.len().saturating_sub(LISTED);
    if more > 1 {
        wanted.truncate(LISTED);
        wanted.push(format!("{more} other words"));
    }
    let wanted = list(&wanted, "or");
    let found = word_at(words.text, at);
    let message = if found.is_empty() {
        format!("expected {wanted}, but the line ends here")
    } else {
        format!("expected {wanted}, found `{}`", cut(found))
    };
    let span = report.span(words.start + at, words.start + at + found.len());
    let mut finding = Diagnostic::error("syntax", span, message);
    if let Some(help) = did_you_mean(found, keywords(kinds).iter().map(String::as_str)) {
        return finding.help(help);
    }
    if leaves.contains(&Kind::kw_as) && found.is_empty() {
        finding = finding.help("give it a name that other lines can use, such as `as Uptime`");
    }
    let is_text = |leaf: &Kind| matches!(leaf, Kind::string | Kind::string_param | Kind::EOI);
    let rest = words.text.get(at..).unwrap_or("");
    let takes_name = leaves.iter().any(|leaf| is_name(*leaf));
    let name = report.name_like(rest).filter(|name| {
        if !takes_name && found.starts_with(char::is_lowercase) {
            return false;
        }
        let after = rest[name.len()..].trim_start();
        !leaves.contains(&Kind::string) || !after.starts_with(char::is_lowercase)
    });
    let is_word = found.starts_with(char::is_alphabetic) && name.is_none();
    if leaves.contains(&Kind::string)
        && is_word
        && (found.starts_with(char::is_lowercase) || leaves.iter().all(is_text))
    {
        finding = finding.help(format!("text stands in quotes: \"{} …\"", cut(found)));
    } else if takes_name && found.starts_with(char::is_lowercase) {
        finding = finding.help(match name {
            _ if leaves.contains(&Kind::new_name) && at > 0 => {
                format!("a name begins with a capital letter: write `{}`", cut(&in_capitals(rest)))
            }
            Some(name) => format!("did you mean `{name}`?"),
            None => "a name begins with a capital letter".to_owned(),
        });
    }
    if leaves.contains(&Kind::version_number)
        && let Some(number) =
            found.strip_prefix(['v', 'V']).filter(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
    {
        finding = finding.help(format!("write `{number}`"));
    }
    finding
}

/// The words up to a sign, each with a capital: what a name in lower case was meant to be.
fn in_capitals(text: &str) -> String {
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != ' ').unwrap_or(text.len());
    let capital = |word: &str| -> String {
        let mut letters = word.chars();
        letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
    };
    text[..end].split(' ').filter(|word| !word.is_empty()).map(capital).collect::<Vec<_>>().join(" ")
}

/// A line whose first word begins no statement of the block.
pub(super) fn unknown(words: &Words<'_>, block: Kind, report: &Report) -> Diagnostic {
    let found = word_at(words.text, 0);
    let span = report.span(words.start, words.start + found.len());
    let statements = vocabulary::statements(block);
    let leaves = leaves(&statements);
    let message = if block == Kind::line_in_file {
        format!("`{}` begins no section", cut(found))
    } else {
        format!("`{}` begins no statement {}", cut(found), super::place::under(&[block]))
    };
    let finding = Diagnostic::error("syntax", span, message);
    if let Some(help) = did_you_mean(found, keywords(&statements).iter().map(String::as_str)) {
        return finding.help(help);
    }
    let mut may: Vec<String> = Vec::new();
    for leaf in leaves {
        let text = said(leaf);
        if !may.contains(&text) && !PARAMETERS.contains(&leaf) {
            may.push(text);
        }
    }
    let more = may.len().saturating_sub(2 * LISTED);
    if more > 1 {
        may.truncate(2 * LISTED);
        may.push(format!("{more} other words"));
    }
    let begins = if block == Kind::line_in_file { "a section begins with" } else { "a line here begins with" };
    finding.help(format!("{begins} {}", list(&may, "or")))
}

/// A word in backquotes, a value by its phrase.
fn said(kind: Kind) -> String {
    match (vocabulary::word(kind), phrase(kind)) {
        (Some(word), _) => format!("`{word}`"),
        (None, Some(phrase)) => phrase.to_owned(),
        (None, None) => "the name of a parameter".to_owned(),
    }
}

/// `a, b or c`.
pub(super) fn list(parts: &[String], last: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// The first words of a statement: enough to know it by.
pub(super) fn short(text: &str) -> String {
    let text = with_single_spaces(text);
    let words: Vec<&str> = text.split('"').next().unwrap_or("").split(' ').filter(|word| !word.is_empty()).collect();
    let shown = if words.is_empty() { cut(&text) } else { cut(&words[..words.len().min(3)].join(" ")) };
    if shown.len() < text.len() && !shown.ends_with('…') { format!("{shown} …") } else { shown }
}

/// A text as long as a message may quote it.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether a head may consist of one word of the language.
pub(in super::super) fn is_one_word(head: Kind) -> bool {
    blocks::block_below(head).is_some_and(|_| vocabulary::is_one_word(head))
}

/// Whether a statement begins with words of the language and not with a name or value.
pub(super) fn begins_with_keyword(kind: Kind) -> bool {
    vocabulary::firsts(kind, &is_whole).iter().all(|leaf| is_keyword(*leaf) || *leaf == Kind::comparator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_expected_has_words() {
        let blocks = blocks::BLOCKS.iter().map(|(_, block)| *block).chain([Kind::line_in_file]);
        let statements: Vec<Kind> = blocks.flat_map(vocabulary::statements).collect();
        for kind in Kind::all_rules().iter().chain(&statements) {
            let name = vocabulary::name(*kind);
            if ["line_in_", "in_", "cell_", "WHITESPACE", "end", "lower_word", "name_word", "name_text", "word_char"]
                .iter()
                .any(|prefix| name.starts_with(prefix))
            {
                continue;
            }
            for leaf in leaves(&[*kind]) {
                let is_told = vocabulary::word(leaf).is_some() || phrase(leaf).is_some() || PARAMETERS.contains(&leaf);
                assert!(is_told, "{leaf:?}, which begins {name}, has no words");
            }
        }
    }

    #[test]
    fn words_come_from_the_grammar() {
        assert_eq!(vocabulary::opening(Kind::credits_for), "credits for");
        assert!(is_one_word(Kind::penalties) && is_one_word(Kind::channels) && !is_one_word(Kind::provider));
        assert!(begins_with_keyword(Kind::claim_within) && !begins_with_keyword(Kind::calendar_entry));
    }
}
