//! The verdict on an agreement: what it forgets, contradicts, cannot keep, or takes from one side only.
//!
//! A rule is one file in the folder of its family, with a page in `docs/rules/` and a case in
//! `tests/cases/check/`; its family's `mod.rs` lists it.

mod allow;
mod bands;
mod clarity;
mod closed;
mod completeness;
mod consistency;
mod fairness;
mod feasibility;
mod look;
mod prelude;
pub mod profile;
mod subject;
mod texts;
mod time;
mod week;

pub use allow::allowed;
pub use subject::{Subject, subjects};

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Agreement;
use crate::source::Span;

/// A rule about agreements.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name in kebab case.
    pub name: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Whose risk it is.
    pub hurts: Hurts,
    /// Why it matters to them: one line, lower case, no full stop.
    pub why: &'static str,
    /// The page in `docs/rules/`.
    pub page: &'static str,
    find: fn(&Agreement, &mut Found),
}

/// Whose risk a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hurts {
    /// The customer's.
    Customer,
    /// The provider's.
    Provider,
    /// Both parties'.
    Both,
}

impl Hurts {
    /// The word for it in lists: `customer`, `provider`, `both`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Provider => "provider",
            Self::Both => "both",
        }
    }
}

/// The families with their rules.
pub const FAMILIES: [(&str, &[Rule]); 6] = [
    ("completeness", completeness::RULES),
    ("consistency", consistency::RULES),
    ("bands", bands::RULES),
    ("feasibility", feasibility::RULES),
    ("fairness", fairness::RULES),
    ("clarity", clarity::RULES),
];

/// What the rules find in an agreement, in the order of the spec.
pub fn check(agreement: &Agreement) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for rule in FAMILIES.iter().flat_map(|(_, rules)| *rules) {
        let mut found = Found { rule: *rule, diagnostics: Vec::new() };
        (rule.find)(agreement, &mut found);
        diagnostics.extend(found.diagnostics);
    }
    diagnostics.sort_by_key(|finding| finding.span);
    diagnostics
}

/// The words of the author in an agreement that say something about it, with single spaces.
pub fn prose(agreement: &Agreement) -> std::collections::BTreeSet<String> {
    let single = |text: texts::Words| text.words.split_whitespace().collect::<Vec<_>>().join(" ");
    texts::texts(agreement).into_iter().map(single).collect()
}

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    FAMILIES.iter().flat_map(|(_, rules)| rules.iter()).find(|rule| rule.name == name)
}

/// What a rule found.
struct Found {
    rule: Rule,
    diagnostics: Vec<Diagnostic>,
}

impl Found {
    /// Adds a finding: where, what is wrong, what to write instead.
    fn at(&mut self, place: impl Into<Place>, message: impl Into<String>, help: impl Into<String>) {
        let mut finding = Diagnostic::new(self.rule.name, self.rule.severity, Some(place.into().0), message).help(help);
        finding.why = Some(self.rule.why);
        self.diagnostics.push(finding);
    }

    /// Adds a further place to the last finding.
    fn related(&mut self, place: impl Into<Place>, message: impl Into<String>) {
        if let Some(last) = self.diagnostics.pop() {
            self.diagnostics.push(last.related(place.into().0, message));
        }
    }
}

/// Where something stands.
struct Place(Span);

impl From<&crate::model::Origin> for Place {
    fn from(origin: &crate::model::Origin) -> Self {
        Self(origin.0)
    }
}

impl<T> From<&crate::model::At<T>> for Place {
    fn from(at: &crate::model::At<T>) -> Self {
        Self(at.span())
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self(span)
    }
}
