//! What severities are called: `Severity 1 (Critical)`, `P2`, `High`.

use super::words::name;

/// What a severity is called.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) title: Option<String>,
    /// The length of the label in the text.
    pub(super) length: usize,
}

/// The severity that a text names at its beginning; in a table that severities head, the first cell is one.
pub(super) fn named(text: &str, in_table: bool) -> Option<Label> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    for word in [
        "severity level ",
        "priority level ",
        "severity ",
        "priority ",
        "sev ",
        "sev-",
        "level ",
        "prio ",
        "priorität ",
        "p",
        "s",
    ] {
        let Some(rest) = lower.strip_prefix(word) else { continue };
        let digit = rest.chars().next().filter(char::is_ascii_digit);
        let Some(digit) = digit.filter(|_| !rest[1..].starts_with(|next: char| next.is_alphanumeric())) else {
            continue;
        };
        // `level 1` names a severity only where a table says so.
        if word == "level " && !in_table {
            return None;
        }
        let length = word.len() + 1;
        let name = name(&text[..length].replace("sev-", "sev ").replace("Sev-", "Sev "))?;
        return Some(Label { key: digit.to_string(), name, title: title(&text[length..]), length });
    }
    if !in_table {
        return None;
    }
    let mut letters = text.chars();
    let first = letters.next()?;
    if first.is_ascii_digit() && letters.next().is_none_or(|next| !next.is_alphanumeric() && !matches!(next, '.' | ','))
    {
        let name = format!("Severity-{first}");
        return Some(Label { key: first.to_string(), name, title: title(&text[1..]), length: 1 });
    }
    // A word: `Critical`, `High`, or a name of the contract's own.
    let words = text.split_whitespace().count();
    let name = name(text).filter(|_| {
        words <= 3 && !text.contains(|letter: char| letter.is_ascii_digit()) && text.starts_with(char::is_uppercase)
    })?;
    Some(Label { key: lower.clone(), name, title: Some(text.to_owned()), length: text.len() })
}

/// What stands behind a number: `– Critical`, `(High)`.
pub(super) fn title(rest: &str) -> Option<String> {
    let rest = rest.trim_matches([' ', ':', '-', '\u{2013}', '\u{2014}', '.', '(', ')']);
    (!rest.is_empty() && rest.split_whitespace().count() <= 6).then(|| rest.to_owned())
}
