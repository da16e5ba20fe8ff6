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
        let help = format!(
            "add a section `exit` with `{} hands over \"all data of {}\" in \"a common open format\" within 30 days after \
             the end`",
            provider(agreement),
            customer(agreement)
        );
        found.at(head(agreement), "nothing says what happens to data at the end", help);
    }
}
