//! Subcontractors that nobody answers for.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "subcontractors-without-liability",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the provider points at its supplier, with whom the customer has no contract",
    page: include_str!("../../../docs/rules/subcontractors-without-liability.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(others) = agreement.subcontractors.as_ref().filter(|others| others.liable.is_none()) {
        found.at(
            &others.origin,
            "nobody is liable for subcontractors",
            format!("write `{} is liable for them`", provider(agreement)),
        );
    }
}
