//! A change that one party makes alone, and the other must bear.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "one-sided-change",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "what was agreed is what the provider says it is",
    page: include_str!("../../../docs/rules/one-sided-change.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for change in agreement.changes.iter().flat_map(|changes| &changes.by_notice) {
        if change.party == *provider(agreement) && change.may_leave.is_none() {
            found.at(
                &change.origin,
                format!("`{}` may change this, and `{}` may not leave", change.party, customer(agreement)),
                format!("write `and {} may terminate` at its end", customer(agreement)),
            );
        }
    }
}
