//! The fit report: for each statement of the agreement, what became of it in a target.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::json;

use super::statement::{Statement, statements};
use super::{Carries, Exporter};
use crate::policy::Policy;

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "verdict", content = "because")]
pub enum Verdict {
    /// The target does just what it says.
    Exact,
    /// The target comes near; how.
    Approximated(String),
    /// The target does not have it; why.
    Dropped(String),
}

/// A statement with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The statement.
    pub statement: Statement,
    /// What became of it; none as long as the exporter has not said it.
    pub verdict: Option<Verdict>,
}

/// What became of each statement of an agreement in a target.
#[derive(Debug, Clone)]
pub struct Fit {
    target: &'static str,
    judged: Vec<Judged>,
    by_path: BTreeMap<Vec<String>, usize>,
    /// Paths that an exporter judged and the agreement does not have: a mistake of the exporter.
    pub(super) strays: Vec<String>,
    /// Statements that an exporter had to judge and did not: a mistake of the exporter.
    pub(super) forgotten: Vec<String>,
}

impl Fit {
    /// All statements; those on topics that the target never carries are dropped from the start.
    pub(super) fn new(policy: &Policy, exporter: &dyn Exporter) -> Self {
        let judged: Vec<_> = statements(&policy.agreement)
            .into_iter()
            .map(|statement| Judged {
                verdict: match exporter.carries(statement.topic) {
                    Carries::Never(why) => Some(Verdict::Dropped(why.to_owned())),
                    Carries::Exact | Carries::Approximated => None,
                },
                statement,
            })
            .collect();
        let by_path = judged.iter().enumerate().map(|(at, judged)| (judged.statement.path.clone(), at)).collect();
        Self { target: exporter.name(), judged, by_path, strays: Vec::new(), forgotten: Vec::new() }
    }

    /// The target does just what the statement at `path` says.
    pub fn exact(&mut self, path: &[&str]) {
        self.judge(path, Verdict::Exact);
    }

    /// The target comes near to the statement at `path`: how, lower case, no full stop.
    pub fn approximated(&mut self, path: &[&str], how: impl Into<String>) {
        self.judge(path, Verdict::Approximated(how.into()));
    }

    /// The target does not have the statement at `path`: why, lower case, no full stop.
    pub fn dropped(&mut self, path: &[&str], why: impl Into<String>) {
        self.judge(path, Verdict::Dropped(why.into()));
    }

    /// Judges what no other call has judged below a path: `["levels", "Uptime"]`.
    pub fn rest(&mut self, path: &[&str], verdict: &Verdict) {
        for judged in self.below(path).filter(|judged| judged.verdict.is_none()) {
            judged.verdict = Some(verdict.clone());
        }
    }

    /// What another call found exact below a path is only near: how, lower case, no full stop.
    pub fn only_near(&mut self, path: &[&str], how: &str) {
        for judged in self.below(path).filter(|judged| judged.verdict == Some(Verdict::Exact)) {
            judged.verdict = Some(Verdict::Approximated(how.to_owned()));
        }
    }

    /// The statements below a path.
    fn below(&mut self, path: &[&str]) -> impl Iterator<Item = &mut Judged> {
        self.judged.iter_mut().filter(move |judged| {
            path.iter().zip(&judged.statement.path).filter(|(one, other)| one == other).count() == path.len()
        })
    }

    /// Of several verdicts on a statement the least holds.
    fn judge(&mut self, path: &[&str], verdict: Verdict) {
        let key: Vec<String> = path.iter().map(|&part| part.to_owned()).collect();
        let Some(judged) = self.by_path.get(&key).and_then(|at| self.judged.get_mut(*at)) else {
            self.strays.push(path.join(" / "));
            return;
        };
        if judged.verdict.as_ref().is_none_or(|known| *known < verdict) {
            judged.verdict = Some(verdict);
        }
    }

    /// Whether the agreement has a statement at a path.
    pub fn has(&self, path: &[&str]) -> bool {
        let key: Vec<String> = path.iter().map(|&part| part.to_owned()).collect();
        self.by_path.contains_key(&key)
    }

    /// Nothing is dropped in silence, not even by a mistake of ours.
    pub(super) fn close(&mut self, exporter: &dyn Exporter) {
        for judged in self.judged.iter_mut().filter(|judged| judged.verdict.is_none()) {
            self.forgotten.push(judged.statement.path.join(" / "));
            judged.verdict = Some(Verdict::Dropped(format!("it has no place in {}", exporter.title())));
        }
    }

    /// What an exporter judged that is not there, and what it should have judged and did not: both empty unless the
    /// exporter has a mistake.
    pub fn mistakes(&self) -> (&[String], &[String]) {
        (&self.strays, &self.forgotten)
    }

    /// The statements with what became of each, in the order of the policy.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// How many statements are exact, approximated and dropped.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Verdict) -> bool| {
            self.judged.iter().filter(|judged| judged.verdict.as_ref().is_some_and(wanted)).count()
        };
        (
            count(|verdict| *verdict == Verdict::Exact),
            count(|verdict| matches!(verdict, Verdict::Approximated(_))),
            count(|verdict| matches!(verdict, Verdict::Dropped(_))),
        )
    }

    /// For people: what is exact, what is near, what is dropped, with the reason of each.
    pub fn to_text(&self) -> String {
        let (exact, near, dropped) = self.counts();
        let mut out = format!("{}: {exact} exact, {near} approximated, {dropped} dropped\n", self.target);
        let mut list = |head: &str, wanted: fn(&Verdict) -> Option<&str>| {
            // Statements that share a reason stand together under it.
            let mut by_reason: Vec<(&str, Vec<&Statement>)> = Vec::new();
            for judged in &self.judged {
                let Some(reason) = judged.verdict.as_ref().and_then(wanted) else { continue };
                match by_reason.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, statements)) => statements.push(&judged.statement),
                    None => by_reason.push((reason, vec![&judged.statement])),
                }
            }
            if !by_reason.is_empty() {
                let _ = writeln!(out, "\n{head}");
            }
            for (reason, statements) in by_reason {
                let indent = if reason.is_empty() { "  " } else { "    " };
                if !reason.is_empty() {
                    let _ = writeln!(out, "  {reason}:");
                }
                for statement in statements {
                    let _ = writeln!(out, "{indent}{}: {}", statement.place(), short(&statement.words));
                }
            }
        };
        list("exact", |verdict| (*verdict == Verdict::Exact).then_some(""));
        list("approximated", |verdict| match verdict {
            Verdict::Approximated(how) => Some(how),
            Verdict::Exact | Verdict::Dropped(_) => None,
        });
        list("dropped", |verdict| match verdict {
            Verdict::Dropped(why) => Some(why),
            Verdict::Exact | Verdict::Approximated(_) => None,
        });
        out
    }

    /// For programs.
    pub fn to_json(&self) -> String {
        let (exact, approximated, dropped) = self.counts();
        let statements: Vec<_> = self
            .judged
            .iter()
            .map(|judged| {
                let (verdict, because) = match judged.verdict.as_ref() {
                    Some(Verdict::Exact) => ("exact", None),
                    Some(Verdict::Approximated(how)) => ("approximated", Some(how)),
                    Some(Verdict::Dropped(why)) => ("dropped", Some(why)),
                    None => ("dropped", None),
                };
                let mut entry = json!({
                    "path": judged.statement.path,
                    "topic": judged.statement.topic.words(),
                    "says": judged.statement.words,
                    "verdict": verdict,
                });
                if let Some(because) = because {
                    entry["because"] = json!(because);
                }
                entry
            })
            .collect();
        let report = json!({
            "target": self.target,
            "counts": { "exact": exact, "approximated": approximated, "dropped": dropped },
            "statements": statements,
        });
        format!("{report:#}\n")
    }
}

/// The first words of a text; a report is to be read, and the contract has the rest.
fn short(words: &str) -> String {
    const MOST: usize = 90;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(MOST).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept))
}
