//! Credits without a limit.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-credit-cap",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "one bad month may cost more than the year has earned",
    page: include_str!("../../../docs/rules/no-credit-cap.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(penalties) = &agreement.penalties else { return };
    if !penalties.caps.is_empty() || penalties.at_risk.is_some() {
        return;
    }
    for rule in penalties.credits.iter().filter(|rule| rule.caps.is_empty()) {
        // Bands end with their last one; what is paid for each event, day or hour does not.
        let banded = rule.events.is_empty() && rule.steps.is_empty() && rule.late.is_empty() && rule.beyond.is_empty();
        // A day of service for each day that is lost ends with the days.
        let by_time = |step: &StepCredit| matches!((&step.award, &step.step), (Award::Service(worth), Quantity::Duration(lost)) if days(*worth) <= days(*lost));
        let banded = banded
            || rule.events.is_empty()
                && rule.late.is_empty()
                && rule.beyond.is_empty()
                && rule.steps.iter().all(by_time);
        let points = rule.bands.iter().any(|band| matches!(band.award, Award::Points(_)));
        if !(banded && rule.lost_time_multiple.is_none() || points) {
            found.at(&rule.origin, "these credits have no cap", "write `at most 50% of the fee of SERVICE each month`");
        }
    }
}
