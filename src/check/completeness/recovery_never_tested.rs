//! A recovery that is never tested.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "recovery-never-tested",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a backup that nobody has restored is a hope",
    page: include_str!("../../../docs/rules/recovery-never-tested.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for plan in agreement.continuity.iter().filter(|plan| plan.tests.is_none()) {
        found.at(
            &plan.origin,
            "this recovery is never tested",
            format!("write `tested every 12 months with results to {}`", customer(agreement)),
        );
    }
}
