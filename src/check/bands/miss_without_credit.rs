//! Misses that no band pays for.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "miss-without-credit",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "between the target and the first band, the provider may miss the level for nothing",
    page: include_str!("../../../docs/rules/miss-without-credit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (rule, level) in banded(agreement) {
        let Some(target) = &level.target else { continue };
        let first = level_bands(rule, target).max_by_key(|band| {
            let limit = measure(&band.limit);
            if is_lower_worse(target) { limit } else { -limit }
        });
        let Some(first) = first else { continue };
        let (goal, limit) = (measure(&target.threshold), measure(&first.limit));
        let gap = if is_lower_worse(target) { limit < goal } else { limit > goal };
        // A table of steps or events may pay for what the bands leave open.
        if gap && rule.steps.is_empty() && rule.lost_time_multiple.is_none() {
            found.at(
                &first.origin,
                format!(
                    "from {} to {}, `{}` is missed and nothing is paid",
                    first.limit.value, target.threshold.value, level.name
                ),
                format!(
                    "add a band `{} {}`",
                    if is_lower_worse(target) { "below" } else { "above" },
                    target.threshold.value
                ),
            );
            found.related(&target.threshold, "the target");
        }
    }
}
