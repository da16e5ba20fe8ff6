//! Credits that a disputed invoice stops.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "standing-catches-disputed",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "whoever disputes an invoice in good faith loses its credits",
    page: include_str!("../../../docs/rules/standing-catches-disputed.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(standing) = agreement.penalties.as_ref().and_then(|penalties| penalties.good_standing.as_ref())
        && !standing.undisputed_only
    {
        found.at(
            &standing.origin,
            "a disputed invoice stops the credits",
            "write `only while no undisputed invoice is overdue`",
        );
    }
}
