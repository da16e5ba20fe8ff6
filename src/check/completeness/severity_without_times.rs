//! A severity without any time.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "severity-without-times",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "tickets of that severity may wait for ever",
    page: include_str!("../../../docs/rules/severity-without-times.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if support_times(agreement).next().is_none() {
        return;
    }
    let timed: BTreeSet<&Name> = times_rows(agreement).map(|row| &row.severity.value).collect();
    for severity in &agreement.severities.entries {
        if !timed.contains(&severity.name.value) {
            found.at(
                &severity.name,
                format!("`{}` has no times", severity.name),
                "add a row for it to the table of times",
            );
        }
    }
}
