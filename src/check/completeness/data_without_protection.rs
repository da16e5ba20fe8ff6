//! Data at the end, and nothing about its protection before.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "data-without-protection",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the provider holds the customer's data and promises nothing about it",
    page: include_str!("../../../docs/rules/data-without-protection.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.data_protection.is_none() && !is_part(agreement) {
        let deleted = agreement
            .exit
            .iter()
            .flat_map(|exit| &exit.deletions)
            .any(|deletion| says(deletion.what.as_str(), &["data"]));
        if let Some(exit) = agreement.exit.as_ref().filter(|_| deleted) {
            found.at(&exit.origin, "data is held, and nothing protects it", "add a section `data protection`");
        }
    }
}
