//! An availability of 100%.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "target-of-100",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "one lost second is a miss, and no service runs without one",
    page: include_str!("../../../docs/rules/target-of-100.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let all = fraction(Percent::new(Number::whole(100)));
    let credits = credits_by_level(agreement);
    for level in &agreement.levels {
        let (Indicator::Uptime(uptime), Some(target)) = (&level.indicator, &level.target) else { continue };
        let Quantity::Percent(percent) = target.threshold.value else { continue };
        // Down only after a while, or paid by the time that is lost: that is how 100% can be meant.
        let lasting = uptime.down_when.iter().any(|condition| match &condition.value {
            DownCondition::Words { lasting, .. } | DownCondition::Metric { lasting, .. } => lasting.is_some(),
            DownCondition::ErrorRate { .. } | DownCondition::Probes { .. } => true,
        });
        let by_time = credits.get(&level.name.value).into_iter().flatten().any(|rule| {
            !rule.steps.is_empty()
                || rule.lost_time_multiple.is_some()
                || rule.bands.iter().any(|band| band.figure != BandFigure::Level)
        });
        if fraction(percent) >= all && !lasting && !by_time {
            found.at(
                &target.threshold,
                "this allows no downtime at all",
                "write what can be kept, such as 99.9%, or credit each step of downtime",
            );
        }
    }
}
