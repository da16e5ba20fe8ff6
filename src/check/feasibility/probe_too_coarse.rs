//! Probes that are rarer than the downtime that the target allows.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "probe-too-coarse",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "one failed probe breaks the target, and a long outage between two probes breaks nothing",
    page: include_str!("../../../docs/rules/probe-too-coarse.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let (Indicator::Uptime(_), Some(target)) = (&level.indicator, &level.target) else { continue };
        let Some(Method::Probes { every, .. }) = level.measurement.as_ref().and_then(|by| by.method.as_ref()) else {
            continue;
        };
        let (Quantity::Percent(percent), Cycle::Each(CycleUnit::Month)) =
            (target.threshold.value.clone(), level.judged)
        else {
            continue;
        };
        let (share, whole) = percent.fraction();
        let allowed = 30 * 24 * 3600 * (whole - share) / whole;
        let seconds = every.milliseconds().map_or(0, |milliseconds| i128::from(milliseconds / 1000));
        if share < whole && seconds > allowed {
            found.at(
                &level.name,
                format!(
                    "a probe every {every} cannot tell {percent}, which allows {} of downtime in 30 days",
                    crate::evaluate::InWords(i64::try_from(allowed).unwrap_or(0))
                ),
                "probe more often: every minute, for example",
            );
            found.related(&target.threshold, "the target");
        }
    }
}
