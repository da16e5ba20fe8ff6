//! `servanda build`: the contract and the policy, as files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, ColorChoice};

use super::findings::{Shown, has_errors};
use super::project::{Project, Projects};
use super::refusal::Refusal;
use super::stamp::{self, Recorder, Stamp, Stamps};
use super::{Outcome, input, output, parallel, terminal};
use crate::config::Output;
use crate::diagnostic::Report;

/// Write the contract and the policy.
///
/// The files of a spec appear beside it, or in the folder of --out, all of them or none: NAME.md,
/// NAME.html, NAME.pdf, NAME.policy.json, NAME.policy.yaml, NAME.policy.toml. The same spec always gives
/// the same bytes. Of several specs, only those are built whose files would change.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda build agreement.sla
  servanda build specs --out contracts --formats pdf,policy.json

Exit status: 0 done, 2 where a spec cannot be built.")]
pub(super) struct Arguments {
    /// The specs, or folders of them; - is standard input, built as agreement.*.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What to write; everything where it is left out.
    #[arg(long, value_delimiter = ',', value_name = "LIST", value_parser = output_parser())]
    formats: Option<Vec<Output>>,
    /// Build with this plan, in place of the one the spec names.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// Build also what has not changed.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    shown: Shown,
    /// How many specs are built at a time; four for each core where it is left out, since they wait for the disk.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

fn output_parser() -> impl clap::builder::TypedValueParser<Value = Output> {
    PossibleValuesParser::new(Output::ALL.map(Output::name))
        .map(|name| Output::from_name(&name).unwrap_or(Output::Markdown))
}

enum Built {
    /// How much `check` finds besides, what was written, and the note on it.
    Files(usize, Vec<PathBuf>, Option<Stamp>),
    Unchanged(Stamp),
    Refused(Report),
    Failed(Refusal),
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let specs = input::specs(&arguments.files)?;
    let projects = Projects::of(&specs, crate::rules());
    let broken = projects.reports();
    if !broken.is_empty() {
        arguments.shown.print_err(&broken, color);
        return Ok(Outcome::Refused);
    }
    let stems = stems(&specs, arguments, &projects)?;
    let mut notes = notes(&stems);
    let results =
        parallel::map(&stems, arguments.jobs.or_else(parallel::while_the_disk_writes), "building", |(file, stem)| {
            build(file, stem, &projects.get(file), arguments, notes.get(folder(stem)))
        })?;
    let mut outcome = Outcome::Done;
    let mut reports = Vec::new();
    let (mut unchanged, mut weighed) = (0_usize, 0_usize);
    for (result, (_, stem)) in results.into_iter().zip(&stems) {
        let stamp = match &result {
            Built::Files(_, _, stamp) => stamp.clone(),
            Built::Unchanged(stamp) => Some(stamp.clone()),
            Built::Refused(_) | Built::Failed(_) => None,
        };
        if let Some(stamps) = notes.get_mut(folder(stem)) {
            stamps.set(stem, stamp);
        }
        match result {
            Built::Unchanged(_) => unchanged += 1,
            Built::Files(findings, paths, _) => {
                weighed += findings;
                for path in paths {
                    terminal::print(&format!("{}\n", path.display()))?;
                }
            }
            Built::Refused(report) => {
                reports.push(report);
                outcome = Outcome::Refused;
            }
            Built::Failed(refusal) => {
                terminal::print_err(&refusal.show(terminal::color_err(color)));
                outcome = Outcome::Refused;
            }
        }
    }
    for (folder, stamps) in &notes {
        stamps.write(folder)?;
    }
    if unchanged > 0 {
        let specs = if unchanged == 1 { "spec is" } else { "specs are" };
        terminal::print_err(&format!("{unchanged} {specs} as built before; --force builds them again\n"));
    }
    if weighed > 0 {
        let findings = if weighed == 1 { "finding" } else { "findings" };
        terminal::print_err(&format!("{weighed} {findings}, which `servanda check` shows\n"));
    }
    arguments.shown.print_err(&reports, color);
    Ok(outcome)
}

/// What was noted in the folders that specs are built to. One spec is built in a moment, and a folder that a person
/// writes in is kept free of files that are for us: there, nothing is noted.
fn notes(stems: &[(&Path, PathBuf)]) -> BTreeMap<PathBuf, Stamps> {
    let mut notes = BTreeMap::new();
    for (_, stem) in stems.iter().filter(|(file, stem)| stems.len() > 1 && file.parent() != Some(folder(stem))) {
        notes.entry(folder(stem).to_owned()).or_insert_with_key(|folder| Stamps::read(folder));
    }
    notes
}

fn folder(stem: &Path) -> &Path {
    stem.parent().unwrap_or(Path::new(""))
}

/// Where the files of each spec go, without their endings; two specs must not write the same files.
fn stems<'a>(
    specs: &'a [PathBuf],
    arguments: &Arguments,
    projects: &Projects,
) -> Result<Vec<(&'a Path, PathBuf)>, Refusal> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut stems = Vec::new();
    for file in specs {
        let project = projects.get(file);
        let name = if file.as_os_str() == "-" { "agreement".as_ref() } else { file.file_stem().unwrap_or_default() };
        let folder = match (&arguments.out, &project.config.build.out) {
            (Some(out), _) => out.clone(),
            (None, Some(out)) => project.path(&out.path),
            (None, None) => file.parent().unwrap_or(Path::new("")).to_owned(),
        };
        let stem = folder.join(name);
        if let Some(other) = taken.insert(stem.clone(), file) {
            let names = format!("`{}` and `{}`", input::name(other), input::name(file));
            return Err(Refusal::new(format!("{names} would be written to the same files"))
                .help("build them into two folders, with --out"));
        }
        stems.push((file.as_path(), stem));
    }
    Ok(stems)
}

fn build(file: &Path, stem: &Path, project: &Project, arguments: &Arguments, notes: Option<&Stamps>) -> Built {
    let source = match input::read(file) {
        Ok(source) => source,
        Err(unreadable) => return Built::Refused(unreadable.report()),
    };
    let options = project.options(arguments.plan.clone());
    let templates = match project.templates() {
        Ok(templates) => templates,
        Err(report) => return Built::Refused(report),
    };
    let outputs = arguments.formats.as_ref().or(project.config.build.formats.as_ref());
    let outputs = outputs.map_or(&Output::ALL[..], Vec::as_slice);
    let given = (source.name(), source.text(), &options, templates, outputs, created());
    let made_by = notes.map(|_| stamp::made_by(&given)).unwrap_or_default();
    let noted = notes.filter(|_| !arguments.force).and_then(|stamps| stamps.get(stem));
    if let Some(stamp) = noted.filter(|stamp| stamp.holds(&made_by, &mut project.loader(), folder(stem))) {
        return Built::Unchanged(stamp.clone());
    }
    let mut loader = Recorder::new(project.loader());
    let mut spec = crate::examine(source, &mut loader, &options);
    let files = match spec.build(outputs, templates, created()) {
        Some(files) if !has_errors(&spec.report) => files,
        _ => return Built::Refused(spec.report),
    };
    let files: Vec<(PathBuf, Vec<u8>)> =
        files.into_iter().map(|(output, bytes)| (with_ending(stem, output), bytes)).collect();
    match output::write_whole(&files) {
        Ok(()) => {
            let stamp = notes.map(|_| Stamp::new(made_by, loader.seen, &files));
            Built::Files(spec.report.diagnostics.len(), files.into_iter().map(|(path, _)| path).collect(), stamp)
        }
        Err(refusal) => Built::Failed(refusal),
    }
}

/// The time that the files name as that of their making, from `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org>); none where it is not set, so that no clock is read.
fn created() -> Option<i64> {
    std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()
}

fn with_ending(stem: &Path, output: Output) -> PathBuf {
    let mut name = stem.as_os_str().to_owned();
    name.push(".");
    name.push(output.name());
    name.into()
}
