//! Credits, and nothing about how they are claimed.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-claim-rule",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the customer does not know whether it must ask, the provider not until when",
    page: include_str!("../../../docs/rules/no-claim-rule.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(penalties) = &agreement.penalties
        && !penalties.credits.is_empty()
        && penalties.claim.as_ref().is_none_or(|claim| !claim.automatic && claim.within.is_none())
    {
        found.at(
            &penalties.origin,
            "nothing says how credits are claimed",
            "write `claim within 30 days after the report`, or `given without a claim`",
        );
    }
}
