//! Claims that close before the report is due.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "claim-before-report",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer must claim a miss that it cannot know of yet",
    page: include_str!("../../../docs/rules/claim-before-report.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(claim) = agreement.penalties.as_ref().and_then(|penalties| penalties.claim.as_ref()) else { return };
    let (Some(within), Some(after)) = (&claim.within, &claim.after) else { return };
    if !matches!(after, ClaimStart::EndOf(_) | ClaimStart::Incident) {
        return;
    }
    // Who can see the data need not wait for the report.
    let seen = agreement.levels.iter().all(|level| {
        level.no_credits
            || level.data_open.is_some()
            || level.recorded_in.is_some()
            || matches!(level.indicator, Indicator::SupportTimes(_))
    });
    if matches!(after, ClaimStart::Incident) && seen {
        return;
    }
    for report in agreement.reports.entries.iter().filter(|report| report.to == *customer(agreement)) {
        let (ReportStart::Each(_), Some((_, last)), Some((first, _))) =
            (&report.after, days(within.value), days(report.within.value))
        else {
            continue;
        };
        // The claim must close surely before the report: 30 days and 20 business days cannot be told apart.
        if last <= first || within.unit == report.within.unit && within.count <= report.within.count {
            found.at(
                within,
                format!("claims close {} after it, and the report is due within {}", within.value, report.within.value),
                "let the time run from the report: `claim within 30 days after the report`",
            );
            found.related(&report.within, "the report");
        }
    }
}
