//! Nothing about how a dispute ends.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-disputes",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the first quarrel is about where to quarrel",
    page: include_str!("../../../docs/rules/no-disputes.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.disputes.is_none() && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing says how disputes end",
            "add a section `disputes` that ends with a line such as `courts of \"Berlin\"`",
        );
    }
}
