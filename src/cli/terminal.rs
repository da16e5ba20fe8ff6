//! What is known about the terminal, and writing to it.

use std::io::{self, ErrorKind, IsTerminal as _, Write as _};

use clap::ColorChoice;

use super::refusal::Refusal;

/// Whether standard output gets colours.
pub(super) fn color_out(choice: ColorChoice) -> bool {
    color(choice, io::stdout().is_terminal())
}

/// Whether standard error gets colours.
pub(super) fn color_err(choice: ColorChoice) -> bool {
    color(choice, io::stderr().is_terminal())
}

/// Colours are for terminals that can show them, unless `NO_COLOR` is set (<https://no-color.org>).
fn color(choice: ColorChoice, terminal: bool) -> bool {
    let refused = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && !refused() && !dumb(),
    }
}

/// Writes to standard output. A reader that has seen enough (`… | head`) is no failure.
pub(super) fn print(text: &str) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Refusal::io("cannot write the output", &error)),
        _ => Ok(()),
    }
}

/// Writes to standard error; where that fails there is nobody left to tell.
pub(super) fn print_err(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
