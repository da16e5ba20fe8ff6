//! An expected level that is lower than the minimum.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "expected-below-target",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the expectation is met whenever the minimum is",
    page: include_str!("../../../docs/rules/expected-below-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        if let (Some(target), Some(expected)) = (&level.target, &level.expected)
            && target.comparator == expected.comparator
        {
            let (minimum, more) = (measure(&target.threshold), measure(&expected.threshold));
            let upwards = matches!(target.comparator, Comparator::AtLeast | Comparator::MoreThan);
            if more == minimum || (more > minimum) != upwards {
                found.at(
                    &expected.threshold,
                    format!("expected {} asks no more than {}", expected.threshold.value, target.threshold.value),
                    "expect more than the minimum, or leave it out",
                );
                found.related(&target.threshold, "the minimum");
            }
        }
    }
}
