//! What is told about one spec that can be built: its costs, its sides.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::findings::{Shape, Shown};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, terminal};
use crate::{Override, Spec};

/// Which spec, which plan of it, and how it is told.
#[derive(Debug, Args)]
pub(super) struct Asked {
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
pub(super) enum Writing {
    /// Tables and sentences.
    Human,
    /// An object, for programs.
    Json,
}

/// Prints what `tell` makes of the spec and the project's templates; none where the spec cannot be built.
pub(super) fn run(
    asked: &Asked,
    color: ColorChoice,
    tell: impl FnOnce(&mut Spec, &BTreeMap<String, Override>, Writing) -> Option<String>,
) -> Result<Outcome, Refusal> {
    let shown = Shown { format: Shape::Human };
    let projects = Projects::of(std::slice::from_ref(&asked.file), crate::rules());
    let project = projects.get(&asked.file);
    let mut reports = projects.reports();
    let source = match input::read(&asked.file) {
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
    let mut spec = crate::examine(source, &mut project.loader(), &project.options(asked.plan.clone()));
    let Some(told) = tell(&mut spec, templates, asked.format) else {
        shown.print_err(std::slice::from_ref(&spec.report), color);
        return Ok(Outcome::Refused);
    };
    terminal::print(&told)?;
    Ok(Outcome::Done)
}
