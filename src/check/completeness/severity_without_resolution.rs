//! A severity that is answered and never solved.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "severity-without-resolution",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer gets a reply in time, and no right to a solution",
    page: include_str!("../../../docs/rules/severity-without-resolution.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (_, times) in support_times(agreement) {
        let any = times.rows.iter().any(|row| row.resolution.is_some() || row.workaround.is_some());
        for row in times.rows.iter().filter(|_| any && times.restored_by.is_none()) {
            if row.response.is_some() && row.resolution.is_none() && row.workaround.is_none() && row.onsite.is_none() {
                found.at(
                    &row.severity,
                    format!("`{}` has a response time and no resolution time", row.severity),
                    "fill in its `resolution`, such as `10 business days`",
                );
            }
        }
    }
}
