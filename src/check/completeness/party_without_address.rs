//! A party that signs without an address or a register number.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "party-without-address",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "nobody can tell which company of that name has agreed, or where to serve it papers",
    page: include_str!("../../../docs/rules/party-without-address.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if !is_signed(agreement) {
        return;
    }
    for party in [&agreement.parties.provider, &agreement.parties.customer] {
        if party.address.is_none() && party.registered.is_none() {
            found.at(
                &party.name,
                format!("`{}` has no address", party.name),
                "write `address \"street, town, country\"` below it",
            );
        }
    }
}
