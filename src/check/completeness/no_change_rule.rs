//! Nothing about how the agreement is changed.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-change-rule",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a mail between two people may have changed a level, or not",
    page: include_str!("../../../docs/rules/no-change-rule.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.changes.is_none() && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing says how this agreement is changed",
            "add a section `changes` with `only in text form signed by both parties`",
        );
    }
}
