//! Nothing says what outlives the agreement.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-survival",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "whether the cap, the secrets and the way to end a dispute still hold after the end is open",
    page: include_str!("../../../docs/rules/no-survival.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let outlives = agreement.liability.is_some() || agreement.confidentiality.is_some() || agreement.exit.is_some();
    if agreement.survival.is_none() && outlives && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing says what lives on after the end",
            "add a section `survival` with `disputes, liability, exit`",
        );
    }
}
