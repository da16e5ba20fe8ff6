//! A section on liability without a cap.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "liability-without-cap",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "the provider is liable without a limit, and the section does not say so",
    page: include_str!("../../../docs/rules/liability-without-cap.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(liability) = agreement.liability.as_ref().filter(|liability| liability.cap.is_none()) {
        found.at(
            &liability.origin,
            "liability has no cap",
            "write `capped at 100% of the fees payable in 12 months each contract year`",
        );
    }
}
