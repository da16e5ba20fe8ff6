//! Credits for late tickets, and no rule for reopened ones.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "reopened-tickets-unsaid",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "closing a ticket and opening it again would give the provider a new clock",
    page: include_str!("../../../docs/rules/reopened-tickets-unsaid.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (level, times) in support_times(agreement) {
        let credited = credit_rules(agreement).iter().any(|rule| {
            let late = rule.events.iter().any(|event| event.missed == Missed::Time(TimeMeasure::Resolution));
            late && rule.levels.iter().any(|of| of.value == level.name.value)
        });
        if credited && times.reopened.is_none() {
            found.at(
                &level.name,
                "nothing says what a reopened ticket does to the clock",
                "write `a reopened Ticket keeps the time already used within 14 days` below the level",
            );
        }
    }
}
