//! `servanda check`: every problem of the specs, in one go.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ColorChoice, ValueEnum};

use super::baseline::Known;
use super::findings::{self, Shape, Shown, slim};
use super::project::Projects;
use super::refusal::Refusal;
use super::{Outcome, fix, input, parallel, terminal};
use crate::Coverage;
use crate::config::Side;
use crate::diagnostic::Report;
use crate::source::Source;

/// List every problem of the specs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda check agreement.sla
  servanda check specs --format sarif > findings.sarif
  cat agreement.sla | servanda check -

Exit status: 0 nothing found, 1 something found, 2 a file cannot be read.")]
pub(super) struct Arguments {
    /// The specs, or folders of them; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
    /// Make a note of what is only the other side's risk.
    #[arg(long = "for", value_enum, value_name = "SIDE")]
    side: Option<SideName>,
    /// Check the specs with this plan, in place of the one they name.
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// List where every value comes from: the spec itself, its house terms or a default.
    #[arg(long)]
    show_origin: bool,
    /// Print what share of the statements a machine can act on, by section, and which are words only.
    #[arg(long)]
    coverage: bool,
    /// Apply the safe rewrites, and report what is left.
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    known: Known,
    /// How many files are checked at a time; all cores where it is left out.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SideName {
    Provider,
    Customer,
}

impl From<SideName> for Side {
    fn from(name: SideName) -> Self {
        match name {
            SideName::Provider => Self::Provider,
            SideName::Customer => Self::Customer,
        }
    }
}

struct Checked {
    report: Report,
    readable: bool,
    origins: String,
    coverage: Option<Coverage>,
    /// The text after the safe rewrites, where there were any.
    fixed: Option<String>,
}

/// A rewrite may make another one possible.
const FIX_ROUNDS: usize = 10;

pub(super) fn run(arguments: &Arguments, color: ColorChoice) -> Result<Outcome, Refusal> {
    let files = input::specs(&arguments.files)?;
    let projects = Projects::of(&files, crate::rules());
    let checked = parallel::map(&files, arguments.jobs, "checking", |file| {
        let project = projects.get(file);
        match input::read(file) {
            Err(unreadable) => Checked {
                report: unreadable.report(),
                readable: false,
                origins: String::new(),
                coverage: None,
                fixed: None,
            },
            Ok(source) => {
                let mut options = project.options(arguments.plan.clone());
                options.side = arguments.side.map(Side::from).or(options.side);
                let mut spec = crate::examine(source, &mut project.loader(), &options);
                let mut fixed = None;
                for _ in 0..FIX_ROUNDS {
                    let Some(text) = arguments.fix.then(|| fix::rewritten(&spec.report)).flatten() else { break };
                    fixed = Some(text.clone());
                    spec = crate::examine(Source::new(input::name(file), text), &mut project.loader(), &options);
                }
                let origins = if arguments.show_origin { spec.origins() } else { String::new() };
                let coverage = arguments.coverage.then(|| spec.coverage());
                Checked { report: slim(spec.report), readable: true, origins, coverage, fixed }
            }
        }
    })?;
    let readable = checked.iter().all(|file| file.readable);
    let origins: String = checked.iter().map(|file| file.origins.as_str()).collect();
    let coverage: Vec<(String, Coverage)> = files
        .iter()
        .zip(&checked)
        .filter_map(|(file, checked)| Some((file.display().to_string(), checked.coverage.clone()?)))
        .collect();
    let fixed: Vec<(PathBuf, String)> = files
        .iter()
        .zip(&checked)
        .filter(|(file, _)| file.as_os_str() != "-")
        .filter_map(|(file, checked)| Some((file.clone(), checked.fixed.clone()?)))
        .collect();
    for (file, _) in &fixed {
        terminal::print_err(&format!("fixed {}\n", input::name(file)));
    }
    fix::write(fixed)?;
    let mut reports = projects.reports();
    reports.extend(checked.into_iter().map(|file| file.report));
    if arguments.known.write(&reports)? {
        return Ok(if readable { Outcome::Done } else { Outcome::Refused });
    }
    arguments.known.leave_out(&mut reports)?;

    terminal::print(&origins)?;
    if !coverage.is_empty() {
        if arguments.shown.format == Shape::Json && !findings::any(&reports) {
            return terminal::print(&coverage_json(&coverage)).map(|()| Outcome::Done);
        }
        terminal::print(&coverage_text(&coverage))?;
    }
    let found = arguments.shown.tell(&reports, files.len(), color)?;
    Ok(if readable { found } else { Outcome::Refused })
}

/// One table a file, each under its file's name where there are several.
fn coverage_text(files: &[(String, Coverage)]) -> String {
    let head = |name: &str| if files.len() > 1 { format!("{name}\n") } else { String::new() };
    files.iter().map(|(name, coverage)| format!("{}{}\n", head(name), coverage.to_text())).collect()
}

/// A map from file to what it covers.
fn coverage_json(files: &[(String, Coverage)]) -> String {
    let map: serde_json::Map<_, _> =
        files.iter().map(|(name, coverage)| (name.clone(), serde_json::json!(coverage))).collect();
    format!("{:#}\n", serde_json::Value::Object(map))
}
