//! Baselines: what is found today and will be dealt with later, keyed by rule and sentence, not by line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::{output, terminal};
use crate::diagnostic::Report;

/// What was found before, and is not to be told again.
#[derive(Debug, Args)]
pub(super) struct Known {
    /// Leave out what this file knows already.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found to this file, to be left out with --baseline from now on.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
}

impl Known {
    /// Writes the baseline of what was found, where that is what was asked for.
    pub(super) fn write(&self, reports: &[Report]) -> Result<bool, Refusal> {
        let Some(path) = &self.write_baseline else { return Ok(false) };
        let count = Baseline::of(reports).write(path)?;
        terminal::print_err(&format!("wrote {count} findings to `{}`\n", path.display()));
        Ok(true)
    }

    /// Takes away what is known, and says how much of it is no longer found.
    pub(super) fn leave_out(&self, reports: &mut [Report]) -> Result<(), Refusal> {
        let Some(path) = &self.baseline else { return Ok(()) };
        let gone = Baseline::read(path)?.subtract(reports);
        if gone > 0 {
            terminal::print_err(&format!(
                "{gone} findings of the baseline are gone: --write-baseline writes it anew\n"
            ));
        }
        Ok(())
    }
}

/// How often a rule found something in a sentence.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Baseline {
    /// By rule, then by sentence with single spaces: how often.
    findings: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Baseline {
    /// Reads a baseline.
    fn read(path: &Path) -> Result<Self, Refusal> {
        let text = fs::read_to_string(path)
            .map_err(|error| Refusal::io(format_args!("cannot read `{}`", path.display()), &error))
            .map_err(|refusal| refusal.help("--write-baseline writes one with what is found now"))?;
        serde_json::from_str(&text).map_err(|error| {
            Refusal::new(format!("`{}` is not a baseline: line {}", path.display(), error.line()))
                .help("write it anew with --write-baseline")
        })
    }

    /// The baseline of what was found.
    fn of(reports: &[Report]) -> Self {
        let mut baseline = Self::default();
        for report in reports {
            for finding in &report.diagnostics {
                *baseline
                    .findings
                    .entry(finding.rule.to_owned())
                    .or_default()
                    .entry(report.sentence(finding))
                    .or_default() += 1;
            }
        }
        baseline
    }

    /// Writes the baseline: what is no longer found is gone from it.
    fn write(&self, path: &Path) -> Result<usize, Refusal> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|why| Refusal::new(format!("cannot write the baseline: {why}")))?;
        output::write_whole(&[(path.to_owned(), (text + "\n").into_bytes())])?;
        Ok(self.findings.values().flat_map(BTreeMap::values).sum())
    }

    /// Takes away what the baseline knows, each as often as it knows it; gives how much of it is no longer found.
    fn subtract(mut self, reports: &mut [Report]) -> usize {
        for report in reports {
            let known: Vec<bool> = report
                .diagnostics
                .iter()
                .map(|finding| {
                    let left = self.findings.get_mut(finding.rule).and_then(|of| of.get_mut(&report.sentence(finding)));
                    left.filter(|left| **left > 0).map(|left| *left -= 1).is_some()
                })
                .collect();
            let mut known = known.into_iter();
            report.diagnostics.retain(|_| !known.next().unwrap_or(false));
        }
        self.findings.values().flat_map(BTreeMap::values).sum()
    }
}
