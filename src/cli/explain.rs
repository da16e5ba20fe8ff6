//! `servanda explain`: the page of a rule.

use clap::Args;

use super::refusal::Refusal;
use super::{Outcome, terminal};
use crate::diagnostic::suggest;

/// Print what a rule finds, why that hurts and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda explain unknown-name
  servanda rules                     the names of all rules")]
pub(super) struct Arguments {
    /// The rule's name, as findings show it in brackets.
    #[arg(value_name = "NAME")]
    rule: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let rules = crate::rules();
    let Some(rule) = rules.iter().find(|rule| rule.name == arguments.rule) else {
        let near = suggest::did_you_mean(&arguments.rule, rules.iter().map(|rule| rule.name));
        let help = near.unwrap_or_else(|| "`servanda rules` lists them".into());
        return Err(Refusal::new(format!("no rule is called `{}`", arguments.rule)).help(help));
    };
    let tags = if rule.tags.is_empty() { String::new() } else { format!(", {}", rule.tags.join(", ")) };
    // The first line of a page is its name.
    let body = rule.page.split_once('\n').map_or(rule.page, |(_, body)| body);
    let configure = if rule.fixed {
        "It belongs to the language itself and cannot be silenced.".to_owned()
    } else {
        let name = rule.name;
        format!(
            "To weigh it otherwise, write in servanda.toml\n\n    [rules]\n    {name} = \"off\"\n\nor \"note\", \"warning\", \
             \"error\". To keep one finding quiet, write above its statement\n\n    # allow {name}: the reason"
        )
    };
    let weight = rule.severity.word();
    terminal::print(&format!("{} ({weight}{tags})\n\n{}\n\n{configure}\n", rule.name, body.trim()))?;
    Ok(Outcome::Done)
}
