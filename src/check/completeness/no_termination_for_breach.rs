//! No right to end the agreement for a material breach.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-termination-for-breach",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a party stays bound to another that breaks its promises, or must argue the right from the law",
    page: include_str!("../../../docs/rules/no-termination-for-breach.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let rights = &agreement.period.terminations;
    let breach = |right: &TerminationRight| matches!(right.ground, TerminationGround::MaterialBreach { .. });
    if !rights.iter().any(breach) && !is_part(agreement) {
        found.at(
            &agreement.period.origin,
            "nobody may terminate for a material breach",
            "write `either party may terminate for material breach not cured within 30 days after notice`",
        );
    }
}
