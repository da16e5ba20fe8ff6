//! Data that is deleted before it is handed over.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "deleted-before-handover",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "what the customer is owed is gone when it is due",
    page: include_str!("../../../docs/rules/deleted-before-handover.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(exit) = &agreement.exit else { return };
    for deletion in &exit.deletions {
        for hand_over in exit.hand_over.iter().filter(|hand_over| hand_over.party == deletion.party) {
            if let (Some((_, deleted)), Some((handed, _))) = (days(deletion.within), days(hand_over.within))
                && deleted < handed
            {
                found.at(
                    &exit.origin,
                    format!("data is deleted within {} and handed over within {}", deletion.within, hand_over.within),
                    "delete later than you hand over",
                );
            }
        }
    }
}
