//! A duty without a deadline that stops the provider's clock.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "open-duty-stops-clock",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "nobody can say when the customer is late, so the clock may be stopped at any time",
    page: include_str!("../../../docs/rules/open-duty-stops-clock.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for duty in agreement.obligations.iter().filter(|duty| duty.party == *customer(agreement)) {
        let stops = |consequence: &MissedDuty| matches!(consequence, MissedDuty::ClockPauses { .. });
        if duty.deadline.is_none() && duty.consequences.iter().any(stops) {
            found.at(
                &duty.duty,
                "this duty stops the clock and has no deadline",
                "write `within 30 minutes after each question` after it",
            );
        }
    }
}
