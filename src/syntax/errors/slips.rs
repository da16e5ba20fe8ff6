//! Slips that many make, each with what to write instead.

use super::super::layout::Words;
use super::super::nodes;
use super::super::report::Report;
use super::super::tree::Kind;
use super::super::vocabulary;
use super::values;
use super::wording::{is_whole, keywords, word_at};
use crate::diagnostic::Diagnostic;
use crate::source::SourceId;

/// The slip at or before the byte where a line goes wrong, if it is a known one.
pub(super) fn find(words: &Words<'_>, at: usize, kinds: &[Kind], report: &Report) -> Option<Diagnostic> {
    values::blank(words, at, report)
        .or_else(|| typographic_quotes(words, at, report))
        .or_else(|| unclosed_quote(words, report))
        .or_else(|| values::find(words, at, kinds, report))
        .or_else(|| comma_in_number(words, at, report))
        .or_else(|| punctuation(words, at, report))
        .or_else(|| currency(words, at, kinds, report))
        .or_else(|| joined_unit(words, at, report))
        .or_else(|| short_unit(words, at, report))
        .or_else(|| no_renewal(words, at, report))
        .or_else(|| capital_keyword(words, at, kinds, report))
        .or_else(|| comment(words, at, report))
        .or_else(|| quote_within(words, at, report))
}

/// `// a comment`, as other languages write it.
fn comment(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let sign = ["//", "/*", "--", "<!--"].into_iter().find(|sign| words.text[at..].starts_with(sign))?;
    let span = report.span(words.start + at, words.start + at + sign.len());
    Some(Diagnostic::error("syntax", span, "a comment begins with `#`").fix("write #", span, "#"))
}

/// `"an "act" of"`: the text seemed to end before the word.
fn quote_within(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let is_word = words.text[at..].starts_with(char::is_alphanumeric);
    if !is_word || !words.text[..at].ends_with('"') {
        return None;
    }
    let span = report.span(words.start + at - 1, words.start + at);
    let finding = Diagnostic::error("syntax", span, "the text ends here, in the middle of a line");
    Some(finding.help("write quotes within a text as ‘…’; a `\"\"\"` block below the line may hold any quotes"))
}

/// Quotes that a word processor writes: the line with plain ones is offered.
fn typographic_quotes(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let is_quote =
        |character: char| matches!(character, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›');
    let found = words.text.get(at..)?.chars().next().filter(|character| is_quote(*character) || *character == '\'')?;
    let place = words.start + at;
    let finding = Diagnostic::error(
        "syntax",
        report.span(place, place + found.len_utf8()),
        format!("text stands in plain quotes (`\"`), not in `{found}`"),
    );
    let rest = &words.text[at..];
    let inner = &rest[found.len_utf8()..];
    let closing = inner.rfind(|character: char| is_quote(character) || character == '"' || character == found)?;
    let text = &inner[..closing];
    let end = found.len_utf8() + closing + inner[closing..].chars().next().map_or(0, char::len_utf8);
    if text.contains(['"', found]) || text.contains(is_quote) {
        return Some(finding);
    }
    let plain = format!("\"{text}\"");
    Some(finding.fix("write plain quotes", report.span(place, place + end), plain))
}

fn unclosed_quote(words: &Words<'_>, report: &Report) -> Option<Diagnostic> {
    if words.text.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let at = words.start + words.text.rfind('"')?;
    let finding = Diagnostic::error("syntax", report.span(at, at + 1), "the closing quote is missing");
    Some(finding.help("write `\"` after the text; longer text stands in a `\"\"\"` block below the line"))
}

/// `99,9%` and `12,000`.
fn comma_in_number(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let bytes = words.text.as_bytes();
    let part = |byte: &u8| byte.is_ascii_digit() || *byte == b',' || *byte == b'.';
    let start = at - bytes[..at.min(bytes.len())].iter().rev().take_while(|byte| part(byte)).count();
    let number = &words.text[start..start + bytes[start..].iter().take_while(|byte| part(byte)).count()];
    let number = number.trim_end_matches([',', '.']);
    let (whole, rest) = number.split_once(',')?;
    if whole.is_empty() || whole.contains('.') {
        return None;
    }
    let span = report.span(words.start + start, words.start + start + number.len());
    let groups: Vec<&str> = rest.split([',', '.']).collect();
    if rest.len() != 3 && groups.len() == 1 {
        let text = format!("{whole}.{rest}");
        let percent = if words.text[start + number.len()..].trim_start().starts_with('%') { "%" } else { "" };
        let message = "decimals are written with a point, not a comma";
        let title = format!("write {text}{percent}");
        return Some(Diagnostic::error("comma-decimal", span, message).help(title.clone()).fix(title, span, text));
    }
    let joined = number.replace(',', "");
    let mut help = format!("write {joined}");
    if groups.len() == 1 {
        help = format!("{help}, or {whole}.{rest} for a decimal");
    }
    Some(Diagnostic::error("comma-decimal", span, "numbers have no separators").help(help))
}

/// Habits of other languages: colons, semicolons, braces, full stops.
fn punctuation(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    // The sign may cling to the word before it.
    let rest = words.text.get(at..)?;
    let word = word_at(words.text, at);
    let (offset, sign) = rest
        .char_indices()
        .take_while(|(offset, _)| *offset <= word.len())
        .find(|(_, sign)| matches!(sign, ':' | ';' | '{' | '}' | '=' | '.' | ','))?;
    if offset > 0 && !rest[offset + 1..].trim().is_empty() {
        return None;
    }
    let place = words.start + at + offset;
    let span = report.span(place, place + 1);
    let finding = match sign {
        '{' | '}' => Diagnostic::error("syntax", span, "there are no braces")
            .help("indent what belongs to the line above by two spaces"),
        '=' => Diagnostic::error("syntax", span, "there is no `=`").help("write `is`"),
        ':' if !rest[offset + 1..].trim().is_empty() => {
            Diagnostic::error("syntax", span, "there is no `:`").help("write a space instead")
        }
        _ if rest[offset + 1..].trim().is_empty() => Diagnostic::error(
            "syntax",
            span,
            format!("a line ends without `{sign}`"),
        )
        .fix(format!("delete `{sign}`"), span, ""),
        ';' => Diagnostic::error("syntax", span, "there is no `;`").help("write one statement a line"),
        _ => return None,
    };
    Some(finding)
}

/// `€500`, `500 EUR` and `EUR500`.
fn currency(words: &Words<'_>, at: usize, kinds: &[Kind], report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    let span = report.span(words.start + at, words.start + at + found.len());
    let names = [("euro", "EUR"), ("dollar", "USD"), ("pound", "GBP"), ("franc", "CHF"), ("yen", "JPY")];
    let lower = found.to_lowercase();
    if kinds.iter().any(|kind| vocabulary::firsts(*kind, &is_whole).contains(&Kind::currency_code))
        && let Some((_, code)) = names.iter().find(|(word, _)| lower.trim_end_matches('s') == *word)
    {
        let finding = Diagnostic::error("syntax", span, "a currency is written by its three letters");
        return Some(finding.fix(format!("write {code}"), span, *code));
    }
    let signs = [('€', "EUR"), ('$', "USD"), ('£', "GBP"), ('¥', "JPY"), ('₹', "INR")];
    if let Some((sign, code)) = signs.iter().find(|(sign, _)| found.starts_with(*sign)) {
        let amount = found.trim_start_matches(*sign);
        let text = if amount.is_empty() { (*code).to_owned() } else { format!("{code} {amount}") };
        let finding = Diagnostic::error("syntax", span, "a currency is written by its three letters");
        return Some(finding.help(format!("write `{text}`")));
    }
    let is_code = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if found.len() > 3 && found.is_char_boundary(3) && is_code(&found[..3]) && found.as_bytes()[3].is_ascii_digit() {
        let text = format!("{} {}", &found[..3], &found[3..]);
        let finding = Diagnostic::error("syntax", span, "a space stands between currency and amount");
        return Some(finding.fix(format!("write {text}"), span, text));
    }
    let is_amount = |amount: &&str| amount.starts_with(|first: char| first.is_ascii_digit());
    let code = word_at(words.text[at + found.len()..].trim_start(), 0);
    if is_amount(&found) && is_code(code) {
        let finding = Diagnostic::error("syntax", span, "the currency stands before the amount");
        return Some(finding.help(format!("write `{code} {found}`")));
    }
    let before = words.text.get(..at)?.trim_end();
    let amount = before.rsplit(' ').next().filter(is_amount)?;
    is_code(found).then(|| {
        Diagnostic::error("syntax", span, "the currency stands before the amount")
            .help(format!("write `{found} {amount}`"))
    })
}

/// `30m` and `5min`.
fn joined_unit(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    let split =
        found.find(|character: char| !character.is_ascii_digit() && character != '.').filter(|split| *split > 0)?;
    let (number, unit) = found.split_at(split);
    let unit = unit_in_full(unit, number == "1")?;
    let span = report.span(words.start + at, words.start + at + found.len());
    let finding = Diagnostic::error("syntax", span, "a unit is written out, after a space");
    Some(finding.help(format!("write `{number} {unit}`")))
}

/// `4 h` and `30 min.`.
fn short_unit(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    let number = words.text.get(..at)?.trim_end().rsplit(' ').next()?;
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let unit = unit_in_full(found.trim_end_matches('.'), number == "1")?;
    let span = report.span(words.start + at, words.start + at + found.len());
    Some(Diagnostic::error("syntax", span, "a unit is written out").fix(format!("write {unit}"), span, unit))
}

/// A unit as a spec writes it.
fn unit_in_full(unit: &str, one: bool) -> Option<&'static str> {
    let unit = match unit {
        "ms" => "milliseconds",
        "s" | "sec" | "secs" | "second" | "seconds" => "seconds",
        "m" | "min" | "mins" | "minute" | "minutes" => "minutes",
        "h" | "hr" | "hrs" | "hour" | "hours" => "hours",
        "d" | "day" | "days" => "days",
        "w" | "wk" | "week" | "weeks" => "weeks",
        "mo" | "mos" | "month" | "months" => "months",
        "y" | "yr" | "yrs" | "year" | "years" => "years",
        _ => return None,
    };
    Some(if one { &unit[..unit.len() - 1] } else { unit })
}

/// `no renewal`, which is said by saying nothing.
fn no_renewal(words: &Words<'_>, at: usize, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    if words.text.get(..at)?.trim_end() != "no" || !found.starts_with("renew") {
        return None;
    }
    let span = report.span(words.start, words.end());
    let finding =
        Diagnostic::error("syntax", span, "an agreement without `renews` ends by itself, and its contract says so");
    Some(finding.help("leave this line out"))
}

/// `Within` where `within` was expected.
fn capital_keyword(words: &Words<'_>, at: usize, kinds: &[Kind], report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, at);
    let lower = found.to_lowercase();
    if lower == found || !keywords(kinds).contains(&lower) {
        return None;
    }
    Some(in_lower_case(words, at, found, report))
}

/// `ticket means` where a name begins the line.
pub(super) fn lower_beginning(words: &Words<'_>, block: Kind, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, 0);
    let mut letters = found.chars();
    let first = letters.next().filter(|letter| letter.is_lowercase())?;
    let capital: String = first.to_uppercase().chain(letters).collect();
    let line = format!("{capital}{}", &words.text[found.len()..]);
    nodes::parse(block, &Words { text: &line, start: words.start }, SourceId::default()).ok()?;
    let span = report.span(words.start, words.start + found.len());
    let finding = Diagnostic::error("syntax", span, format!("`{found}` is no word of the language"));
    Some(finding.help(format!("a name begins with a capital letter: write `{capital}`")))
}

/// `Review every` at the beginning, which might have begun with a name.
pub(super) fn capital_beginning(words: &Words<'_>, block: Kind, report: &Report) -> Option<Diagnostic> {
    let found = word_at(words.text, 0);
    let lower = found.to_ascii_lowercase();
    if lower == found {
        return None;
    }
    let line = format!("{lower}{}", &words.text[found.len()..]);
    let line = Words { text: &line, start: words.start };
    nodes::parse(block, &line, SourceId::default()).ok()?;
    Some(in_lower_case(words, 0, found, report))
}

fn in_lower_case(words: &Words<'_>, at: usize, found: &str, report: &Report) -> Diagnostic {
    let lower = found.to_lowercase();
    let span = report.span(words.start + at, words.start + at + found.len());
    let message = format!("`{lower}` is a word of the language and written in lower case");
    Diagnostic::error("syntax", span, message).fix(format!("write {lower}"), span, lower)
}
