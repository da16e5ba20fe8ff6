//! Credits as the only remedy, and no credits.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "sole-remedy-without-remedy",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer gives up its rights and gets nothing for them",
    page: include_str!("../../../docs/rules/sole-remedy-without-remedy.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(penalties) = &agreement.penalties else { return };
    let Some(sole) = &penalties.sole_remedy else { return };
    let nothing = penalties.credits.is_empty() && penalties.at_risk.is_none() && penalties.several_missed.is_empty();
    if nothing {
        found.at(
            &sole.origin,
            "credits are the only remedy, and there are none",
            "give credits for the levels, or take this statement out",
        );
    }
}
