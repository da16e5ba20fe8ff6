//! What a program does with a spec, each in one call: the command line, and later editors, stand on it.

mod build;
mod clauses;
mod coverage;
mod downtime;
mod export;
mod exposure;
mod lint;
mod origin;
mod prose;
mod sides;

pub use self::export::{export_names, read_policy};
pub use self::lint::{import, import_packed, lint, lint_packed};

pub use self::coverage::{Coverage, ProseStatement, SectionCoverage};
pub use self::exposure::Exposure;
pub use self::sides::Sides;

use std::collections::BTreeMap;

use crate::check::{self, Hurts};
use crate::config::{Side, Weight};
use crate::diagnostic::{Diagnostic, Report, Severity, of_variants};
use crate::evaluate::{WrongExample, wrong_examples};
use crate::model::{Agreement, At};
use crate::policy::{self, Policy};
use crate::resolve::{self, Loader};
use crate::source::{Source, Sources};
use crate::syntax::tree::Line;

/// What a spec is examined with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The plan to choose, in place of the one the spec names.
    pub plan: Option<String>,
    /// The house terms that a spec without `extends` extends, as a path below the root.
    pub house: Option<String>,
    /// The side whose risks are reported; both where there is none.
    pub side: Option<Side>,
    /// How much findings of a rule weigh, where it is not the rule's own severity.
    pub weights: BTreeMap<String, Weight>,
}

/// A spec with what it means and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Spec {
    /// All findings, with the sources they lie in.
    pub report: Report,
    policy: Option<Policy>,
    lines: Vec<Line>,
}

/// Parses, resolves and checks a spec; what it extends is read through `loader`.
pub fn examine(source: Source, loader: &mut dyn Loader, options: &Options) -> Spec {
    let mut sources = Sources::default();
    let main = sources.add(source);
    let resolved = resolve::Options { plan: options.plan.clone(), house: options.house.clone() };
    let resolution = resolve::resolve(main, &mut sources, loader, &resolved);
    let mut diagnostics = resolution.diagnostics;
    let policy =
        resolution.agreements.split_first().and_then(|(first, others)| match Policy::of_plans(first, others) {
            Ok(policy) => Some(policy),
            Err(unknown) => {
                diagnostics.push(holidays_unknown(first, &unknown.region, unknown.to_string()));
                None
            }
        });
    if let Some(policy) = &policy {
        let verdicts = policy.agreements().map(|agreement| {
            let plan = agreement.plan.as_ref().map(ToString::to_string).unwrap_or_default();
            let mut verdict = check::check(agreement);
            side_with(options.side, &mut verdict);
            let examples = wrong_examples(agreement).into_iter().map(wrong_example);
            (plan, examples.chain(verdict).collect())
        });
        diagnostics.extend(of_variants(verdicts.collect()));
        // The prose of a spec is the same in each plan.
        diagnostics.extend(prose::vague(&policy.agreement, &resolution.lines, &sources));
        // What a spec that means nothing yet allows is not known.
        check::allowed(&sources, main, &mut diagnostics, crate::rules());
    }
    weigh(&mut diagnostics, &options.weights);
    Spec { report: Report { sources, main, diagnostics }, policy, lines: resolution.lines }
}

/// The agreement reaches past the years whose public holidays are known.
fn holidays_unknown(agreement: &Agreement, region: &str, message: String) -> Diagnostic {
    let mut regions = agreement.calendars.iter().flat_map(|calendar| &calendar.holidays);
    let named = regions.find(|named| named.as_str() == region);
    let span = named.map_or(agreement.period.origin.0, At::span);
    Diagnostic::error("unknown-holidays", span, message)
        .help("shorten the first term: each renewal gets its own list of holidays")
}

/// An example whose result is not what the statements above it give.
fn wrong_example(wrong: WrongExample) -> Diagnostic {
    match wrong.gives {
        Some(gives) => Diagnostic::error("wrong-example", wrong.span, format!("this gives {}", gives.join(", ")))
            .help("correct the result, or the statement that it is an example of"),
        None => Diagnostic::error("wrong-example", wrong.span, "this cannot be computed from the statements above it")
            .help(
                "give one figure for each period in a row, such as 99.5%; for a metric, one for each thing it counts",
            ),
    }
}

/// What is only the other side's risk becomes a note.
fn side_with(side: Option<Side>, findings: &mut [Diagnostic]) {
    for finding in findings {
        let hurts = check::rule(finding.rule).map(|rule| rule.hurts);
        let theirs = match side {
            Some(Side::Provider) => hurts == Some(Hurts::Customer),
            Some(Side::Customer) => hurts == Some(Hurts::Provider),
            None => false,
        };
        if theirs {
            finding.severity = Severity::Note;
        }
    }
}

/// Gives findings the weight that is configured for their rules; what belongs to the language keeps its own.
fn weigh(diagnostics: &mut Vec<Diagnostic>, weights: &BTreeMap<String, Weight>) {
    let rules = crate::rules();
    diagnostics.retain_mut(|finding| {
        let fixed = rules.iter().any(|rule| rule.name == finding.rule && rule.fixed);
        let Some(weight) = weights.get(finding.rule).filter(|_| !fixed) else { return true };
        finding.severity = weight.severity().unwrap_or(finding.severity);
        *weight != Weight::Off
    });
}

/// The one layout of a spec; a report where the spec cannot be read.
pub fn format(source: Source) -> Result<String, Report> {
    crate::syntax::format(source.text()).map_err(|diagnostics| {
        let mut sources = Sources::default();
        let main = sources.add(source);
        Report { sources, main, diagnostics }
    })
}

/// The JSON Schema of the policy.
pub fn policy_schema() -> String {
    policy::schema()
}

impl Spec {
    /// What the spec means; none where an error leaves that open. Of several plans, what it means under the first.
    pub fn agreement(&self) -> Option<&Agreement> {
        self.agreements().next()
    }

    /// What the spec means under each of its plans; one agreement where it has none or one is chosen.
    pub fn agreements(&self) -> impl Iterator<Item = &Agreement> {
        let policy = self.policy.iter().filter(|_| !self.has_errors());
        policy.flat_map(Policy::agreements)
    }

    /// The policy, for the tools that track the agreement; none where an error leaves open what it is.
    pub fn policy(&self) -> Option<&Policy> {
        self.policy.as_ref().filter(|_| !self.has_errors())
    }

    /// Whether a finding keeps the agreement from being built.
    pub fn has_errors(&self) -> bool {
        self.report.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
    }
}
