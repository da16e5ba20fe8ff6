//! Fees that change without a notice.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "fee-rise-without-notice",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer learns of a new fee from the invoice",
    page: include_str!("../../../docs/rules/fee-rise-without-notice.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(fees) =
        agreement.changes.as_ref().and_then(|changes| changes.fees.as_ref()).filter(|fees| fees.notice.is_none())
    {
        found.at(&fees.origin, "fees change without a notice", "write `with 90 days notice` at its end");
    }
}
