//! `servanda fmt`: the one layout of a spec.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice};

use super::findings::Shown;
use super::refusal::Refusal;
use super::{Outcome, input, output, parallel, terminal};
use crate::diagnostic::Report;

/// Give specs their one layout.
///
/// Comments stay where they belong, and the meaning before and after is compared before anything is
/// written. A spec with a line that cannot be read is left as it is.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda fmt specs
  servanda fmt --check specs         for continuous integration: writes nothing
  servanda fmt - < agreement.sla     from standard input to standard output

Exit status: 0 done, 2 a spec cannot be read; with --check, 1 where a layout differs.")]
pub(super) struct Arguments {
    /// The specs, or folders of them; - is standard input, formatted to standard output.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing: list the files whose layout differs.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    shown: Shown,
    /// How many files are formatted at a time; all cores where it is left out.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

enum Formatted {
    Same,
    Differs,
    Refused(Box<Report>),
    Failed(Refusal),
    Text(String),
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let files = input::specs(&arguments.files)?;
    let results = parallel::map(&files, arguments.jobs, "formatting", |file| format(file, arguments.check))?;
    let mut outcome = Outcome::Done;
    let mut reports = Vec::new();
    for (file, result) in files.iter().zip(results) {
        match result {
            Formatted::Same => {}
            Formatted::Differs if arguments.check => {
                terminal::print(&format!("{}\n", input::name(file)))?;
                if outcome == Outcome::Done {
                    outcome = Outcome::Found;
                }
            }
            Formatted::Differs => terminal::print_err(&format!("formatted {}\n", input::name(file))),
            Formatted::Text(text) => terminal::print(&text)?,
            Formatted::Refused(report) => {
                reports.push(*report);
                outcome = Outcome::Refused;
            }
            Formatted::Failed(refusal) => {
                terminal::print_err(&refusal.show(terminal::color_err(color)));
                outcome = Outcome::Refused;
            }
        }
    }
    arguments.shown.print_err(&reports, color);
    Ok(outcome)
}

fn format(file: &Path, check: bool) -> Formatted {
    let source = match input::read(file) {
        Ok(source) => source,
        Err(unreadable) => return Formatted::Refused(Box::new(unreadable.report())),
    };
    let before = source.text().to_owned();
    let text = match crate::format(source) {
        Ok(text) => text,
        Err(report) => return Formatted::Refused(Box::new(report)),
    };
    if file.as_os_str() == "-" && !check {
        return Formatted::Text(text);
    }
    if text == before {
        return Formatted::Same;
    }
    if !check && let Err(refusal) = output::write_whole(&[(file.to_owned(), text.into_bytes())]) {
        return Formatted::Failed(refusal);
    }
    Formatted::Differs
}
