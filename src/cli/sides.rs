//! `servanda sides`: rights and remedies of the two parties side by side.

use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::findings::{Shape, Shown};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, terminal};

/// Tell who may do what: rights, remedies, protections and duties of the two parties side by side, with clause and line.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda sides agreement.sla
  servanda sides agreement.sla --format json

Exit status: 0 done, 2 where the spec cannot be built.")]
pub(super) struct Arguments {
    /// The spec; - is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How it is shown.
    #[arg(long, value_enum, default_value_t = Writing::Human, value_name = "FORMAT")]
    format: Writing,
    /// Use this plan, in place of the one the spec names.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Writing {
    /// Tables and sentences.
    Human,
    /// An object, for programs.
    Json,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let shown = Shown { format: Shape::Human };
    let projects = Projects::of(std::slice::from_ref(&arguments.file), crate::rules());
    let project = projects.get(&arguments.file);
    let mut reports = projects.reports();
    let source = match input::read(&arguments.file) {
        Ok(source) if reports.is_empty() => source,
        unread => {
            reports.extend(unread.err().map(input::Unreadable::report));
            shown.print_err(&reports, color);
            return Ok(Outcome::Refused);
        }
    };
    let templates = match project.templates() {
        Ok(templates) => templates,
        Err(report) => {
            shown.print_err(&[report], color);
            return Ok(Outcome::Refused);
        }
    };
    let mut spec = crate::examine(source, &mut project.loader(), &project.options(arguments.plan.clone()));
    let Some(sides) = spec.sides(templates) else {
        shown.print_err(std::slice::from_ref(&spec.report), color);
        return Ok(Outcome::Refused);
    };
    terminal::print(&match arguments.format {
        Writing::Human => sides.to_text(),
        Writing::Json => sides.to_json(),
    })?;
    Ok(Outcome::Done)
}
