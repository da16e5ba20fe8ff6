//! Two targets for the availability of one service.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "two-targets-for-one-service",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "each side reads the one that suits it",
    page: include_str!("../../../docs/rules/two-targets-for-one-service.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let uptimes: Vec<&Level> =
        agreement.levels.iter().filter(|level| matches!(level.indicator, Indicator::Uptime(_))).collect();
    for (at, level) in uptimes.iter().enumerate() {
        for other in &uptimes[..at] {
            let (Indicator::Uptime(one), Indicator::Uptime(two)) = (&level.indicator, &other.indicator) else {
                continue;
            };
            let same_services = level.services.iter().map(|of| &of.value).eq(other.services.iter().map(|of| &of.value));
            let same_measure =
                one.during == two.during && level.judged == other.judged && one.down_when == two.down_when;
            let targets = level.target.as_ref().zip(other.target.as_ref());
            if let Some((target, first)) = targets.filter(|(target, first)| {
                same_services && same_measure && target.threshold.value != first.threshold.value
            }) {
                found.at(
                    &target.threshold,
                    format!("`{}` and `{}` promise different availability of the same service", level.name, other.name),
                    "keep one of them, or say what is different",
                );
                found.related(&first.threshold, "the other target");
            }
        }
    }
}
