//! Conditions in JQL.
//!
//! Source: `JqlStringSupportImpl` of the Jira API, whose escapes these are,
//! <https://docs.atlassian.com/jira/server/com/atlassian/jira/jql/util/JqlStringSupportImpl.html>.

use std::fmt::Write as _;

/// A text as JQL writes it, on one line.
pub(super) fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // The separators of lines and paragraphs end a line for some readers.
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out + "\""
}

/// A field that is one of these.
pub(super) fn is_one_of(field: &str, values: &[String]) -> String {
    match values {
        [value] => format!("{field} = {}", text(value)),
        _ => format!("{field} in ({})", list(values)),
    }
}

/// A field that is none of these: JQL leaves out what has no value unless told.
pub(super) fn is_none_of(field: &str, values: &[String]) -> String {
    format!("({field} is EMPTY OR {field} not in ({}))", list(values))
}

fn list(values: &[String]) -> String {
    values.iter().map(|value| text(value)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_within_their_quotes_and_on_their_line() {
        assert_eq!(text("a \"b\" \\ OR c\n\u{1}\u{2028}"), r#""a \"b\" \\ OR c\n\u0001\u2028""#);
    }
}
