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
        let excluded = |name: &Name| {
            level.exclusions.iter().any(|of| matches!(&of.what, Excluded::Maintenance(known) if known == name))
        };
        let counted = agreement.maintenance.iter().filter(|maintenance| {
            let covers = maintenance.services.is_empty()
                || level.services.iter().any(|service| maintenance.services.contains(service));
            covers && !excluded(&maintenance.name.value)
        });
        let monthly = Cycle::Each(CycleUnit::Month);
        let allowances: Vec<(&Maintenance, &Allowance, i128)> = counted
            .flat_map(|maintenance| maintenance.allowances.iter().map(move |allowance| (maintenance, allowance)))
            .filter(|(_, allowance)| allowance.each == monthly && level.judged == monthly)
            .filter_map(|(of, allowance)| Some((of, allowance, i128::from(allowance.at_most.milliseconds()? / 60_000))))
            .collect();
        let total: i128 = allowances.iter().map(|(_, _, minutes)| minutes).sum();
        let Some((maintenance, largest, minutes)) = allowances.iter().max_by_key(|(_, _, minutes)| minutes) else {
            continue;
        };
        if total > allowed {
            let what = if *minutes > allowed {
                format!("{} of maintenance each month is", largest.at_most)
            } else {
                format!("{total} minutes of maintenance each month, all limits together, are")
            };
            found.at(
                &largest.origin,
                format!("{what} more than the {allowed} minutes of downtime that `{}` allows", level.name),
                format!("write `excluding {}` below `{}`, or lower the limit", maintenance.name, level.name),
            );
            found.related(&target.threshold, "the target");
        }
    }
}
