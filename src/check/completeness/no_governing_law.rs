//! No governing law.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-governing-law",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "each side reads the agreement by its own law",
    page: include_str!("../../../docs/rules/no-governing-law.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(disputes) = &agreement.disputes
        && disputes.governing_law.is_none()
        && !is_part(agreement)
    {
        found.at(&disputes.origin, "nothing says which law governs", "add `governing law \"Germany\"`");
    }
}
