//! From the JSON of a policy back to the typed policy, or to what is wrong with it and where.

use std::ops::Range;

use super::explain::explain;
use super::{FORMAT, Policy};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// What a finding about a policy is called.
const RULE: &str = "policy";
/// Policies of real agreements are a hundredth of this.
const LARGEST_BYTES: usize = 16 * 1024 * 1024;
/// White space and brackets between a value and the end of its object.
const NEAR_BYTES: usize = 64;

/// Only the version, so that a policy of another one is told from a broken one.
#[derive(serde::Deserialize)]
struct Versioned {
    servanda_policy: serde_json::Value,
}

/// Reads the JSON text of source `source`.
///
/// # Errors
/// The first thing that is wrong, at its place.
pub fn read(source: SourceId, text: &str) -> Result<Policy, Diagnostic> {
    let start = Span::new(source, 0, text.lines().next().unwrap_or_default().len());
    if text.len() > LARGEST_BYTES {
        return Err(Diagnostic::error(RULE, start, "the policy is larger than 16 MB"));
    }
    let located = |error: &serde_json::Error, is_json: bool| {
        let (message, help) = explain(error, is_json);
        let end = place(text, error.line(), error.column());
        let range = quoted(&text[..end], &message).unwrap_or_else(|| word(text, end));
        let finding = Diagnostic::error(RULE, Span::new(source, range.start, range.end), message);
        help.into_iter().fold(finding, Diagnostic::help)
    };
    serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|error| located(&error, false))?;
    let Ok(Versioned { servanda_policy: version }) = serde_json::from_str(text) else {
        return Err(Diagnostic::error(RULE, start, "this is not a policy: it does not begin with `servanda_policy`")
            .help("`servanda policy FILE.sla` writes one"));
    };
    if version != FORMAT {
        let message = format!("this policy has the format {version}; this program reads \"{FORMAT}\"");
        return Err(Diagnostic::error(RULE, start, message).help("build it anew from its spec"));
    }
    serde_json::from_str(text).map_err(|error| located(&error, true))
}

/// The byte at a line and column as the JSON reader counts them: from 1, columns in bytes.
fn place(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut end = (before + column).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The text that a message begins with in backticks, if it stands shortly before: a value inside of an
/// object is refused where the object ends.
fn quoted(head: &str, message: &str) -> Option<Range<usize>> {
    let value = format!("\"{}\"", message.strip_prefix('`')?.split_once('`')?.0);
    let start = head.rfind(&value)?;
    (head.len() - start < value.len() + NEAR_BYTES).then(|| start..start + value.len())
}

/// The word that ends at a byte.
fn word(text: &str, end: usize) -> Range<usize> {
    let head = &text[..end];
    let start = match head.strip_suffix('"') {
        Some(inner) => opening_quote(inner).unwrap_or(end - 1),
        None => {
            let word = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
            head.trim_end_matches(word).len().min(end.saturating_sub(1))
        }
    };
    let start = (0..=start).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0);
    start..end
}

/// Where the text begins whose letters end here: the last quote that no backslash keeps from being one.
fn opening_quote(inner: &str) -> Option<usize> {
    inner.rmatch_indices('"').map(|(at, _)| at).find(|at| {
        let slashes = inner[..*at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        slashes % 2 == 0
    })
}
