//! `servanda schema`: the JSON Schemas of what it writes and reads.

use clap::Args;

use super::refusal::Refusal;
use super::{Outcome, terminal};
use crate::config;

/// Print the JSON Schema of the policy, or of `servanda.toml`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda schema > policy.schema.json
  servanda schema --config > servanda.schema.json")]
pub(super) struct Arguments {
    /// Print the schema of the configuration file instead.
    #[arg(long)]
    config: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let schema = if arguments.config { config::schema(crate::rules()) } else { crate::policy_schema() };
    terminal::print(&schema)?;
    Ok(Outcome::Done)
}
