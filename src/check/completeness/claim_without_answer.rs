//! A claim that the provider need not answer.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "claim-without-answer",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a claim that nobody answers is never refused, and never paid",
    page: include_str!("../../../docs/rules/claim-without-answer.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(claim) = agreement.penalties.as_ref().and_then(|penalties| penalties.claim.as_ref()) else { return };
    if !claim.automatic && claim.answer.is_none() && !is_part(agreement) {
        found.at(
            &claim.origin,
            "nobody must answer a claim",
            format!("write `{} answers within 10 business days`", provider(agreement)),
        );
    }
}
