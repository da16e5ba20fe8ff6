//! Maintenance that nobody announces.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "maintenance-without-notice",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer learns of it from its own users",
    page: include_str!("../../../docs/rules/maintenance-without-notice.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for maintenance in agreement.maintenance.iter().filter(|maintenance| maintenance.announced.is_none()) {
        found.at(
            &maintenance.name,
            format!("`{}` need not be announced", maintenance.name),
            "write `announced 5 business days before` below it",
        );
    }
}
