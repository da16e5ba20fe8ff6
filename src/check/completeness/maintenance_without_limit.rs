//! Maintenance that may last as long as the provider likes.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "maintenance-without-limit",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "excluded time without a limit takes any availability apart",
    page: include_str!("../../../docs/rules/maintenance-without-limit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for maintenance in agreement.maintenance.iter().filter(|maintenance| maintenance.allowances.is_empty()) {
        found.at(
            &maintenance.name,
            format!("`{}` has no limit", maintenance.name),
            "write `at most 4 hours each month` below it",
        );
    }
}
