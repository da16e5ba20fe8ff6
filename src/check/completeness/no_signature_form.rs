//! Parties that sign, and nothing about how.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-signature-form",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "whether a click, a scan or only ink binds is open",
    page: include_str!("../../../docs/rules/no-signature-form.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if is_signed(agreement) && agreement.signature.is_none() && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing says in which form the parties sign",
            "add a section `signature` with `electronic`",
        );
    }
}
