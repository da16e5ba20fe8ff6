//! Fees that may rise without a limit.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "fee-rise-without-limit",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "an index may double the fee within the term",
    page: include_str!("../../../docs/rules/fee-rise-without-limit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(fees) =
        agreement.changes.as_ref().and_then(|changes| changes.fees.as_ref()).filter(|fees| fees.at_most.is_none())
    {
        found.at(&fees.origin, "fees may rise without a limit", "write `at most 3%` after `each year`");
    }
}
