//! A step of escalation after the deadline that it should save.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "escalation-too-late",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "whoever could still help is called when it is too late",
    page: include_str!("../../../docs/rules/escalation-too-late.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for escalation in &agreement.escalations {
        let covers = |row: &&TimesRow| escalation.severities.iter().any(|of| of.value == row.severity.value);
        for step in &escalation.steps {
            let StepTime::After(time) = &step.when.value else { continue };
            for row in times_rows(agreement).filter(covers) {
                let Some(resolution) = row.resolution.as_ref().or(row.workaround.as_ref()) else { continue };
                let later = surely_longer(agreement, (*time, &row.clock), (resolution.value, &row.clock));
                if later || *time == resolution.value {
                    found.at(
                        &step.when,
                        format!(
                            "after {time}, the resolution of `{}` within {} is already due",
                            row.severity, resolution.value
                        ),
                        "take the step earlier, such as `at 75% of resolution`",
                    );
                    found.related(resolution, "the resolution");
                }
            }
        }
    }
}
