//! The one door to all formats.

use std::collections::BTreeSet;

use super::located::Finding;
use super::{Diagnostic, RuleInfo, github, human, json, junit, sarif, short};
use crate::source::{SourceId, Sources};

/// A format that findings are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Format {
    /// The source line with a caret, help and a summary: for people.
    #[default]
    Human,
    /// `file:line:column: severity[rule]: message`, a line each.
    Short,
    /// An array of objects, a finding a line: for programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands that GitHub shows in a pull request.
    Github,
    /// `JUnit` XML, for test reports.
    Junit,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Whether [`Format::Human`] uses ANSI colours.
    pub color: bool,
    /// How many columns [`Format::Human`] may use for a source line.
    pub width: usize,
    /// The rules that SARIF describes.
    pub rules: &'a [RuleInfo],
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { color: false, width: 120, rules: &[] }
    }
}

/// What was found in one file and in what it reads.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The file and every further file that was read for it.
    pub sources: Sources,
    /// The file itself: a finding without a place belongs to it.
    pub main: SourceId,
    /// The findings, in any order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// The sentence that a finding is about, or else its line, with single spaces; empty where it has no place.
    ///
    /// Baselines and allowed findings know a finding by its rule and by this, so that it may move.
    pub fn sentence(&self, finding: &Diagnostic) -> String {
        let line = || {
            let span = finding.span?;
            let source = self.sources.get(span.source)?;
            Some(source.line(source.position(span.start as usize).line))
        };
        let words = finding.sentence.as_deref().or_else(line).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Findings of one file in `format`; see [`render_all`].
pub fn render(format: Format, diagnostics: &[Diagnostic], sources: &Sources, options: &Options<'_>) -> String {
    let findings = diagnostics.iter().map(|diagnostic| Finding::new(diagnostic, sources, SourceId(0))).collect();
    let files: Vec<&str> = sources.get(SourceId(0)).map(crate::source::Source::name).into_iter().collect();
    write(format, findings, &files, options)
}

/// Findings of many files in `format`.
///
/// Files stand in the order given, findings of a file in the order of their places; a finding in a file
/// that several others read is shown once. Human and short forms of no finding at all are empty.
pub fn render_all(format: Format, reports: &[Report], options: &Options<'_>) -> String {
    let mut findings = Vec::new();
    let mut files = Vec::new();
    for report in reports {
        files.extend(report.sources.get(report.main).map(crate::source::Source::name));
        let mut of_file: Vec<_> = report
            .diagnostics
            .iter()
            .map(|diagnostic| Finding::new(diagnostic, &report.sources, report.main))
            .collect();
        of_file.sort_by(Finding::order);
        findings.append(&mut of_file);
    }
    write(format, findings, &files, options)
}

fn write(format: Format, mut findings: Vec<Finding<'_>>, files: &[&str], options: &Options<'_>) -> String {
    if files.len() < 2 {
        findings.sort_by(Finding::order);
    }
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.identity()));
    match format {
        Format::Human => human::render(&findings, options),
        Format::Short => short::render(&findings),
        Format::Json => json::render(&findings),
        Format::Sarif => sarif::render(&findings, options.rules),
        Format::Github => github::render(&findings),
        Format::Junit => junit::render(&findings, files),
    }
}
