//! A band that the cap does not let pay.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "band-above-cap",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer reads a credit that it never gets",
    page: include_str!("../../../docs/rules/band-above-cap.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for rule in credit_rules(agreement) {
        let Some(base) = &rule.base else { continue };
        for band in &rule.bands {
            let Some(share) = award_share(&band.award) else { continue };
            for cap in caps(agreement, rule) {
                let CapAmount::Share { share: limit, of } = &cap.amount else { continue };
                let monthly =
                    !matches!(cap.each, Some(Cycle::Each(CycleUnit::Year | CycleUnit::ContractYear) | Cycle::Period));
                if *of == base.value && monthly && fraction(share) > fraction(*limit) {
                    found.at(
                        &band.origin,
                        format!("this pays {share}, and the cap is {limit}"),
                        "raise the cap, or lower the band",
                    );
                    found.related(&cap.origin, "the cap");
                }
            }
        }
    }
}
