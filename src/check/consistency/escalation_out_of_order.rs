//! Steps of escalation that are not in the order of their times.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "escalation-out-of-order",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "whoever reads the ladder from top to bottom calls the wrong person first",
    page: include_str!("../../../docs/rules/escalation-out-of-order.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for escalation in &agreement.escalations {
        let mut last: Option<&At<StepTime>> = None;
        for step in &escalation.steps {
            if let Some(before) = last {
                let back = match (&before.value, &step.when.value) {
                    (StepTime::After(one), StepTime::After(other)) => {
                        one.milliseconds().zip(other.milliseconds()).is_some_and(|(one, other)| one > other)
                    }
                    (StepTime::After(_) | StepTime::Share { .. } | StepTime::Missed(_), StepTime::AtOnce) => true,
                    (StepTime::Share { share, of }, StepTime::Share { share: next, of: same }) => {
                        of == same && fraction(*share) > fraction(*next)
                    }
                    (StepTime::Missed(of), StepTime::Share { of: same, .. }) => of == same,
                    _ => false,
                };
                if back {
                    found.at(
                        &step.when,
                        "this step comes before the one above it",
                        "put the steps in the order of their times",
                    );
                    found.related(before, "this is later");
                }
            }
            last = Some(&step.when);
        }
    }
}
