//! A right to terminate for failures without a last day.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "chronic-without-last-day",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "two bad months in the first year may end the agreement in the third",
    page: include_str!("../../../docs/rules/chronic-without-last-day.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for right in agreement.penalties.iter().flat_map(|penalties| &penalties.chronic) {
        if right.within.is_none() && !is_part(agreement) {
            found.at(&right.origin, "this right never ends", "write `within 60 days after the last report` below it");
        }
    }
}
