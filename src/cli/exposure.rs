//! `servanda exposure`: what an agreement can cost, in money.

use clap::{Args, ColorChoice};

use super::Outcome;
use super::refusal::Refusal;
use super::telling::{self, Asked, Writing};

/// Tell what an agreement can cost in service credits: the worst case and single scenarios, with the clause behind each.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda exposure agreement.sla
  servanda exposure agreement.sla --format json

Exit status: 0 done, 2 where the spec cannot be built.")]
pub(super) struct Arguments {
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    telling::run(&arguments.asked, color, |spec, templates, writing| {
        let exposure = spec.exposure(templates)?;
        Some(match writing {
            Writing::Human => exposure.to_text(),
            Writing::Json => exposure.to_json(),
        })
    })
}
