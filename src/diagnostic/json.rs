//! An array of findings for programs: one object a line, fields in a fixed order.
//!
//! Lines and columns count from 1 and columns count characters; bytes count from 0; ends are exclusive. A
//! finding about something missing has no `span`. In a Word or PDF file lines, columns and bytes are those of the text
//! that was taken out of it, and `passage` tells page, line of the page and section as far as they are known; in a
//! contract that others wrote, `sentence` is the sentence. Fields are only ever added.

use serde::Serialize;

use super::located::{Finding, Place};
use super::{Fix, Severity};
use crate::source::{Passage, Section, Sources};

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    severity: Severity,
    message: &'a str,
    file: &'a str,
    span: Option<Range>,
    label: Option<&'a str>,
    why: Option<&'a str>,
    help: &'a [String],
    related: Vec<Related<'a>>,
    fix: Option<Rewrite<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    passage: Option<Whereabouts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
}

#[derive(Serialize)]
struct Whereabouts<'a> {
    page: Option<u32>,
    line: Option<u32>,
    section: Option<&'a str>,
    heading: Option<&'a str>,
}

#[derive(Serialize)]
struct Range {
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    span: Range,
    message: &'a str,
}

#[derive(Serialize)]
struct Rewrite<'a> {
    title: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    file: &'a str,
    span: Range,
    text: &'a str,
}

pub(super) fn render(findings: &[Finding<'_>]) -> String {
    let rows: Vec<String> =
        findings.iter().map(|finding| serde_json::to_string(&row(finding)).unwrap_or_default()).collect();
    if rows.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

fn row<'a>(finding: &Finding<'a>) -> Row<'a> {
    let diagnostic = finding.diagnostic;
    Row {
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        file: finding.file,
        span: finding.place.as_ref().map(range),
        label: diagnostic.label.as_deref(),
        why: diagnostic.why,
        help: &diagnostic.help,
        related: finding
            .related()
            .map(|(place, message)| Related { file: place.file(), span: range(&place), message })
            .collect(),
        fix: diagnostic.fix.as_ref().map(|fix| rewrite(fix, finding.sources)),
        passage: finding.place.as_ref().and_then(Place::passage).map(whereabouts),
        sentence: diagnostic.sentence.as_deref(),
    }
}

fn whereabouts(passage: &Passage) -> Whereabouts<'_> {
    let (section, heading) = match &passage.section {
        Some(Section::Number(number)) => (Some(number.as_str()), None),
        Some(Section::Heading(words)) => (None, Some(words.as_str())),
        None => (None, None),
    };
    Whereabouts { page: passage.page, line: passage.line, section, heading }
}

fn rewrite<'a>(fix: &'a Fix, sources: &'a Sources) -> Rewrite<'a> {
    let edits = fix.edits.iter().filter_map(|edit| {
        let place = Place::new(edit.span, sources)?;
        Some(Replacement { file: place.file(), span: range(&place), text: &edit.text })
    });
    Rewrite { title: &fix.title, edits: edits.collect() }
}

fn range(place: &Place<'_>) -> Range {
    let point = |position: crate::source::Position, byte| Point { line: position.line, column: position.column, byte };
    Range { start: point(place.start, place.bytes.start), end: point(place.end, place.bytes.end) }
}
