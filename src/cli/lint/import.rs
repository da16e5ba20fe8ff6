//! `servanda lint --import`: a draft of a spec from a contract that others wrote.

use std::path::Path;

use clap::ColorChoice;

use super::super::refusal::Refusal;
use super::super::{Outcome, input, output, terminal};
use super::{Arguments, Written};
use crate::diagnostic::Report;
use crate::prose::Draft;

/// Writes the draft of the one contract that is named.
pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let [file] = arguments.files.as_slice() else {
        return Err(Refusal::new("--import drafts a spec from one contract").help("name one file"));
    };
    let to = arguments.out.as_deref().filter(|out| out.as_os_str() != "-");
    if let Some(out) = to.filter(|out| !arguments.force && out.symlink_metadata().is_ok()) {
        return Err(exists(out));
    }
    let draft = match draft(file, arguments) {
        Ok(draft) => draft,
        Err(report) => {
            arguments.shown.print(&[report], color)?;
            return Ok(Outcome::Refused);
        }
    };
    match to {
        None => terminal::print(&draft.text)?,
        Some(out) if arguments.force => output::write_whole(&[(out.to_owned(), draft.text.into_bytes())])?,
        Some(out) if !output::write_new(out, draft.text.as_bytes())? => return Err(exists(out)),
        Some(_) => {}
    }
    let told = format!("{} statements read, the rest kept in {} clauses", draft.statements, draft.clauses);
    let told = match to {
        Some(out) => format!("wrote {0}: {told}; next: servanda check {0}\n", out.display()),
        None => format!("{told}\n"),
    };
    terminal::print_err(&told);
    Ok(Outcome::Done)
}

fn draft(file: &Path, arguments: &Arguments) -> Result<Draft, Report> {
    match Written::of_file(file, arguments) {
        Written::Text(kind) => {
            input::read(file).map_err(super::Unreadable::report).and_then(|source| crate::import(source, kind))
        }
        Written::Packed(packed) => {
            let bytes = input::read_bytes(file).map_err(super::Unreadable::report)?;
            crate::import_packed(&input::name(file), &bytes, packed, arguments.changes.into())
        }
    }
}

fn exists(out: &Path) -> Refusal {
    Refusal::new(format!("`{}` exists already", out.display()))
        .help("choose another name with --out, or replace it with --force")
}
