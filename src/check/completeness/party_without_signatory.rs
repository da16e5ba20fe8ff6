//! A party without a role that signs for it.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "party-without-signatory",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a signature by somebody who may not sign binds nobody",
    page: include_str!("../../../docs/rules/party-without-signatory.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if !is_signed(agreement) {
        return;
    }
    for party in [&agreement.parties.provider, &agreement.parties.customer] {
        if party.signed_by.is_empty() {
            found.at(
                &party.name,
                format!("nobody signs for `{}`", party.name),
                "write `signed by \"Managing Director\"` below it",
            );
        }
    }
}
