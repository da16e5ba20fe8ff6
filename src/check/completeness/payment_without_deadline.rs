//! A payment of credits without a deadline.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "payment-without-deadline",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the credit is owed, and never due",
    page: include_str!("../../../docs/rules/payment-without-deadline.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(payment) = agreement.penalties.as_ref().and_then(|penalties| penalties.payment.as_ref()) else { return };
    if payment.within.is_none() && payment.way != PaymentWay::NextInvoice {
        found.at(&payment.origin, "this payment has no deadline", "write `within 30 days after the claim` after it");
    }
}
