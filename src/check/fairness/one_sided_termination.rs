//! A right to terminate that only one party has for the same reason.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "one-sided-termination",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the other party must go on with a partner that broke its promise",
    page: include_str!("../../../docs/rules/one-sided-termination.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let rights = &agreement.period.terminations;
    let has = |who: &Name, like: &TerminationGround| {
        rights.iter().any(|right| {
            let same = std::mem::discriminant(&right.ground) == std::mem::discriminant(like);
            same && (right.who == Who::Either || right.who == Who::Party(who.clone()))
        })
    };
    for right in rights {
        let Who::Party(party) = &right.who else { continue };
        let other = &agreement.other_party(party).name;
        let kept = match right.ground {
            TerminationGround::MaterialBreach { .. } | TerminationGround::Insolvency => has(other, &right.ground),
            // A customer may leave a service; a provider that may drop it leaves the customer without.
            TerminationGround::Convenience { .. } => party == customer(agreement) || has(other, &right.ground),
            TerminationGround::Reason { .. } => true,
        };
        if !kept {
            found.at(&right.origin, format!("only `{party}` has this right"), "write `either party may terminate …`");
        }
    }
}
