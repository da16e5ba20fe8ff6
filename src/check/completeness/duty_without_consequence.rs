//! A duty of the customer that changes nothing when it is missed.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "duty-without-consequence",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "the provider's clock runs on while it waits for what the customer owes",
    page: include_str!("../../../docs/rules/duty-without-consequence.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for duty in agreement.obligations.iter().filter(|duty| duty.party == *customer(agreement)) {
        if duty.consequences.is_empty() && matches!(duty.deadline, Some(Deadline::Within { .. })) {
            found.at(
                &duty.duty,
                "missing this duty changes nothing",
                "write `the clock of that Ticket pauses while missed`, or `no consequence`, below it",
            );
        }
    }
}
