//! Characters that may not stand in a spec, because a reader cannot see what they do.

use super::report::Report;
use crate::diagnostic::Diagnostic;

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
        if !breaks_line && let Some(what) = refused(character) {
            let message = format!("{what} (U+{:04X}) may not stand in a spec", u32::from(character));
            let span = report.span(at, at + width);
            report.push(Diagnostic::error("hidden-character", span, message).help("delete it"));
        }
        at += width;
    }
}

/// What a refused character is, in words.
fn refused(character: char) -> Option<&'static str> {
    match character {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a character that changes the direction of reading")
        }
        '\u{ad}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Some("an invisible character"),
        '\u{2028}' | '\u{2029}' => Some("a hidden line break"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some("a character without a public meaning"),
        _ if character.is_control() => Some("a control character"),
        _ => None,
    }
}
