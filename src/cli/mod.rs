//! The command line: the only room with files, clock, environment and terminal.

mod baseline;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod exposure;
mod findings;
mod fix;
mod fmt;
mod init;
mod input;
mod lint;
mod man;
mod output;
mod parallel;
mod policy;
mod profile;
mod project;
mod refusal;
mod rules;
mod schema;
mod sides;
mod stamp;
mod targets;
mod telling;
mod terminal;

use std::process::ExitCode;

use clap::{ColorChoice, Parser, Subcommand};

use refusal::Refusal;

/// Turns a plain-text spec of a service level agreement into the contract, the verdict and the policy.
#[derive(Debug, Parser)]
#[command(name = "servanda", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  servanda init                      write a spec by answering questions
  servanda check agreement.sla       list every problem of a spec
  servanda build agreement.sla       write the contract and the policy

Exit status: check gives 0 when it finds nothing, 1 when it finds something
and 2 when it cannot read a file; every other command gives 0 when it is done
and 2 when it refuses.")]
struct Arguments {
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    color: ColorChoice,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(Box<init::Arguments>),
    Check(check::Arguments),
    Lint(lint::Arguments),
    Fmt(fmt::Arguments),
    Build(build::Arguments),
    Policy(policy::Arguments),
    Schema(schema::Arguments),
    Export(export::Arguments),
    Targets(targets::Arguments),
    Explain(explain::Arguments),
    Exposure(exposure::Arguments),
    Profile(profile::Arguments),
    Rules(rules::Arguments),
    Sides(sides::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked, and found nothing.
    Done,
    /// It found something.
    Found,
    /// It could not do it, and has said why.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::from(0),
            Outcome::Found => Self::from(1),
            Outcome::Refused => Self::from(2),
        }
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let color = arguments.color;
    match arguments.command.run(color) {
        Ok(outcome) => outcome.into(),
        Err(refusal) => {
            terminal::print_err(&refusal.show(terminal::color_err(color)));
            Outcome::Refused.into()
        }
    }
}

impl Command {
    fn run(self, color: ColorChoice) -> Result<Outcome, Refusal> {
        match self {
            Self::Init(arguments) => init::run(&arguments),
            Self::Check(arguments) => check::run(&arguments, color),
            Self::Lint(arguments) => lint::run(&arguments, color),
            Self::Fmt(arguments) => fmt::run(&arguments, color),
            Self::Build(arguments) => build::run(&arguments, color),
            Self::Policy(arguments) => policy::run(&arguments, color),
            Self::Schema(arguments) => schema::run(&arguments),
            Self::Export(arguments) => export::run(&arguments, color),
            Self::Targets(arguments) => targets::run(&arguments),
            Self::Explain(arguments) => explain::run(&arguments),
            Self::Exposure(arguments) => exposure::run(&arguments, color),
            Self::Profile(arguments) => profile::run(&arguments, color),
            Self::Rules(arguments) => rules::run(&arguments),
            Self::Sides(arguments) => sides::run(&arguments, color),
            Self::Completions(arguments) => completions::run(&arguments),
            Self::Man(arguments) => man::run(&arguments),
        }
    }
}
