//! `servanda completions`: what the shells need to complete its words.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::refusal::Refusal;
use super::{Outcome, terminal};

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda completions bash > ~/.local/share/bash-completion/completions/servanda
  servanda completions zsh > ~/.zfunc/_servanda
  servanda completions fish > ~/.config/fish/completions/servanda.fish")]
pub(super) struct Arguments {
    /// The shell.
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let mut out = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "servanda", &mut out);
    terminal::print(&String::from_utf8_lossy(&out))?;
    Ok(Outcome::Done)
}
