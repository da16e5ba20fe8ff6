//! Severities that leave out some faults.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-severity-for-the-rest",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "a fault that fits no severity has no times, and the parties dispute which one it is near",
    page: include_str!("../../../docs/rules/no-severity-for-the-rest.md"),
    find,
};

/// Words with which criteria take in what others leave.
const REST: [&str; 10] =
    ["other", "neither", "nor ", "none", " no ", "everything", "anything", "remaining", "question", "andere"];

fn find(agreement: &Agreement, found: &mut Found) {
    let severities = &agreement.severities;
    // One or two, or some with times of their own, name single events; three in one table are a scale of all faults.
    let count = severities.entries.len();
    let is_scale = support_times(agreement).any(|(_, times)| times.rows.len() == count);
    if count < 3 || !is_scale || severities.matrix.is_some() {
        return;
    }
    let criteria: Vec<&At<Prose>> = severities.entries.iter().filter_map(|of| of.criteria.as_ref()).collect();
    let takes_rest = |criteria: &&At<Prose>| says(&format!(" {} ", criteria.as_str()), &REST);
    if let Some(last) = criteria.last().filter(|_| criteria.len() == severities.entries.len())
        && !takes_rest(last)
        && !severities.entries.last().is_some_and(|last| says(&last.title, &["other", "request", "question"]))
    {
        found.at(
            last.span(),
            "a fault that none of the criteria describes has no severity",
            "let the last severity take in the rest: `when \"any other fault\"`",
        );
    }
}
