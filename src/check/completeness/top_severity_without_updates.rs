//! The top severity without a time between updates.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "top-severity-without-updates",
    severity: Severity::Note,
    hurts: Hurts::Customer,
    why: "in the worst outage the customer hears nothing between the first reply and the end",
    page: include_str!("../../../docs/rules/top-severity-without-updates.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(top) = agreement.severities.entries.first() else { return };
    for row in times_rows(agreement).filter(|row| row.severity.value == top.name.value) {
        if row.update.is_none()
            && row.response.is_some()
            && row.resolution.is_some()
            && agreement.severities.entries.len() > 2
        {
            found.at(
                &row.severity,
                format!("`{}` has no time between updates", row.severity),
                "fill in its `update`, such as `30 minutes`",
            );
        }
    }
}
