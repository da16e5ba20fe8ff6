//! Excluded time that counts as available.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "excluded-time-as-up",
    severity: Severity::Note,
    hurts: Hurts::Customer,
    why: "the more maintenance there is, the better the figure",
    page: include_str!("../../../docs/rules/excluded-time-as-up.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        if level.excluded_time == ExcludedTime::Up && !level.exclusions.is_empty() {
            found.at(
                &level.name,
                format!("what is excluded from `{}` raises its figure", level.name),
                "take `excluded time counts as up` out: then it leaves both sides of the fraction",
            );
        }
    }
}
