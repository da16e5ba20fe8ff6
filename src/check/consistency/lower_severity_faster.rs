//! A lower severity that is served faster than a higher one.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "lower-severity-faster",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer gains by calling an emergency a trifle",
    page: include_str!("../../../docs/rules/lower-severity-faster.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let ranks: BTreeMap<&Name, usize> =
        agreement.severities.entries.iter().enumerate().map(|(rank, of)| (&of.name.value, rank)).collect();
    let rank = |name: &Name| ranks.get(name);
    for (_, times) in support_times(agreement) {
        for lower in &times.rows {
            for higher in times.rows.iter().filter(|higher| rank(&higher.severity) < rank(&lower.severity)) {
                for measure in [TimeMeasure::Response, TimeMeasure::Workaround, TimeMeasure::Resolution] {
                    if let (Some(slow), Some(fast)) = (higher.time(measure), lower.time(measure))
                        && surely_longer(agreement, (slow.value, &higher.clock), (fast.value, &lower.clock))
                    {
                        found.at(
                            fast,
                            format!(
                                "`{}` gets {}, and the more severe `{}` {}",
                                lower.severity, fast.value, higher.severity, slow.value
                            ),
                            "give the higher severity the shorter time",
                        );
                        found.related(slow, "the higher severity waits longer");
                    }
                }
            }
        }
    }
}
