//! Downtime that only counts when it lasts longer than the target allows.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "down-after-the-target",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "an outage just below that length never counts, however often it comes",
    page: include_str!("../../../docs/rules/down-after-the-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let (Indicator::Uptime(uptime), Some(target)) = (&level.indicator, &level.target) else { continue };
        let (Quantity::Percent(percent), Cycle::Each(CycleUnit::Month)) =
            (target.threshold.value.clone(), level.judged)
        else {
            continue;
        };
        let (share, whole) = percent.fraction();
        let allowed = 31 * 24 * 3600 * (whole - share) / whole;
        for condition in &uptime.down_when {
            let lasting = match &condition.value {
                DownCondition::ErrorRate { lasting, .. } => Some(*lasting),
                DownCondition::Metric { lasting, .. } | DownCondition::Words { lasting, .. } => *lasting,
                DownCondition::Probes { .. } => None,
            };
            let seconds =
                lasting.and_then(Duration::milliseconds).map_or(0, |milliseconds| i128::from(milliseconds / 1000));
            if share < whole && seconds > allowed {
                found.at(
                    condition,
                    format!("an outage counts only from a length on that {percent} does not allow in a month"),
                    "let shorter outages count",
                );
                found.related(&target.threshold, "the target");
            }
        }
    }
}
