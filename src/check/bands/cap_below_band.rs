//! A cap that the first band already reaches.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "cap-below-band",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "every further band, and every further miss, is worth nothing",
    page: include_str!("../../../docs/rules/cap-below-band.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for rule in credit_rules(agreement) {
        let Some(base) = &rule.base else { continue };
        let least = rule.bands.iter().filter_map(|band| award_share(&band.award)).min_by_key(|share| fraction(*share));
        let (Some(least), true) = (least, rule.bands.len() > 1) else { continue };
        for cap in caps(agreement, rule) {
            let CapAmount::Share { share: limit, of } = &cap.amount else { continue };
            let monthly =
                !matches!(cap.each, Some(Cycle::Each(CycleUnit::Year | CycleUnit::ContractYear) | Cycle::Period));
            if *of == base.value && monthly && fraction(least) >= fraction(*limit) {
                found.at(
                    &cap.origin,
                    format!("the cap of {limit} is reached by the first band already"),
                    "raise the cap above the first band",
                );
                found.related(&rule.origin, "the bands");
            }
        }
    }
}
