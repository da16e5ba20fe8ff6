//! Claims, and no records to rest them on.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-records",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the data that proves a miss may be gone when the claim is answered",
    page: include_str!("../../../docs/rules/no-records.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let claimed = agreement.penalties.as_ref().is_some_and(|penalties| !penalties.credits.is_empty());
    if claimed && !is_part(agreement) && agreement.reports.records_kept.is_none() {
        found.at(
            head(agreement),
            "nothing says how long records are kept",
            "write `records kept for 24 months` in `reports`",
        );
    }
}
