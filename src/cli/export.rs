//! `servanda export`: the files of the tools that track an agreement.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice};

use super::findings::{Shape, Shown};
use super::project::{Project, Projects};
use super::refusal::Refusal;
use super::{Outcome, input, output, parallel, terminal};
use crate::config::NAMES_FILE_NAME;
use crate::diagnostic::{Report, suggest};
use crate::export::{Exporter, Input, Names, Wanted, export, exporter, exporters};
use crate::policy::Policy;

/// The word for every target.
const ALL: &str = "all";
/// Where a filled-in list of missing names is written.
const MISSING_NAMES: &str = "names.missing.toml";

/// Write what the tools take that track the agreement, and say what does not fit.
///
/// The files of a target appear in NAME.export/TARGET beside the spec, or in the folder of --out, each whole or not at
/// all, with the report of what became of each statement: exact, approximated, dropped; fit.txt for people, fit.json for
/// programs. What only your own installation knows (ids of groups, schedules, users) stands in names.toml; what is
/// missing there is listed, and a file to fill in is written.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda targets                               the tools, and what each can carry
  servanda export --to openslo agreement.sla
  servanda export --to zendesk,prometheus agreement.sla --out tracked
  servanda export --to all agreement.policy.json --names names.toml

Exit status: 0 done, 2 where a target refuses or a file cannot be read.")]
pub(super) struct Arguments {
    /// The specs, or policies written by `servanda build` (.json); - is a spec on standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The targets, or all.
    #[arg(long, required = true, value_delimiter = ',', value_name = "TARGET")]
    to: Vec<String>,
    /// The folder to write to; that of each file where it is left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// What only your own installation knows; names.toml beside the file where it is left out.
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// Export this plan, in place of the one the spec names.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// How many files are exported at a time; four for each core where it is left out, since they wait for the disk.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

/// What became of one file.
#[derive(Default)]
struct Done {
    /// What to say on standard output.
    said: String,
    /// What was refused, with its reason.
    refused: Vec<Refusal>,
    reports: Vec<Report>,
    /// Names that are missing, with those that are known.
    missing: Vec<Wanted>,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let targets = targets(&arguments.to)?;
    let files = input::specs(&arguments.files)?;
    let places = places(&files, arguments)?;
    let projects = Projects::of(&files, crate::rules());
    let shown = Shown { format: Shape::Human };
    let broken = projects.reports();
    if !broken.is_empty() {
        shown.print_err(&broken, color);
        return Ok(Outcome::Refused);
    }
    let names = match names(&files, arguments) {
        Ok(names) => names,
        Err(reports) => {
            shown.print_err(&reports, color);
            return Ok(Outcome::Refused);
        }
    };
    // One file to one target is read as it comes; many are counted.
    let whole = files.len() == 1 && targets.len() == 1;
    let jobs = arguments.jobs.or_else(parallel::while_the_disk_writes);
    let done = parallel::map(&places, jobs, "exporting", |(file, place)| {
        one(file, place, &targets, arguments, &names[&names_file(file, arguments)], &projects.get(file), whole)
    })?;
    let mut outcome = Outcome::Done;
    let mut missing = Vec::new();
    for done in done {
        terminal::print(&done.said)?;
        if !done.refused.is_empty() || !done.reports.is_empty() || !done.missing.is_empty() {
            outcome = Outcome::Refused;
        }
        for refusal in done.refused {
            terminal::print_err(&refusal.show(terminal::color_err(color)));
        }
        shown.print_err(&done.reports, color);
        missing.extend(done.missing);
    }
    if !missing.is_empty() {
        let folder = arguments.out.clone().unwrap_or_else(|| folder(&files[0]));
        say_missing(&missing, &folder, color)?;
    }
    Ok(outcome)
}

/// The exporters that are named, each once, in the order of the list.
fn targets(named: &[String]) -> Result<Vec<&'static dyn Exporter>, Refusal> {
    if let Some(name) = named.iter().find(|name| *name != ALL && exporter(name).is_none()) {
        let known = exporters().iter().map(|exporter| exporter.name());
        let help = suggest::did_you_mean(name, known).unwrap_or_else(|| "`servanda targets` lists them".into());
        return Err(Refusal::new(format!("no target is called `{name}`")).help(help));
    }
    let asked = |exporter: &&dyn Exporter| named.iter().any(|name| name == ALL || name == exporter.name());
    Ok(exporters().iter().copied().filter(asked).collect())
}

/// Where the names of a file's agreement stand.
fn names_file(file: &Path, arguments: &Arguments) -> PathBuf {
    arguments.names.clone().unwrap_or_else(|| folder(file).join(NAMES_FILE_NAME))
}

/// The names for all `files`, by where they stand; each list is read once. A list that is not asked for may be missing.
fn names(files: &[PathBuf], arguments: &Arguments) -> Result<BTreeMap<PathBuf, Names>, Vec<Report>> {
    let places: BTreeSet<PathBuf> = files.iter().map(|file| names_file(file, arguments)).collect();
    let (mut lists, mut reports) = (BTreeMap::new(), Vec::new());
    for place in places {
        let read = || crate::export_names(input::read(&place).map_err(input::Unreadable::report)?);
        match if arguments.names.is_some() || place.is_file() { read() } else { Ok(Names::default()) } {
            Ok(names) => _ = lists.insert(place, names),
            Err(report) => reports.push(report),
        }
    }
    if reports.is_empty() { Ok(lists) } else { Err(reports) }
}

fn folder(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).to_owned()
}

/// What the files of an agreement are called: `agreement` for `specs/agreement.policy.json`.
fn stem(file: &Path) -> String {
    if file.as_os_str() == "-" {
        return "agreement".into();
    }
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(".policy").map_or(name.clone(), str::to_owned)
}

/// The folder that each file's agreement is exported to; two must not share one.
fn places<'a>(files: &'a [PathBuf], arguments: &Arguments) -> Result<Vec<(&'a Path, PathBuf)>, Refusal> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut places = Vec::new();
    for file in files {
        let place = arguments.out.clone().unwrap_or_else(|| folder(file)).join(format!("{}.export", stem(file)));
        if let Some(other) = taken.insert(place.clone(), file) {
            let names = format!("`{}` and `{}`", input::name(other), input::name(file));
            return Err(Refusal::new(format!("{names} would be written to the same files"))
                .help("export them to two folders, with --out"));
        }
        places.push((file.as_path(), place));
    }
    Ok(places)
}

fn one(
    file: &Path,
    place: &Path,
    targets: &[&'static dyn Exporter],
    arguments: &Arguments,
    names: &Names,
    project: &Project,
    whole: bool,
) -> Done {
    let mut done = Done::default();
    let policy = match policy(file, arguments, project) {
        Ok(policy) => policy,
        Err(report) => {
            done.reports.push(report);
            return done;
        }
    };
    let policy = match one_plan(policy, arguments.plan.as_deref(), file) {
        Ok(policy) => policy,
        Err(refusal) => {
            done.refused.push(refusal);
            return done;
        }
    };
    let stem = stem(file);
    let input = Input::new(&policy, &stem);
    let (mut files, mut said) = (Vec::new(), String::new());
    for target in targets {
        let exported = match export(*target, &input, names) {
            Ok(exported) => exported,
            Err(refused) => {
                let message = format!("`{}` is not exported to {}: {}", input::name(file), target.title(), refused.why);
                done.refused.push(Refusal::new(message).help(refused.help));
                continue;
            }
        };
        if !exported.missing.is_empty() {
            done.missing.extend(exported.wanted);
            continue;
        }
        let place = place.join(target.name());
        let report = exported.fit.to_text();
        let before = files.len();
        files.extend(exported.files.into_iter().map(|file| (place.join(file.path), file.bytes)));
        files.push((place.join("fit.txt"), report.clone().into_bytes()));
        files.push((place.join("fit.json"), exported.fit.to_json().into_bytes()));
        for (path, _) in &files[before..] {
            let _ = writeln!(said, "{}", path.display());
        }
        let counts = report.lines().next().unwrap_or_default();
        let _ = if whole { write!(said, "\n{report}") } else { writeln!(said, "{stem}, {counts}") };
    }
    // All targets of an agreement at once: the disk is waited for once, not for each.
    match output::write_whole(&files) {
        Ok(()) => done.said = said,
        Err(refusal) => done.refused.push(refusal),
    }
    done
}

fn policy(file: &Path, arguments: &Arguments, project: &Project) -> Result<Policy, Report> {
    let source = input::read(file).map_err(input::Unreadable::report)?;
    if file.extension().is_some_and(|ending| ending == "json") {
        return crate::read_policy(source);
    }
    let spec = crate::examine(source, &mut project.loader(), &project.options(arguments.plan.clone()));
    spec.policy().cloned().ok_or(spec.report)
}

/// The policy of the plan to export: a tool tracks one customer, who has one plan.
fn one_plan(policy: Policy, wanted: Option<&str>, file: &Path) -> Result<Policy, Refusal> {
    if policy.other_plans.is_empty() {
        return Ok(policy);
    }
    let plans: Vec<String> =
        policy.agreements().filter_map(|agreement| Some(format!("`{}`", agreement.plan.as_ref()?))).collect();
    wanted.and_then(|wanted| policy.of_plan(wanted)).ok_or_else(|| {
        Refusal::new(format!("`{}` has the plans {}, and none is chosen", input::name(file), plans.join(", ")))
            .help("export one of them with --plan")
    })
}

/// Says which names are missing, and writes a file to fill in.
fn say_missing(wanted: &[Wanted], folder: &Path, color: ColorChoice) -> Result<(), Refusal> {
    let path = folder.join(MISSING_NAMES);
    output::write_whole(&[(path.clone(), Names::template(wanted).into_bytes())])?;
    let mut missing: Vec<_> = wanted.iter().filter(|wanted| wanted.known.is_none()).collect();
    missing.sort();
    missing.dedup();
    let list: Vec<String> = missing
        .iter()
        .map(|wanted| format!("  [{}.{}] {:?}: {}", wanted.target, wanted.kind, wanted.key, wanted.what))
        .collect();
    let count = if list.len() == 1 { "1 name is".to_owned() } else { format!("{} names are", list.len()) };
    let message = format!("{count} missing, which only your own installation knows\n{}", list.join("\n"));
    let help = format!("fill in `{}` and save it as {NAMES_FILE_NAME}, or give it with --names", path.display());
    terminal::print_err(&Refusal::new(message).help(help).show(terminal::color_err(color)));
    Ok(())
}
