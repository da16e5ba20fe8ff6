//! Arbitration without a seat.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "arbitration-without-seat",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the seat decides which courts may set an award aside, and under which law it stands",
    page: include_str!("../../../docs/rules/arbitration-without-seat.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for step in agreement.disputes.iter().flat_map(|disputes| &disputes.steps) {
        if matches!(step.kind, DisputeKind::Arbitrate { .. }) && step.seat.is_none() {
            found.at(&step.origin, "this arbitration has no seat", "write `seat \"Berlin\"` below it");
        }
    }
}
