//! From parsed lines to the typed agreement: names, units, defaults, `extends`.
//!
//! The way: [`load`] reads the chain of specs that extend one another, [`merge`]
//! lays them over each other, [`plan`] says for which plans the agreement is
//! made, [`parameter`] puts their values in place of parameters and drops lines whose condition does not hold, [`index`] collects the names
//! that are declared, and one file a clause makes the model's part of it.

mod clause;
mod context;
mod index;
mod load;
mod merge;
mod parameter;
mod plan;
mod reference;
mod section;
mod slot;
#[cfg(test)]
mod tests;
mod value;

use crate::diagnostic::{self, Diagnostic, Severity};
use crate::model::{Agreement, PlanChoice};
use crate::source::{SourceId, Sources, Span};
use crate::syntax::tree::Line;

pub use load::{LoadError, Loader};

use plan::Plans;

/// What is known beside the spec itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The plan to choose, in place of the one the spec names.
    pub plan: Option<String>,
    /// The house terms that a spec without `extends` extends, as a path below the root.
    pub house: Option<String>,
}

/// What became of a spec.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// The agreement, or one for each plan where the spec has several and none is chosen; none where something in
    /// the spec is wrong.
    pub agreements: Vec<Agreement>,
    /// What is wrong, in the order it was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The statements after all that is inherited was laid below them; each knows its source. Of several plans,
    /// those of all, with their conditions.
    pub lines: Vec<Line>,
}

/// Resolves the spec in `main`, whose text is already in `sources`; what it extends is
/// read through `loader` and added to `sources`.
pub fn resolve(main: SourceId, sources: &mut Sources, loader: &mut dyn Loader, options: &Options) -> Resolution {
    let mut diagnostics = Vec::new();
    let chain = load::chain(main, sources, loader, options.house.as_deref(), &mut diagnostics);
    let broken = has_errors(&diagnostics);
    let merged = merge::merge(chain, &mut diagnostics);
    let plans = Plans::of(&merged, options.plan.as_deref(), &mut diagnostics);
    let mut variants: Vec<Variant> = plans
        .variants()
        .map(|plan| Variant::of(merged.clone(), plan, &plans.choice, (main, sources), broken))
        .collect();
    let found = variants.iter_mut().map(|one| (one.plan.clone(), std::mem::take(&mut one.diagnostics)));
    diagnostics.extend(diagnostic::of_variants(found.collect()));
    let diagnostics = without_echoes(diagnostics, sources);
    let lines = if let [one] = variants.as_mut_slice() { std::mem::take(&mut one.lines) } else { merged };
    let agreements: Option<Vec<Agreement>> = variants.into_iter().map(|one| one.agreement).collect();
    let agreements = agreements.filter(|_| !has_errors(&diagnostics)).unwrap_or_default();
    Resolution { agreements, diagnostics, lines }
}

/// A spec under one of its plans.
struct Variant {
    plan: String,
    agreement: Option<Agreement>,
    diagnostics: Vec<Diagnostic>,
    lines: Vec<Line>,
}

impl Variant {
    fn of(
        merged: Vec<Line>,
        plan: Option<&str>,
        choice: &PlanChoice,
        (main, sources): (SourceId, &Sources),
        broken: bool,
    ) -> Self {
        let mut diagnostics = Vec::new();
        let parameters = parameter::values(&merged, plan, &mut diagnostics);
        let mut lines = parameters.apply(merged, &mut diagnostics);
        if let Some(plan) = plan {
            plan::without_other_services(&mut lines, plan);
        }
        if !broken {
            reference::check(&lines, sources, &mut diagnostics);
        }
        let own = lines.iter().map(Line::span).find(|span| span.source == main);
        let home = own.unwrap_or_else(|| Span::new(main, 0, 0));
        let mut context = context::Context::new(index::Index::of(&lines, &mut diagnostics), home, diagnostics);
        // A broken line is missing from the tree: what else is missing would be reported in vain.
        context.lenient = broken;
        let agreement = section::agreement(&lines, &parameters, choice.clone(), &mut context);
        Self { plan: plan.unwrap_or_default().to_owned(), agreement, diagnostics: context.diagnostics, lines }
    }
}

/// What is wrong, without what only follows from it: a name that a line declares which cannot be read, and what is
/// missing where an unknown name stands.
fn without_echoes(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let line = |finding: &Diagnostic| {
        let span = finding.span?;
        Some((span.source, sources.get(span.source)?.position(span.start as usize).line))
    };
    let of = |rule: &'static str| diagnostics.iter().filter(move |finding| finding.rule == rule);
    let unread: Vec<&str> = of("syntax")
        .filter_map(|finding| {
            let (source, number) = line(finding)?;
            Some(sources.get(source)?.line(number))
        })
        .collect();
    let unknown: Vec<_> = of("unknown-name").map(line).collect();
    let twice: Vec<_> = of("name-twice").map(line).collect();
    let echo = |finding: &Diagnostic| match finding.rule {
        "unknown-name" => {
            let name = finding.span.map_or("", |span| sources.text(span)).to_lowercase();
            unread.iter().any(|line| {
                let line = line.trim().to_lowercase();
                line.ends_with(&format!(" as {name}"))
                    || line.strip_prefix(&name).is_some_and(|rest| rest.starts_with([' ', ':']))
            })
        }
        "said-twice" => twice.contains(&line(finding)),
        "missing-statement" => unknown.contains(&line(finding)),
        _ => false,
    };
    let keep: Vec<bool> = diagnostics.iter().map(|finding| !echo(finding)).collect();
    diagnostics.into_iter().zip(keep).filter_map(|(finding, keep)| keep.then_some(finding)).collect()
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
