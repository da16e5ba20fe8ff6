//! Levels that are measured and never reported.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-report",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer cannot claim a miss that it never hears of",
    page: include_str!("../../../docs/rules/no-report.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let measured = agreement.levels.iter().any(|level| !level.no_credits);
    let reported = agreement.reports.entries.iter().any(|report| report.to == *customer(agreement));
    if measured && !reported {
        found.at(
            head(agreement),
            "no report of the levels goes to the customer",
            format!(
                "add `report \"service report\" to {} within 5 business days after each month` to `reports`",
                customer(agreement)
            ),
        );
    }
}
