//! Two targets for the availability of one service.

use std::collections::BTreeMap;

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
    let mut known: BTreeMap<Vec<&Name>, Vec<(&Level, &Uptime, &Target)>> = BTreeMap::new();
    for level in &agreement.levels {
        let (Indicator::Uptime(uptime), Some(target)) = (&level.indicator, &level.target) else { continue };
        let before = known.entry(level.services.iter().map(|of| &of.value).collect()).or_default();
        for (other, same, first) in before.iter() {
            let same_measure =
                uptime.during == same.during && level.judged == other.judged && uptime.down_when == same.down_when;
            if same_measure && target.threshold.value != first.threshold.value {
                found.at(
                    &target.threshold,
                    format!("`{}` and `{}` promise different availability of the same service", level.name, other.name),
                    "keep one of them, or say what is different",
                );
                found.related(&first.threshold, "the other target");
            }
        }
        before.push((level, uptime, target));
    }
}
