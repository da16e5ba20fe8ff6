//! `servanda policy`: the machine-readable policy, on standard output.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::findings::{Shape, Shown, has_errors};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, terminal};
use crate::config::Output;

/// Print the machine-readable policy.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda policy agreement.sla
  servanda policy agreement.sla --as yaml
  servanda schema                    the policy's JSON Schema

Exit status: 0 done, 2 where the spec cannot be built.")]
pub(super) struct Arguments {
    /// The spec; - is standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How the policy is written.
    #[arg(long = "as", value_enum, default_value_t = Writing::Json, value_name = "WRITING")]
    writing: Writing,
    /// Use this plan, in place of the one the spec names.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Writing {
    Json,
    Yaml,
    Toml,
}

impl From<Writing> for Output {
    fn from(writing: Writing) -> Self {
        match writing {
            Writing::Json => Self::PolicyJson,
            Writing::Yaml => Self::PolicyYaml,
            Writing::Toml => Self::PolicyToml,
        }
    }
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
    let mut spec = crate::examine(source, &mut project.loader(), &project.options(arguments.plan.clone()));
    let written = spec.build(&[arguments.writing.into()], &BTreeMap::new(), None);
    shown.print_err(std::slice::from_ref(&spec.report), color);
    match written.as_deref() {
        Some([(_, bytes)]) if !has_errors(&spec.report) => {
            terminal::print(&String::from_utf8_lossy(bytes))?;
            Ok(Outcome::Done)
        }
        _ => Ok(Outcome::Refused),
    }
}
