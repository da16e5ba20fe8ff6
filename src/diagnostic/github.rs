//! Workflow commands: GitHub shows each finding at its line of the pull request.
//!
//! Escaping follows `@actions/core`: `%`, CR and LF in the message, `:` and `,` as well in a property.

use std::fmt::Write as _;

use super::Severity;
use super::located::{Finding, Place, visible};

pub(super) fn render(findings: &[Finding<'_>]) -> String {
    let mut out = String::new();
    for finding in findings {
        let diagnostic = finding.diagnostic;
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let _ = write!(out, "::{command} file={}", property(&visible(finding.file)));
        let passage = finding.place.as_ref().and_then(Place::passage_words);
        if let Some(place) = finding.place.as_ref().filter(|_| passage.is_none()) {
            let _ = write!(out, ",line={},col={}", place.start.line, place.start.column);
            // A column range is only allowed within one line.
            if place.end.line == place.start.line {
                let _ = write!(out, ",endColumn={}", place.end.column);
            } else {
                let _ = write!(out, ",endLine={}", place.end.line);
            }
        }
        let mut message = diagnostic.message.clone();
        if let Some(words) = passage.filter(|words| !words.is_empty()) {
            message = format!("{words}: {message}");
        }
        for help in &diagnostic.help {
            let _ = write!(message, "\nhelp: {help}");
        }
        let _ = writeln!(out, ",title={}::{}", property(diagnostic.rule), data(&visible(&message)));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
