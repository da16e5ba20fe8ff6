//! Nothing about data and help at the end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-exit",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "when the agreement ends, the customer has no right to its data, nor to help with the move",
    page: include_str!("../../../docs/rules/no-exit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.exit.is_none() && !is_part(agreement) {
        found.at(head(agreement), "nothing says what happens to data at the end", "add a section `exit`");
    }
}
