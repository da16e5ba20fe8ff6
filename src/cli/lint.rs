//! `servanda lint`: contracts that others wrote.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::baseline::Baseline;
use super::findings::{Shape, Shown, slim};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, parallel, terminal};
use crate::prose::Kind;

/// Find what is open in contracts that others wrote.
///
/// Reads Markdown, HTML and plain text. Each finding says what the words leave open and proposes others, with a hole
/// ___ for what only the parties know.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda lint agreement.md
  servanda lint agreement.html --format sarif > findings.sarif
  servanda lint agreement.md --write-baseline accepted.json
  servanda lint agreement.md --baseline accepted.json

Exit status: 0 nothing found, 1 something found, 2 a file cannot be read.")]
pub(super) struct Arguments {
    /// The contracts; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
    /// How the files are written, where their names do not tell.
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<KindName>,
    /// Leave out what this file knows already.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found to this file, to be left out with --baseline from now on.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// How many files are read at a time; all cores where it is left out.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindName {
    #[value(name = "md")]
    Markdown,
    Html,
    #[value(name = "txt")]
    Text,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Markdown => Self::Markdown,
            KindName::Html => Self::Html,
            KindName::Text => Self::Text,
        }
    }
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let projects = Projects::of(&arguments.files, crate::rules());
    let linted = parallel::map(&arguments.files, arguments.jobs, "linting", |file| match input::read(file) {
        Err(unreadable) => (unreadable.report(), false),
        Ok(source) => {
            let kind = arguments.kind.map_or_else(|| Kind::of(source.name()), Kind::from);
            (slim(crate::lint(source, kind, &projects.get(file).options(None))), true)
        }
    })?;
    let readable = linted.iter().all(|(_, readable)| *readable);
    let mut reports = projects.reports();
    reports.extend(linted.into_iter().map(|(report, _)| report));
    if let Some(path) = &arguments.write_baseline {
        let count = Baseline::of(&reports).write(path)?;
        terminal::print_err(&format!("wrote {count} findings to `{}`\n", path.display()));
        return Ok(if readable { Outcome::Done } else { Outcome::Refused });
    }
    if let Some(path) = &arguments.baseline {
        let gone = Baseline::read(path)?.subtract(&mut reports);
        if gone > 0 {
            terminal::print_err(&format!(
                "{gone} findings of the baseline are gone: --write-baseline writes it anew\n"
            ));
        }
    }
    let found = reports.iter().any(|report| !report.diagnostics.is_empty());
    arguments.shown.print(&reports, color)?;
    if !found && arguments.shown.format == Shape::Human {
        let count = arguments.files.len();
        terminal::print_err(&format!("nothing found in {count} {}\n", if count == 1 { "file" } else { "files" }));
    }
    Ok(match (readable, found) {
        (false, _) => Outcome::Refused,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Done,
    })
}
