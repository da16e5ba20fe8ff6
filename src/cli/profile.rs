//! `servanda profile`: what a spec, or a contract that others wrote, covers of a checklist.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice};

use super::findings::Shown;
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, input, terminal};
use crate::check::{self, profile};
use crate::diagnostic::suggest::did_you_mean;
use crate::prose::{self, Changes, Kind, Packed};
use crate::source::Sources;

/// Tell what a spec, or a contract that others wrote, covers of a checklist: present, missing, and where.
///
/// In a contract that others wrote, words tell: profiles/words.toml has those of each subject.
/// A profile is a shipped one by its name, or a file of your own: copy one from profiles/ and change it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda profile                               list the shipped profiles
  servanda profile dora-art-30 agreement.sla
  servanda profile our-checklist.toml agreement.sla
  servanda profile customer their-agreement.md
  servanda profile --subjects                    what a profile may ask for

Exit status: 0 all is covered, 1 something is missing, 2 a file cannot be read.")]
pub(super) struct Arguments {
    /// The profile: a shipped name, or a file.
    #[arg(value_name = "PROFILE", requires = "spec")]
    profile: Option<String>,
    /// The spec, or a contract as Markdown, HTML, plain text or Word file.
    #[arg(value_name = "FILE")]
    spec: Option<PathBuf>,
    /// Look at the spec with this plan, in place of the one it names.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// List what a profile may ask for.
    #[arg(long, conflicts_with = "profile")]
    subjects: bool,
}

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let (Some(name), Some(spec)) = (&arguments.profile, &arguments.spec) else {
        terminal::print(&if arguments.subjects { subjects() } else { list()? })?;
        return Ok(Outcome::Done);
    };
    let profile = read(name)?;
    let Some((report, sources)) = looked_at(spec, arguments, &profile, color)? else { return Ok(Outcome::Refused) };
    let place = |span: &crate::source::Span| -> Option<String> {
        let source = sources.get(span.source)?;
        Some(format!("{}:{}", source.name(), source.position(span.start as usize).line))
    };
    let mut out = format!("{}\n{}\n\n", profile.title, profile.source);
    let covered = report.iter().filter(|point| point.missing.is_empty()).count();
    for point in &report {
        let mark = if point.missing.is_empty() { "present" } else { "MISSING" };
        let _ = writeln!(out, "{mark}  {}", point.says);
        if !point.missing.is_empty() {
            let _ = writeln!(out, "         not there: {}", point.missing.join(", "));
        }
        let mut places: Vec<String> = point.places.iter().filter_map(place).collect();
        places.dedup();
        let more = places.len().saturating_sub(3);
        places.truncate(3);
        if !places.is_empty() {
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let _ = writeln!(out, "         {}{more}", places.join(", "));
        }
    }
    let _ = writeln!(out, "\n{covered} of {} present", report.len());
    terminal::print(&out)?;
    Ok(if covered == report.len() { Outcome::Done } else { Outcome::Found })
}

/// How a file covers each point, with the sources that the places lie in; none, with the reason printed, where the
/// file cannot be read.
fn looked_at(
    file: &Path,
    arguments: &Arguments,
    profile: &profile::Profile,
    color: ColorChoice,
) -> Result<Option<(Vec<profile::Covered>, Sources)>, Refusal> {
    let shown = Shown { format: super::findings::Shape::Human };
    let name = file.to_string_lossy().into_owned();
    if let Some(packed) = Packed::of(&name) {
        let bytes = match input::read_bytes(file) {
            Ok(bytes) => bytes,
            Err(unreadable) => {
                shown.print_err(&[unreadable.report()], color);
                return Ok(None);
            }
        };
        let extracted =
            prose::extract(&input::name(file), &bytes, packed, Changes::default()).map_err(|unreadable| {
                let refusal = Refusal::new(format!("cannot read `{name}`: {}", unreadable.why));
                match unreadable.help {
                    Some(help) => refusal.help(help),
                    None => refusal,
                }
            })?;
        let report = profile.report_prose(&extracted.document);
        let mut sources = Sources::default();
        sources.add(extracted.source);
        return Ok(Some((report, sources)));
    }
    let source = match input::read(file) {
        Ok(source) => source,
        Err(unreadable) => {
            shown.print_err(&[unreadable.report()], color);
            return Ok(None);
        }
    };
    let spec = file.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("sla"));
    if !spec {
        let kind = Kind::of(&name);
        let mut sources = Sources::default();
        let main = sources.add(source);
        let report = sources.get(main).map(|source| profile.report_prose(&prose::read(source, main, kind)));
        return Ok(report.map(|report| (report, sources)));
    }
    let files = [file.to_path_buf()];
    let projects = Projects::of(&files, crate::rules());
    let project = projects.get(file);
    let examined = crate::examine(source, &mut project.loader(), &project.options(arguments.plan.clone()));
    let agreements: Vec<_> = examined.agreements().collect();
    if agreements.is_empty() {
        shown.print_err(&[examined.report], color);
        return Ok(None);
    }
    Ok(Some((profile.report(&agreements), examined.report.sources)))
}

/// A shipped profile, or a file.
fn read(name: &str) -> Result<profile::Profile, Refusal> {
    let shipped = profile::SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    let text = match shipped {
        Some(text) => text,
        None if Path::new(name).extension().is_some() => {
            fs::read_to_string(name).map_err(|error| Refusal::io(format_args!("cannot read `{name}`"), &error))?
        }
        None => {
            let known = || profile::SHIPPED.iter().map(|(known, _)| *known);
            let begins = known().find(|known| known.starts_with(name)).map(|known| format!("did you mean `{known}`?"));
            let near = begins.or_else(|| did_you_mean(name, known()));
            let list = "`servanda profile` lists them; a file of your own ends in .toml".to_owned();
            return Err(Refusal::new(format!("there is no profile `{name}`")).help(near.unwrap_or(list)));
        }
    };
    profile::Profile::read(&text).map_err(|why| Refusal::new(format!("`{name}` cannot be read as a profile: {why}")))
}

fn list() -> Result<String, Refusal> {
    let mut out = String::new();
    for (name, _) in profile::SHIPPED {
        let _ = writeln!(out, "{name:14}  {}", read(name)?.title);
    }
    Ok(out)
}

fn subjects() -> String {
    let width = check::subjects().map(|subject| subject.name.len()).max().unwrap_or_default();
    check::subjects().map(|subject| format!("{:width$}  {}\n", subject.name, subject.title)).collect()
}
