//! Credits, and nothing about how they are paid.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-payment-rule",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a credit that no invoice shows is not paid",
    page: include_str!("../../../docs/rules/no-payment-rule.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(penalties) = &agreement.penalties
        && !penalties.credits.is_empty()
        && penalties.payment.is_none()
    {
        found.at(
            &penalties.origin,
            "nothing says how credits are paid",
            "write `pay by next invoice within 30 days after the claim`",
        );
    }
}
