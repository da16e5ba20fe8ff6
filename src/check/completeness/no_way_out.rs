//! An agreement without an end that nobody may end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-way-out",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "it lasts until somebody ends it, and nobody has a right to",
    page: include_str!("../../../docs/rules/no-way-out.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let period = &agreement.period;
    let free = |right: &TerminationRight| matches!(right.ground, TerminationGround::Convenience { .. });
    if matches!(period.length.value, Length::UntilTerminated) && !period.terminations.iter().any(free) {
        found.at(
            &period.length,
            "this lasts until terminated, and nobody may terminate with a notice",
            "write `either party may terminate with 90 days notice`",
        );
    }
}
