//! A band that no result can reach.

use crate::check::prelude::*;
use crate::evaluate::tiers::Tiers;

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
    for (rule, level) in banded(agreement) {
        let Some(tiers) = Tiers::of(agreement, rule, level) else { continue };
        for (band, only) in tiers.overlapped() {
            let message = only.map_or_else(
                || "no result lies in this band".to_owned(),
                |figure| format!("only {figure} lies in this band, for another one begins at the same limit"),
            );
            found.at(&band.origin, message, "correct the limit, or take the band out");
        }
    }
}
