//! Nobody decides the severity of a ticket.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "severities-without-decider",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "each side sets its own, and two clocks run",
    page: include_str!("../../../docs/rules/severities-without-decider.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let severities = &agreement.severities;
    let promised = support_times(agreement).next().is_some();
    if promised && severities.entries.len() > 1 && severities.set_by.is_none() && severities.matrix.is_none() {
        found.at(
            &severities.origin,
            "nobody sets the severity of a ticket",
            format!("write `set by {}`", customer(agreement)),
        );
    }
}
