//! How names and numbers are written in the tools' formats.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use crate::model::Percent;

/// Identifiers of an export, each given once: lower-case letters, digits and hyphens, 63 at most (RFC 1123).
#[derive(Debug, Default)]
pub(super) struct Slugs(BTreeSet<String>);

impl Slugs {
    /// The identifier of a name; a number follows where an earlier name gave the same.
    pub(super) fn of(&mut self, name: &str) -> String {
        const LONGEST: usize = 59;
        let mut slug = String::new();
        for letter in name.nfkd().flat_map(char::to_lowercase) {
            if letter.is_ascii_alphanumeric() {
                slug.push(letter);
            } else if !slug.ends_with('-') && !slug.is_empty() && !is_mark(letter) {
                slug.push('-');
            }
        }
        slug.truncate(LONGEST);
        let slug = slug.trim_end_matches('-');
        let slug = if slug.is_empty() { "unnamed" } else { slug };
        let mut unique = slug.to_owned();
        let mut count = 1;
        while !self.0.insert(unique.clone()) {
            count += 1;
            unique = format!("{slug}-{count}");
        }
        unique
    }
}

/// The accent that a letter was parted from.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

/// A share as a decimal number of one: 99.95% is `0.9995`.
pub(super) fn ratio(percent: Percent) -> String {
    let (numerator, denominator) = percent.fraction();
    let decimals = denominator.ilog10() as usize;
    let sign = if numerator < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", numerator.unsigned_abs(), width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    let part = part.trim_end_matches('0');
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A decimal number as JSON and YAML write it. Numbers of up to 15 digits keep each of them.
pub(super) fn number(decimal: &str) -> Value {
    serde_json::from_str(decimal).unwrap_or_else(|_| Value::String(decimal.to_owned()))
}

/// Words as they stand in the agreement, with the names of sections that print a clause number: `clause {channels}`
/// becomes `clause channels`.
pub(super) fn plain(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after
            .split_once('}')
            .filter(|(name, _)| name.chars().all(|letter| letter.is_alphanumeric() || letter == ' '))
        {
            Some((name, after)) => {
                out.push_str(name);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// A text on one line, for a field that is one.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text within a line of Markdown, on one line: it marks nothing up, whatever it says.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        if r"\`*_[]<>|~{}&#!$".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// JSON to be read by people as well, with a line end.
pub(super) fn json(data: &Value) -> String {
    format!("{data:#}\n")
}

/// YAML that readers of version 1.1 and of 1.2 take for the same data.
pub(super) fn yaml(data: &Value) -> String {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false, compact_list_indent: false };
    // A tree of texts, numbers and truth values has a spelling.
    serde_saphyr::to_string_with_options(data, options).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_as_numbers_of_one() {
        let ratio = |text: &str| ratio(text.parse().expect("a percentage"));
        assert_eq!(ratio("99.95%"), "0.9995");
        assert_eq!(ratio("100%"), "1");
        assert_eq!(ratio("0.5%"), "0.005");
        assert_eq!(ratio("150%"), "1.5");
    }

    #[test]
    fn markdown_shows_a_text_as_it_is() {
        assert_eq!(markdown("a <b>\n[c](d) `e`"), r"a \<b\> \[c\](d) \`e\`");
    }

    #[test]
    fn identifiers_are_unique_and_plain() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.of("Büro-Zeiten \"A\""), "buro-zeiten-a");
        assert_eq!(slugs.of("Büro Zeiten (A)"), "buro-zeiten-a-2");
        assert_eq!(slugs.of("✓"), "unnamed");
    }
}
