//! A level whose miss has no consequence, and no `no credits`.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "level-without-remedy",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a level that costs nothing to miss is a wish; say so, or give it a remedy",
    page: include_str!("../../../docs/rules/level-without-remedy.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let none = agreement.penalties.as_ref().is_some_and(|penalties| penalties.no_credits);
    let remedied = with_consequence(agreement);
    for level in &agreement.levels {
        if !level.no_credits && !none && !remedied.contains(&level.name.value) {
            found.at(
                &level.name,
                format!("missing `{}` has no consequence", level.name),
                format!("add `credits for {}` to `penalties`, or write `no credits` below the level", level.name),
            );
        }
    }
}
