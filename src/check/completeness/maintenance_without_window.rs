//! Maintenance at any time of any day.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "maintenance-without-window",
    severity: Severity::Note,
    hurts: Hurts::Customer,
    why: "planned work may fall into the customer's busiest hour",
    page: include_str!("../../../docs/rules/maintenance-without-window.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for maintenance in agreement.maintenance.iter().filter(|maintenance| maintenance.windows.is_empty()) {
        found.at(
            &maintenance.name,
            format!("`{}` may happen at any time", maintenance.name),
            "write `window Sun 04:00-06:00` below it",
        );
    }
}
