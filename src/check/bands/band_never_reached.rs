//! A band that no result can reach.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "band-never-reached",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the credit is printed and can never be owed",
    page: include_str!("../../../docs/rules/band-never-reached.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let hundred = measure(&Quantity::Percent(Percent::new(Number::whole(100))));
    let zero = measure(&Quantity::Percent(Percent::new(Number::whole(0))));
    for rule in credit_rules(agreement) {
        for band in &rule.bands {
            let Quantity::Percent(_) = band.limit.value else { continue };
            let limit = measure(&band.limit);
            let never = match band.edge {
                BandEdge::Below => limit <= zero,
                BandEdge::AtOrBelow => limit < zero,
                BandEdge::Above => limit >= hundred,
                BandEdge::AtOrAbove => limit > hundred,
            };
            if never {
                found.at(&band.origin, "no result lies in this band", "correct the limit, or take the band out");
            }
        }
    }
}
