//! Showing findings: the format that is asked for, on the stream where it belongs.

use clap::{Args, ColorChoice, ValueEnum};

use super::refusal::Refusal;
use super::{Outcome, terminal};
use crate::diagnostic::{self, Format, Options, Report, Severity};
use crate::source::{Source, Sources};

/// How findings are shown.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Shown {
    /// How findings are shown.
    #[arg(long, value_enum, default_value_t = Shape::Human, value_name = "FORMAT")]
    pub(super) format: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    /// The line with a caret, and what to type instead.
    Human,
    /// `file:line:column: severity[rule]: message`.
    Short,
    /// An array of objects, for programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations in a GitHub pull request.
    Github,
    /// `JUnit` XML, for test reports.
    Junit,
}

impl From<Shape> for Format {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Human => Self::Human,
            Shape::Short => Self::Short,
            Shape::Json => Self::Json,
            Shape::Sarif => Self::Sarif,
            Shape::Github => Self::Github,
            Shape::Junit => Self::Junit,
        }
    }
}

impl Shown {
    /// The result of a check: standard output.
    pub(super) fn print(self, reports: &[Report], color: ColorChoice) -> Result<(), Refusal> {
        terminal::print(&self.text(reports, terminal::color_out(color)))
    }

    /// The result of a check of so many files, and for people a word where all is well.
    pub(super) fn tell(self, reports: &[Report], files: usize, color: ColorChoice) -> Result<Outcome, Refusal> {
        self.print(reports, color)?;
        if any(reports) {
            return Ok(Outcome::Found);
        }
        if self.format == Shape::Human {
            let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
            terminal::print_err(&format!("nothing found in {files}\n"));
        }
        Ok(Outcome::Done)
    }

    /// What stands in the way of something else: standard error.
    pub(super) fn print_err(self, reports: &[Report], color: ColorChoice) {
        if any(reports) {
            terminal::print_err(&self.text(reports, terminal::color_err(color)));
        }
    }

    fn text(self, reports: &[Report], color: bool) -> String {
        diagnostic::render_all(
            self.format.into(),
            reports,
            &Options { color, rules: crate::rules(), ..Options::default() },
        )
    }
}

/// Whether anything was found.
pub(super) fn any(reports: &[Report]) -> bool {
    reports.iter().any(|report| !report.diagnostics.is_empty())
}

/// Whether a finding stops the agreement from being built.
pub(super) fn has_errors(report: &Report) -> bool {
    report.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
}

/// Forgets the texts of a report without findings, so that many files take no more memory than few.
pub(super) fn slim(report: Report) -> Report {
    if !report.diagnostics.is_empty() {
        return report;
    }
    let name = report.sources.get(report.main).map_or("", Source::name);
    let mut sources = Sources::default();
    let main = sources.add(Source::new(name, ""));
    Report { sources, main, diagnostics: Vec::new() }
}
