//! `servanda sides`: rights and remedies of the two parties side by side.

use clap::{Args, ColorChoice};

use super::Outcome;
use super::refusal::Refusal;
use super::telling::{self, Asked, Writing};

/// Tell who may do what: rights, remedies, protections and duties of the two parties side by side, with clause and line.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda sides agreement.sla
  servanda sides agreement.sla --format json

Exit status: 0 done, 2 where the spec cannot be built.")]
pub(super) struct Arguments {
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    telling::run(&arguments.asked, color, |spec, templates, writing| {
        let sides = spec.sides(templates)?;
        Some(match writing {
            Writing::Human => sides.to_text(),
            Writing::Json => sides.to_json(),
        })
    })
}
