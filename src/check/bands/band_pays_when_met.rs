//! A band that pays where the target is met.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "band-pays-when-met",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "the provider keeps its promise and pays all the same",
    page: include_str!("../../../docs/rules/band-pays-when-met.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (rule, level) in banded(agreement) {
        // Missing what is expected may be a miss, too.
        let targets = level.target.iter().chain(&level.expected);
        let strict = targets.max_by_key(|target| {
            let goal = measure(&target.threshold);
            if is_lower_worse(target) { goal } else { -goal }
        });
        let Some(target) = strict else { continue };
        let goal = measure(&target.threshold);
        for band in level_bands(rule, target) {
            let limit = measure(&band.limit);
            let pays = match (target.comparator, band.edge) {
                (Comparator::AtLeast, BandEdge::Below) | (Comparator::MoreThan, BandEdge::AtOrBelow) => limit > goal,
                (Comparator::AtLeast, BandEdge::AtOrBelow) => limit >= goal,
                (Comparator::AtMost, BandEdge::Above) | (Comparator::LessThan, BandEdge::AtOrAbove) => limit < goal,
                (Comparator::AtMost, BandEdge::AtOrAbove) => limit <= goal,
                _ => false,
            };
            if pays {
                found.at(
                    &band.origin,
                    format!(
                        "this pays a credit at {}, where `{}` is met",
                        if limit == goal { &target.threshold.value } else { &band.limit.value },
                        level.name
                    ),
                    "start the first band where the target is missed",
                );
                found.related(&target.threshold, "the target");
            }
        }
    }
}
