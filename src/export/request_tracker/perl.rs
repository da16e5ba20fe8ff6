//! Texts in a Perl file that says `use utf8`.

use std::fmt::Write as _;

/// A text as Perl reads it back: in single quotes, or with escapes where it has control characters.
pub(super) fn text(value: &str) -> String {
    if value.chars().any(char::is_control) {
        let mut out = String::from("\"");
        for letter in value.chars() {
            let _ = match letter {
                '"' | '\\' | '$' | '@' => write!(out, "\\{letter}"),
                letter if letter.is_control() => write!(out, "\\x{{{:X}}}", u32::from(letter)),
                letter => write!(out, "{letter}"),
            };
        }
        return out + "\"";
    }
    format!("'{}'", value.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// A text in a comment: on one line.
pub(super) fn comment(value: &str) -> String {
    value
        .chars()
        .map(|letter| if letter.is_control() || letter == '\u{2028}' || letter == '\u{2029}' { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_back_as_they_are() {
        assert_eq!(text("it's $a @b \\"), r"'it\'s $a @b \\'");
        assert_eq!(text("two\nlines \"$x\""), "\"two\\x{A}lines \\\"\\$x\\\"\"");
        assert_eq!(comment("two\nlines"), "two lines");
    }
}
