//! What a rule says about itself.

use super::Severity;

/// A rule as `servanda rules` lists it, `servanda explain` prints it and SARIF carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// The name in kebab case, such as `unknown-name`.
    pub name: &'static str,
    /// How much a finding of it weighs unless the configuration says otherwise.
    pub severity: Severity,
    /// One line: what it finds.
    pub summary: &'static str,
    /// The whole page, in Markdown: what it finds, why that hurts, what to write instead.
    pub page: &'static str,
    /// Whether it belongs to the language itself, so that no configuration can silence it.
    pub fixed: bool,
    /// Families it belongs to, such as `syntax` or `money`.
    pub tags: &'static [&'static str],
}
