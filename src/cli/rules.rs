//! `servanda rules`: the list of what is checked.

use std::fmt::Write as _;

use clap::Args;

use super::refusal::Refusal;
use super::{Outcome, terminal};
use crate::diagnostic::RuleInfo;

/// List the rules that a spec is checked against.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda rules
  servanda rules --tag money
  servanda explain unknown-name      the page of one rule")]
pub(super) struct Arguments {
    /// Only the rules that carry this tag.
    #[arg(long, value_name = "TAG")]
    tag: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let asked = |rule: &&RuleInfo| arguments.tag.as_deref().is_none_or(|tag| rule.tags.contains(&tag));
    let mut rules: Vec<&RuleInfo> = crate::rules().iter().filter(asked).collect();
    if rules.is_empty() {
        let mut tags: Vec<&str> = crate::rules().iter().flat_map(|rule| rule.tags).copied().collect();
        tags.sort_unstable();
        tags.dedup();
        return Err(Refusal::new("no rule carries this tag").help(format!("the tags are {}", tags.join(", "))));
    }
    rules.sort_unstable_by_key(|rule| rule.name);
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for rule in rules {
        let _ = writeln!(out, "{:width$}  {:7}  {}", rule.name, rule.severity.word(), rule.summary);
    }
    terminal::print(&out)?;
    Ok(Outcome::Done)
}
