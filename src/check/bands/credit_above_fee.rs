//! A credit, or a cap, of more than the fee.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credit-above-fee",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "the provider would work for the month and pay for it",
    page: include_str!("../../../docs/rules/credit-above-fee.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let all = fraction(Percent::new(Number::whole(100)));
    for rule in credit_rules(agreement) {
        for band in &rule.bands {
            if award_share(&band.award).is_some_and(|share| fraction(share) > all) {
                found.at(&band.origin, "this credit is more than the fee", "lower it to 100% at most");
            }
        }
        for cap in &rule.caps {
            if cap_share(cap).is_some_and(|share| fraction(share) > all) {
                found.at(&cap.origin, "this cap is more than the fee", "lower it to 100% at most");
            }
        }
    }
    for cap in agreement.penalties.iter().flat_map(|penalties| &penalties.caps) {
        if cap_share(cap).is_some_and(|share| fraction(share) > all) {
            found.at(&cap.origin, "this cap is more than the fee", "lower it to 100% at most");
        }
    }
}
