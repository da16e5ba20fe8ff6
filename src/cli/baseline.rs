//! Baselines: what is found today and will be dealt with later, keyed by rule and sentence, not by line.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::output;
use super::refusal::Refusal;
use crate::diagnostic::Report;

/// How often a rule found something in a sentence.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Baseline {
    /// By rule, then by sentence with single spaces: how often.
    findings: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Baseline {
    /// Reads a baseline.
    pub(super) fn read(path: &Path) -> Result<Self, Refusal> {
        let text = fs::read_to_string(path)
            .map_err(|error| Refusal::io(format_args!("cannot read `{}`", path.display()), &error))?;
        serde_json::from_str(&text).map_err(|error| {
            Refusal::new(format!("`{}` is not a baseline: line {}", path.display(), error.line()))
                .help("write it anew with --write-baseline")
        })
    }

    /// The baseline of what was found.
    pub(super) fn of(reports: &[Report]) -> Self {
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
    pub(super) fn write(&self, path: &Path) -> Result<usize, Refusal> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|why| Refusal::new(format!("cannot write the baseline: {why}")))?;
        output::write_whole(&[(path.to_owned(), (text + "\n").into_bytes())])?;
        Ok(self.findings.values().flat_map(BTreeMap::values).sum())
    }

    /// Takes away what the baseline knows, each as often as it knows it; gives how much of it is no longer found.
    pub(super) fn subtract(mut self, reports: &mut [Report]) -> usize {
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
