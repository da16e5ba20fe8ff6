//! A worse result that pays no more than a better one.

use crate::check::prelude::*;
use crate::evaluate::tiers::Tiers;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "bands-out-of-order",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "once the first band is reached, failing further costs the provider nothing, or less",
    page: include_str!("../../../docs/rules/bands-out-of-order.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (rule, level) in banded(agreement) {
        if let Some(tiers) = Tiers::of(agreement, rule, level)
            && let Some((better, worse)) = tiers.not_monotone()
        {
            let origin = tiers.band(&worse).map_or(rule.origin, |band| band.origin);
            found.at(
                &origin,
                format!("{worse} gives less than {better}, which is the better result"),
                "let each band pay more than the one above it",
            );
            if let Some(band) = tiers.band(&better) {
                found.related(&band.origin, "the better result");
            }
        }
    }
    // A worse result that pays the same is a row without a meaning.
    for rule in credit_rules(agreement) {
        for one in &rule.bands {
            let next = rule.bands.iter().filter(|worse| worse.figure == one.figure && further(one, worse));
            for worse in next.filter(|worse| worse.award == one.award) {
                found.at(
                    &worse.origin,
                    format!("this is worse than {}, and does not pay more", one.limit.value),
                    "let each band pay more than the one above it",
                );
                found.related(&one.origin, "the better result");
            }
        }
    }
}
