//! The top severity is escalated to nobody.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-escalation",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "when the worst ticket stands still, nobody above the desk learns of it",
    page: include_str!("../../../docs/rules/no-escalation.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(top) = agreement.severities.entries.first() else { return };
    let timed = times_rows(agreement).any(|row| row.severity.value == top.name.value);
    let escalated = agreement.escalations.iter().any(|escalation| {
        escalation.severities.is_empty() || escalation.severities.iter().any(|of| of.value == top.name.value)
    });
    if timed && agreement.severities.entries.len() > 1 && !escalated && !is_part(agreement) {
        found.at(
            &top.name,
            format!("`{}` is never escalated", top.name),
            format!("add a section `escalation for {}` with `at 50% of resolution call \"support lead\"`", top.name),
        );
    }
}
