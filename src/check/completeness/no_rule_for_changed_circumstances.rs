//! A long term that nothing adapts to what changes.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-rule-for-changed-circumstances",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "costs, laws and owners change in that time, and the agreement stays as it is",
    page: include_str!("../../../docs/rules/no-rule-for-changed-circumstances.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let period = &agreement.period;
    let long = term_days(agreement).is_some_and(|(_, most)| most > 366) || period.renewal.is_some();
    let leaves = period
        .terminations
        .iter()
        .any(|right| matches!(right.ground, TerminationGround::Convenience { .. } | TerminationGround::Reason { .. }));
    let adapts = agreement.changes.as_ref().is_some_and(|of| of.fees.is_some() || !of.by_notice.is_empty())
        || agreement.change_of_control.is_some()
        || agreement.force_majeure.is_some()
        || period.review.is_some();
    if long && !leaves && !adapts && !is_part(agreement) {
        found.at(
            &period.length,
            "nothing says what happens when circumstances change in this time",
            "write `review every 12 months`, or a section `force majeure` or `change of control`, or `fees change by …`",
        );
    }
}
