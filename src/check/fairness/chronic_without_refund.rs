//! A right to terminate for failures without a refund.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "chronic-without-refund",
    severity: Severity::Note,
    hurts: Hurts::Customer,
    why: "the customer has paid the year and leaves in March",
    page: include_str!("../../../docs/rules/chronic-without-refund.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for right in agreement.penalties.iter().flat_map(|penalties| &penalties.chronic) {
        let prepaid = agreement.services.iter().flat_map(|service| &service.fees).any(|fee| {
            !matches!(
                fee,
                Fee::Amount { per: FeeUnit::Month | FeeUnit::BillingMonth | FeeUnit::UserMonth | FeeUnit::Once, .. }
            )
        });
        if prepaid && !right.refund && !is_part(agreement) {
            found.at(
                &right.origin,
                "fees paid for the time after are not refunded",
                "write `with a pro rata refund of prepaid fees` below it",
            );
        }
    }
}
