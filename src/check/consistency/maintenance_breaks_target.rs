//! Maintenance that counts as downtime and exceeds what the target allows.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "maintenance-breaks-target",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "the provider misses the target by the maintenance that the agreement permits",
    page: include_str!("../../../docs/rules/maintenance-breaks-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let (Indicator::Uptime(_), Some(target)) = (&level.indicator, &level.target) else { continue };
        let Quantity::Percent(percent) = target.threshold.value else { continue };
        let (share, whole) = percent.fraction();
        let allowed = 31 * 24 * 60 * (whole - share) / whole;
        for maintenance in &agreement.maintenance {
            let excluded = |exclusion: &Exclusion| matches!(&exclusion.what, Excluded::Maintenance(name) if *name == maintenance.name.value);
            let covers = maintenance.services.is_empty()
                || level.services.iter().any(|service| maintenance.services.contains(service));
            if !covers || level.exclusions.iter().any(excluded) {
                continue;
            }
            for allowance in &maintenance.allowances {
                let minutes =
                    allowance.at_most.milliseconds().map_or(0, |milliseconds| i128::from(milliseconds / 60_000));
                if allowance.each == Cycle::Each(CycleUnit::Month)
                    && level.judged == Cycle::Each(CycleUnit::Month)
                    && minutes > allowed
                {
                    found.at(&allowance.origin, format!("{} of maintenance each month is more than the {allowed} minutes of downtime that `{}` allows", allowance.at_most, level.name), format!("write `excluding {}` below `{}`, or lower the limit", maintenance.name, level.name));
                    found.related(&target.threshold, "the target");
                }
            }
        }
    }
}
