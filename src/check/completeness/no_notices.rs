//! Nothing about how notices are given.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-notices",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "whether a termination arrived, and when, is open",
    page: include_str!("../../../docs/rules/no-notices.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.notices.is_none() && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing says how notices are given and when they are received",
            "add a section `notices` with `by email, courier` and `email is received the next business day`",
        );
    }
}
