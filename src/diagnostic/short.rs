//! `file:line:column: severity[rule]: message`, a line each, for editors and grep; `file, section, page: …` where a
//! file has no lines.

use std::fmt::Write as _;

use super::located::{Finding, one_line};

pub(super) fn render(findings: &[Finding<'_>]) -> String {
    let mut out = String::new();
    for finding in findings {
        let diagnostic = finding.diagnostic;
        let file = one_line(finding.file);
        let place = finding.place.as_ref().map_or(String::new(), |place| match place.passage_words() {
            Some(words) if words.is_empty() => String::new(),
            Some(words) => format!(", {words}"),
            None => format!(":{}:{}", place.start.line, place.start.column),
        });
        let _ = writeln!(
            out,
            "{file}{place}: {}[{}]: {}",
            diagnostic.severity.word(),
            diagnostic.rule,
            one_line(&diagnostic.message)
        );
    }
    out
}
