//! A new fee that is announced when it is too late to leave.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "price-notice-after-deadline",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the term renews, and only then does the customer learn of the new fee",
    page: include_str!("../../../docs/rules/price-notice-after-deadline.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let stop = agreement.period.renewal.as_ref().and_then(|renewal| renewal.unless.as_ref());
    let fees = agreement.changes.as_ref().and_then(|changes| changes.fees.as_ref());
    if let (Some(stop), Some(fees)) = (stop, fees)
        && let Some(notice) = fees.notice
        && let (Some((_, price)), Some((leave, _))) = (days(notice), days(stop.notice))
        && price < leave
    {
        found.at(
            &fees.origin,
            format!("the fee is announced {notice} before, and leaving needs {} notice", stop.notice),
            "announce the fee earlier than the term can be left",
        );
        if let Some(renewal) = &agreement.period.renewal {
            found.related(&renewal.origin, "the notice that ends it");
        }
    }
}
