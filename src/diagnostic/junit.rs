//! `JUnit` XML: a suite a file, a failed case a finding, one passed case for a clean file; as the
//! schema of Jenkins' `xUnit` plugin has it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::located::{Finding, Place};

pub(super) fn render(findings: &[Finding<'_>], files: &[&str]) -> String {
    let mut seen = BTreeSet::new();
    let named = files.iter().copied().chain(findings.iter().map(|finding| finding.file));
    let suites: Vec<&str> = named.filter(|file| seen.insert(*file)).collect();
    let clean = suites.iter().filter(|file| findings.iter().all(|finding| finding.file != **file)).count();

    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<testsuites name=\"servanda\" tests=\"{}\" failures=\"{}\">",
        findings.len() + clean,
        findings.len()
    );
    for file in suites {
        suite(&mut out, file, findings);
    }
    out.push_str("</testsuites>\n");
    out
}

fn suite(out: &mut String, file: &str, findings: &[Finding<'_>]) {
    let of_file: Vec<_> = findings.iter().filter(|finding| finding.file == file).collect();
    let name = escape(file);
    let tests = of_file.len().max(1);
    let _ =
        writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">", of_file.len());
    if of_file.is_empty() {
        let _ = writeln!(out, "    <testcase classname=\"{name}\" name=\"check\"/>");
    }
    for finding in of_file {
        let diagnostic = finding.diagnostic;
        let passage = finding.place.as_ref().and_then(Place::passage_words);
        let line = finding.place.as_ref().map_or(1, |place| place.start.line);
        let column = finding.place.as_ref().map_or(1, |place| place.start.column);
        let (at, first) = match passage {
            Some(words) => (escape(&words), format!("{file}, {words}")),
            None => (format!("{line}:{column}"), format!("{file}:{line}:{column}")),
        };
        let _ = writeln!(out, "    <testcase classname=\"{name}\" name=\"{} at {at}\">", diagnostic.rule);
        let body = std::iter::once(first)
            .chain(diagnostic.help.iter().map(|help| format!("help: {help}")))
            .collect::<Vec<_>>()
            .join("\n");
        let _ = writeln!(
            out,
            "      <failure type=\"{}\" message=\"{}\">{}</failure>",
            diagnostic.severity.word(),
            escape(&diagnostic.message),
            escape(&body)
        );
        out.push_str("    </testcase>\n");
    }
    out.push_str("  </testsuite>\n");
}

/// Escapes for both text and attributes; characters that XML 1.0 cannot hold become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(char));
            }
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            char => out.push(char),
        }
    }
    out
}
