//! Clocks that wait for the customer, and no duty of the customer.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-customer-duties",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "the provider needs answers, access and contacts, and nothing says that it may expect them",
    page: include_str!("../../../docs/rules/no-customer-duties.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let waits = support_times(agreement)
        .flat_map(|(_, times)| &times.pauses)
        .any(|pause| matches!(&pause.reason, PauseReason::WaitingFor(party) if party == customer(agreement)));
    let owed = agreement.obligations.iter().any(|duty| duty.party == *customer(agreement));
    if waits && !owed && !is_part(agreement) {
        found.at(
            head(agreement),
            format!("`{}` has no duties, yet clocks wait for it", customer(agreement)),
            format!(
                "add a section `obligations of {}` with `must \"name two contacts\" before the start`",
                customer(agreement)
            ),
        );
    }
}
