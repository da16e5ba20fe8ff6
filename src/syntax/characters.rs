//! Characters that may not stand in a spec, because a reader cannot see what they do.

use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::source::hidden;

/// Reports every refused character from byte `from` on.
pub(super) fn check(text: &str, from: usize, report: &mut Report) {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let byte = bytes[at];
        if matches!(byte, b' '..=b'~' | b'\n' | b'\t') {
            at += 1;
            continue;
        }
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
        let width = character.len_utf8();
        let breaks_line = character == '\r' && matches!(bytes.get(at + 1), Some(b'\n') | None);
        if !breaks_line && let Some(what) = hidden(character) {
            let message = format!("{what} (U+{:04X}) may not stand in a spec", u32::from(character));
            let span = report.span(at, at + width);
            report.push(Diagnostic::error("hidden-character", span, message).help("delete it"));
        }
        at += width;
    }
}
