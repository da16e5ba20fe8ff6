//! `servanda check`: every problem of the specs, in one go.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::findings::{Shape, Shown, slim};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, parallel, terminal};
use crate::config::Side;
use crate::diagnostic::Report;

/// List every problem of the specs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda check agreement.sla
  servanda check specs/*.sla --format sarif > findings.sarif
  cat agreement.sla | servanda check -

Exit status: 0 nothing found, 1 something found, 2 a file cannot be read.")]
pub(super) struct Arguments {
    /// The specs; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
    /// Report only what may hurt this side.
    #[arg(long = "for", value_enum, value_name = "SIDE")]
    side: Option<SideName>,
    /// Check the specs with this plan, in place of the one they name.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// List where every value comes from: the spec itself, its house terms or a default.
    #[arg(long)]
    show_origin: bool,
    /// How many files are checked at a time; all cores where it is left out.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SideName {
    Provider,
    Customer,
}

impl From<SideName> for Side {
    fn from(name: SideName) -> Self {
        match name {
            SideName::Provider => Self::Provider,
            SideName::Customer => Self::Customer,
        }
    }
}

struct Checked {
    report: Report,
    readable: bool,
    origins: String,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let projects = Projects::of(&arguments.files, crate::rules());
    let checked = parallel::map(&arguments.files, arguments.jobs, "checking", |file| {
        let project = projects.get(file);
        match input::read(file) {
            Err(unreadable) => Checked { report: unreadable.report(), readable: false, origins: String::new() },
            Ok(source) => {
                let mut options = project.options(arguments.plan.clone());
                options.side = arguments.side.map(Side::from).or(options.side);
                let spec = crate::examine(source, &mut project.loader(), &options);
                let origins = if arguments.show_origin { spec.origins() } else { String::new() };
                Checked { report: slim(spec.report), readable: true, origins }
            }
        }
    })?;
    let readable = checked.iter().all(|file| file.readable);
    let origins: String = checked.iter().map(|file| file.origins.as_str()).collect();
    let mut reports = projects.reports();
    reports.extend(checked.into_iter().map(|file| file.report));
    let found = reports.iter().any(|report| !report.diagnostics.is_empty());

    terminal::print(&origins)?;
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
