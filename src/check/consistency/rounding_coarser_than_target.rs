//! Figures that are rounded before they are compared with a finer target.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "rounding-coarser-than-target",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "99.95% rounded to one decimal is 100.0% or 99.9%, and the rounding decides",
    page: include_str!("../../../docs/rules/rounding-coarser-than-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let credits = credits_by_level(agreement);
    for level in &agreement.levels {
        let Some(rounding) = &level.rounding else { continue };
        let finer = |quantity: &Quantity| matches!(quantity, Quantity::Percent(percent) if percent.number().decimals() > u32::from(rounding.decimals));
        let rules = credits.get(&level.name.value).into_iter().flatten();
        let limits = rules.flat_map(|rule| rule.bands.iter().map(|band| &band.limit));
        let target = level.target.iter().map(|target| &target.threshold);
        if let Some(limit) = target.chain(limits).find(|limit| finer(limit)) {
            found.at(
                &level.name,
                format!(
                    "figures are rounded to {} decimal{}, and {} has more",
                    rounding.decimals,
                    plural(rounding.decimals.into()),
                    limit.value
                ),
                "round to more decimals, or not at all",
            );
            found.related(limit, "the finer limit");
        }
    }
}
