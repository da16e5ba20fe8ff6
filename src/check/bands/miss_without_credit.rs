//! Misses that no band pays for.

use crate::check::prelude::*;
use crate::evaluate::tiers::Tiers;

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
        // Steps along another figure, and lost time, may pay for what the bands leave open.
        let along = |step: &StepCredit| matches!(step.from, StepFrom::Below(_) | StepFrom::Above(_));
        if rule.lost_time_multiple.is_some() || !rule.steps.iter().all(along) {
            continue;
        }
        let (Some(target), Some(tiers)) = (&level.target, Tiers::of(agreement, rule, level)) else { continue };
        let Some(figure) = tiers.gap() else { continue };
        let first = level_bands(rule, target).max_by_key(|band| {
            let limit = measure(&band.limit);
            if is_lower_worse(target) { limit } else { -limit }
        });
        let range = first.map_or_else(String::new, |band| {
            let (limit, target_value) = (&band.limit.value, &target.threshold.value);
            let (least, most) = if is_lower_worse(target) { (limit, target_value) } else { (target_value, limit) };
            format!("from {least} to {most}, such as ")
        });
        found.at(
            &first.map_or(rule.origin, |band| band.origin),
            format!("{range}at {figure}, `{}` is missed and nothing is paid", level.name),
            format!(
                "add a band `{} {}`",
                if is_lower_worse(target) { "below" } else { "above" },
                target.threshold.value
            ),
        );
        found.related(&target.threshold, "the target");
    }
}
