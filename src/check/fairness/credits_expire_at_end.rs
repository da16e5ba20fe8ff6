//! Credits that are lost when the agreement ends.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credits-expire-at-end",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the last month may fail for nothing",
    page: include_str!("../../../docs/rules/credits-expire-at-end.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(payment) = agreement.penalties.as_ref().and_then(|penalties| penalties.payment.as_ref())
        && matches!(payment.expires, Some(Expiry::AtEnd))
        && !payment.unused_paid_at_end
    {
        found.at(&payment.origin, "credits of the last months are lost", "write `unused credits are paid at the end`");
    }
}
