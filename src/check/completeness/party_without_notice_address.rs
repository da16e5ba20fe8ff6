//! A party without an address for notices.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "party-without-notice-address",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a notice that changes or ends the agreement has nowhere to go",
    page: include_str!("../../../docs/rules/party-without-notice-address.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if !is_signed(agreement) {
        return;
    }
    for party in [&agreement.parties.provider, &agreement.parties.customer] {
        if party.notices.is_empty() {
            found.at(
                &party.name,
                format!("`{}` has no address for notices", party.name),
                "write `notices \"legal@company.example\"` below it",
            );
        }
    }
}
