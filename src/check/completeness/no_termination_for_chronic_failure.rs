//! Credits, and no way out of a service that fails month after month.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-termination-for-chronic-failure",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the provider may go on missing levels for as long as it can pay for it",
    page: include_str!("../../../docs/rules/no-termination-for-chronic-failure.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(penalties) = &agreement.penalties else { return };
    if !penalties.credits.is_empty() && penalties.chronic.is_empty() && !is_part(agreement) {
        let level = penalties.credits.iter().find_map(|rule| rule.levels.first());
        let level = level.map_or("LEVEL", |level| level.as_str());
        found.at(
            &penalties.origin,
            "the customer may not leave a service that keeps failing",
            format!("write `{} may terminate when {level} is missed in 2 of 3 months`", customer(agreement)),
        );
    }
}
