//! Data protection without a time for the notice of a breach.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "data-without-breach-notice",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer has 72 hours to tell its authority and may hear of the breach in a week (GDPR Art. 33)",
    page: include_str!("../../../docs/rules/data-without-breach-notice.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(data) = agreement.data_protection.as_ref().filter(|data| data.breach_notice.is_none()) {
        found.at(
            &data.origin,
            "nothing says how soon a breach of data is notified",
            format!("write `breach notice within 24 hours after {} learns of it`", provider(agreement)),
        );
    }
}
