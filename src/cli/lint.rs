//! `servanda lint`: contracts that others wrote.

mod import;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice, ValueEnum};

use super::baseline::Known;
use super::findings::{Shown, slim};
use super::input::Unreadable;
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, parallel};
use crate::diagnostic::Report;
use crate::prose::{ALLOW_ENDING, Changes, Kind, Packed, allow};

/// Find what is open in contracts that others wrote.
///
/// Reads Markdown, HTML, plain text, Word files and PDF. Each finding says what the words leave open and proposes others,
/// with a hole ___ for what only the parties know. What you accept is kept quiet by a file beside the contract, such as
/// their.docx.allow.toml, whose entries name the rule, the sentence and the reason.
///
/// With --import it drafts a spec in place of findings: what the contract says with certainty as statements, each with
/// its place in the contract, and all else word for word as clauses.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda lint agreement.md
  servanda lint contracts
  servanda lint their.docx --changes both
  servanda lint agreement.html --format sarif > findings.sarif
  servanda lint agreement.md --write-baseline accepted.json
  servanda lint agreement.md --baseline accepted.json
  servanda lint their.docx --import --out their.sla

Exit status: 0 nothing found or the draft is written, 1 something found, 2 a file cannot be read or written.")]
pub(super) struct Arguments {
    /// The contracts, or folders of them; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
    /// How the files are written, where their names do not tell.
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<KindName>,
    /// Which wording of a Word file with tracked changes is read.
    #[arg(long, value_enum, default_value_t = ChangesName::Accepted, value_name = "WHICH")]
    changes: ChangesName,
    #[command(flatten)]
    known: Known,
    /// Draft a spec from the contract, to standard output or the file of --out.
    #[arg(long, conflicts_with_all = ["baseline", "write_baseline"])]
    import: bool,
    /// The file to write the draft to; - is standard output.
    #[arg(long, value_name = "FILE", requires = "import")]
    out: Option<PathBuf>,
    /// Replace that file if there is one.
    #[arg(long, requires = "out")]
    force: bool,
    /// How many files are read at a time; all cores where it is left out.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindName {
    #[value(name = "md")]
    Markdown,
    Html,
    #[value(name = "txt")]
    Text,
    Docx,
    Pdf,
}

/// A kind of file: one that is its text, or one that has it packed within.
#[derive(Debug, Clone, Copy)]
enum Written {
    Text(Kind),
    Packed(Packed),
}

impl Written {
    fn of(name: &str) -> Self {
        Packed::of(name).map_or_else(|| Self::Text(Kind::of(name)), Self::Packed)
    }

    /// The kind of a file: the one that is given, else the one that its name tells.
    fn of_file(file: &Path, arguments: &Arguments) -> Self {
        arguments.kind.map_or_else(|| Self::of(&file.to_string_lossy()), Self::from)
    }
}

impl From<KindName> for Written {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Markdown => Self::Text(Kind::Markdown),
            KindName::Html => Self::Text(Kind::Html),
            KindName::Text => Self::Text(Kind::Text),
            KindName::Docx => Self::Packed(Packed::Docx),
            KindName::Pdf => Self::Packed(Packed::Pdf),
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ChangesName {
    /// As if all changes were accepted.
    Accepted,
    /// As if all changes were rejected.
    Rejected,
    /// Both wordings, one beside the other.
    Both,
}

impl From<ChangesName> for Changes {
    fn from(name: ChangesName) -> Self {
        match name {
            ChangesName::Accepted => Self::Accepted,
            ChangesName::Rejected => Self::Rejected,
            ChangesName::Both => Self::Both,
        }
    }
}

/// Whether a file in a folder is a contract, by its name; `~$their.docx` is Word's mark that a file is open.
fn is_contract(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let text = [".txt", ".text"].iter().any(|ending| name.ends_with(ending));
    let written = Packed::of(&name).is_some() || Kind::of(&name) != Kind::Text;
    (text || written) && !name.starts_with("~$")
}

/// The findings of a file, and whether it could be read.
fn lint(file: &Path, arguments: &Arguments, projects: &Projects) -> (Report, bool) {
    let options = projects.get(file).options(None);
    let linted = match Written::of_file(file, arguments) {
        Written::Text(kind) => {
            input::read(file).map(|source| crate::lint(source, kind, &options)).map_err(Unreadable::report)
        }
        Written::Packed(packed) => input::read_bytes(file).map_err(Unreadable::report).and_then(|bytes| {
            crate::lint_packed(&input::name(file), &bytes, packed, arguments.changes.into(), &options)
        }),
    };
    let mut report = match linted {
        Ok(report) => report,
        Err(report) => return (report, false),
    };
    let mut beside = file.as_os_str().to_owned();
    beside.push(ALLOW_ENDING);
    let beside = Path::new(&beside);
    if beside.is_file() {
        match input::read(beside) {
            Ok(beside) => allow(&mut report, beside, crate::rules()),
            Err(unreadable) => return (unreadable.report(), false),
        }
    }
    (slim(report), true)
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    if arguments.import {
        return import::run(arguments, color);
    }
    let none = ("contract", "a contract is a file whose name ends in .md, .html, .txt, .docx or .pdf");
    let files = input::files(&arguments.files, is_contract, none)?;
    let projects = Projects::of(&files, crate::rules());
    let linted = parallel::map(&files, arguments.jobs, "linting", |file| lint(file, arguments, &projects))?;
    let readable = linted.iter().all(|(_, readable)| *readable);
    let mut reports = projects.reports();
    reports.extend(linted.into_iter().map(|(report, _)| report));
    if arguments.known.write(&reports)? {
        return Ok(if readable { Outcome::Done } else { Outcome::Refused });
    }
    arguments.known.leave_out(&mut reports)?;
    let found = arguments.shown.tell(&reports, files.len(), color)?;
    Ok(if readable { found } else { Outcome::Refused })
}
