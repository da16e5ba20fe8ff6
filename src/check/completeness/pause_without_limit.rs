//! A pause of the clock without an end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "pause-without-limit",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a ticket that waits for an answer may wait for ever, and still keep its target",
    page: include_str!("../../../docs/rules/pause-without-limit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for pause in support_times(agreement).flat_map(|(_, times)| &times.pauses) {
        if matches!(&pause.reason, PauseReason::WaitingFor(party) if party == customer(agreement))
            && pause.at_most.is_none()
        {
            found.at(&pause.origin, "this pause has no longest time", "write `at most 5 days` below it");
        }
    }
}
