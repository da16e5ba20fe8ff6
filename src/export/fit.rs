//! The fit report: for each statement of the agreement, what became of it in a target.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use super::statement::{Statement, Statements};
use super::{Carries, Exporter};

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

/// What became of each statement of an agreement in a target.
#[derive(Debug, Clone)]
pub struct Fit {
    target: &'static str,
    /// Shared by all targets that the agreement is exported to.
    statements: Arc<Statements>,
    /// What became of each statement; none as long as the exporter has not said it.
    verdicts: Vec<Option<Verdict>>,
    /// Paths that an exporter judged and the agreement does not have: a mistake of the exporter.
    pub(super) strays: Vec<String>,
    /// Statements that an exporter had to judge and did not: a mistake of the exporter.
    pub(super) forgotten: Vec<String>,
}

impl Fit {
    /// All statements; those on topics that the target never carries are dropped from the start.
    pub(super) fn new(statements: Arc<Statements>, exporter: &dyn Exporter) -> Self {
        let verdict = |statement: &Statement| match exporter.carries(statement.topic) {
            Carries::Never(why) => Some(Verdict::Dropped(why.to_owned())),
            Carries::Exact | Carries::Approximated => None,
        };
        let verdicts = statements.list.iter().map(verdict).collect();
        Self { target: exporter.name(), statements, verdicts, strays: Vec::new(), forgotten: Vec::new() }
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
        for open in self.below(path).filter(|known| known.is_none()) {
            *open = Some(verdict.clone());
        }
    }

    /// What another call found exact below a path is only near: how, lower case, no full stop.
    pub fn only_near(&mut self, path: &[&str], how: &str) {
        for exact in self.below(path).filter(|known| **known == Some(Verdict::Exact)) {
            *exact = Some(Verdict::Approximated(how.to_owned()));
        }
    }

    /// The verdicts on the statements below a path.
    fn below(&mut self, path: &[&str]) -> impl Iterator<Item = &mut Option<Verdict>> {
        let is_below = move |statement: &Statement| {
            path.iter().zip(&statement.path).filter(|(one, other)| one == other).count() == path.len()
        };
        let all = self.statements.list.iter().zip(&mut self.verdicts);
        all.filter(move |(statement, _)| is_below(statement)).map(|(_, verdict)| verdict)
    }

    /// Of several verdicts on a statement the least holds.
    fn judge(&mut self, path: &[&str], verdict: Verdict) {
        let Some(known) = self.statements.at(path).and_then(|at| self.verdicts.get_mut(at)) else {
            self.strays.push(path.join(" / "));
            return;
        };
        if known.as_ref().is_none_or(|known| *known < verdict) {
            *known = Some(verdict);
        }
    }

    /// Whether the agreement has a statement at a path.
    pub fn has(&self, path: &[&str]) -> bool {
        self.statements.at(path).is_some()
    }

    /// Nothing is dropped in silence, not even by a mistake of ours.
    pub(super) fn close(&mut self, exporter: &dyn Exporter) {
        for (statement, verdict) in self.statements.list.iter().zip(&mut self.verdicts) {
            if verdict.is_none() {
                self.forgotten.push(statement.path.join(" / "));
                *verdict = Some(Verdict::Dropped(format!("it has no place in {}", exporter.title())));
            }
        }
    }

    /// What an exporter judged that is not there, and what it should have judged and did not: both empty unless the
    /// exporter has a mistake.
    pub fn mistakes(&self) -> (&[String], &[String]) {
        (&self.strays, &self.forgotten)
    }

    /// The statements with what became of each, in the order of the policy.
    pub fn judged(&self) -> impl Iterator<Item = (&Statement, &Verdict)> {
        let all = self.statements.list.iter().zip(&self.verdicts);
        all.filter_map(|(statement, verdict)| Some((statement, verdict.as_ref()?)))
    }

    /// How many statements are exact, approximated and dropped.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Verdict) -> bool| self.judged().filter(|(_, verdict)| wanted(verdict)).count();
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
            for (statement, verdict) in self.judged() {
                let Some(reason) = wanted(verdict) else { continue };
                match by_reason.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, statements)) => statements.push(statement),
                    None => by_reason.push((reason, vec![statement])),
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
        let report = FitJson {
            target: self.target,
            counts: CountsJson { exact, approximated, dropped },
            statements: self.judged().map(JudgedJson::of).collect(),
        };
        // Texts and numbers alone: there is no case that fails.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }
}

/// The report as `fit.json` has it.
#[derive(Serialize)]
struct FitJson<'a> {
    target: &'a str,
    counts: CountsJson,
    statements: Vec<JudgedJson<'a>>,
}

#[derive(Serialize)]
struct CountsJson {
    exact: usize,
    approximated: usize,
    dropped: usize,
}

#[derive(Serialize)]
struct JudgedJson<'a> {
    path: &'a [String],
    topic: &'a str,
    says: &'a str,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

impl<'a> JudgedJson<'a> {
    fn of((statement, verdict): (&'a Statement, &'a Verdict)) -> Self {
        Self { path: &statement.path, topic: statement.topic.words(), says: &statement.words, verdict }
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
