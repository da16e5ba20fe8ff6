//! A level that nobody measures.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "level-without-source",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "whether it was met is anybody's guess, and the one who claims must prove it",
    page: include_str!("../../../docs/rules/level-without-source.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let measured = level.measurement.is_some() || level.recorded_in.is_some();
        // Times of tickets and answers of a survey are recorded where they arise; a metric names its own record.
        let recorded = match &level.indicator {
            Indicator::SupportTimes(_) | Indicator::Survey(_) => true,
            Indicator::Custom { metric, .. } => {
                agreement.metric(metric).is_some_and(|metric| metric.recorded_in.is_some())
            }
            _ => false,
        };
        if !measured && !recorded {
            found.at(
                &level.name,
                format!("nobody measures `{}`", level.name),
                "write `measured by PARTY`, or `recorded in \"the monitoring system\"`",
            );
        }
    }
}
