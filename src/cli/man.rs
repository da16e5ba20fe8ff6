//! `servanda man`: the manual pages.

use clap::{Args, CommandFactory as _};
use clap_mangen::Man;

use super::refusal::Refusal;
use super::{Outcome, terminal};

/// Print the manual page, or that of a command.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda man > /usr/local/share/man/man1/servanda.1
  servanda man build | man -l -")]
pub(super) struct Arguments {
    /// The command; all of them in short where it is left out.
    command: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let mut command = super::Arguments::command().disable_help_subcommand(true);
    command.build();
    let page = match &arguments.command {
        None => command,
        Some(name) => {
            let Some(found) = command.find_subcommand(name) else {
                let names: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
                let refusal = Refusal::new(format!("no command is called `{name}`"));
                let listed = || format!("the commands are {}", names.join(", "));
                let near = crate::diagnostic::suggest::did_you_mean(name, names.iter().copied());
                return Err(refusal.help(near.unwrap_or_else(listed)));
            };
            found.clone()
        }
    };
    let mut out = Vec::new();
    Man::new(page).render(&mut out).map_err(|error| Refusal::io("cannot write the page", &error))?;
    terminal::print(&String::from_utf8_lossy(&out))?;
    Ok(Outcome::Done)
}
