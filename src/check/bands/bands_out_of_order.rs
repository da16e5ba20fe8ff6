//! A worse result that pays no more than a better one.

use crate::check::prelude::*;

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
    for rule in credit_rules(agreement) {
        for one in &rule.bands {
            for worse in rule.bands.iter().filter(|worse| worse.figure == one.figure && further(one, worse)) {
                let fewer = match (&one.award, &worse.award) {
                    (Award::Share(better), Award::Share(share)) => fraction(*share) <= fraction(*better),
                    (Award::Amount(better), Award::Amount(amount)) => {
                        amount.currency == better.currency && amount.minor <= better.minor
                    }
                    (Award::Points(better), Award::Points(points)) => {
                        measure(&Quantity::Number(*points)) <= measure(&Quantity::Number(*better))
                    }
                    _ => false,
                };
                if fewer {
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
}
