//! A share that a single miss breaks at the least volume.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "one-miss-breaks-target",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "with ten answers, one bad one is ten percent",
    page: include_str!("../../../docs/rules/one-miss-breaks-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let (Some(sample), Some(target)) = (&level.minimum_sample, &level.target) else { continue };
        let Quantity::Percent(percent) = target.threshold.value else { continue };
        let (share, whole) = percent.fraction();
        let breaks = i128::from(sample.count) * (whole - share) < whole;
        if breaks && share < whole && matches!(target.comparator, Comparator::AtLeast | Comparator::MoreThan) {
            let needed = whole / (whole - share) + i128::from(whole % (whole - share) != 0);
            found.at(
                &target.threshold,
                format!("with {} {}, one miss is more than {percent} allows", sample.count, sample.of),
                format!("ask for at least {needed} {}, or lower the target", sample.of),
            );
        }
    }
    for request in &agreement.requests {
        let (Some(volume), Some(percent)) = (&request.volume, request.met_by) else { continue };
        let (share, whole) = percent.fraction();
        if share < whole && i128::from(volume.count) * (whole - share) < whole {
            found.at(
                &request.name,
                format!("with {} of these at most, one that is late is more than {percent} allows", volume.count),
                format!("write `met by 100%`, or a share that {} can keep", volume.count),
            );
        }
    }
}
