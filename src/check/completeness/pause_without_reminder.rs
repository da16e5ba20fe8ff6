//! A pause of the clock that nobody is told of.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "pause-without-reminder",
    severity: Severity::Note,
    hurts: Hurts::Customer,
    why: "the clock stops because of a question that the customer never saw",
    page: include_str!("../../../docs/rules/pause-without-reminder.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for pause in support_times(agreement).flat_map(|(_, times)| &times.pauses) {
        if matches!(&pause.reason, PauseReason::WaitingFor(party) if party == customer(agreement))
            && pause.reminder.is_none()
        {
            found.at(&pause.origin, "the clock pauses without a reminder", "write `after a reminder` below it");
        }
    }
}
