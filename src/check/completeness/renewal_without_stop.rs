//! A renewal that nobody can stop.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "renewal-without-stop",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the term has an end that never comes",
    page: include_str!("../../../docs/rules/renewal-without-stop.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let free = |right: &TerminationRight| matches!(right.ground, TerminationGround::Convenience { .. });
    if let Some(renewal) = agreement.period.renewal.as_ref().filter(|renewal| renewal.unless.is_none())
        && !agreement.period.terminations.iter().any(free)
    {
        found.at(
            &renewal.origin,
            "this renews again and again, and nobody may stop it",
            "write `unless either party gives 60 days notice` at its end",
        );
    }
}
