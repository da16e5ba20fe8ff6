//! `servanda targets`: the tools that an agreement can be exported to, and what each can carry.

use std::fmt::Write as _;

use clap::Args;

use super::refusal::Refusal;
use super::{Outcome, terminal};
use crate::diagnostic::suggest;
use crate::export::{exporter, exporters, matrix};

/// List the tools that an agreement can be exported to, and what each can carry.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda targets
  servanda targets openslo           prerequisites, how to apply, traps
  servanda targets --matrix          what each target can carry, as a Markdown table")]
pub(super) struct Arguments {
    /// Print the page of this target.
    #[arg(value_name = "TARGET")]
    target: Option<String>,
    /// Print what each target can carry.
    #[arg(long, conflicts_with = "target")]
    matrix: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    if let Some(name) = &arguments.target {
        let Some(exporter) = exporter(name) else {
            let known = exporters().iter().map(|exporter| exporter.name());
            let help = suggest::did_you_mean(name, known).unwrap_or_else(|| "`servanda targets` lists them".into());
            return Err(Refusal::new(format!("no target is called `{name}`")).help(help));
        };
        terminal::print(exporter.page())?;
        return Ok(Outcome::Done);
    }
    if arguments.matrix {
        terminal::print(&matrix())?;
        return Ok(Outcome::Done);
    }
    let width = exporters().iter().map(|exporter| exporter.name().len()).max().unwrap_or_default();
    let mut out = String::new();
    for exporter in exporters() {
        let _ = writeln!(out, "{:width$}  {}", exporter.name(), exporter.title());
    }
    terminal::print(&out)?;
    Ok(Outcome::Done)
}
