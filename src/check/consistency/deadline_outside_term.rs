//! A duty that is due before the agreement begins, or after it has ended.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "deadline-outside-term",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a duty is missed before anybody owes it, or owed when nobody does any more",
    page: include_str!("../../../docs/rules/deadline-outside-term.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(term) = crate::evaluate::Term::of(&agreement.period) else { return };
    let last = term.last.filter(|_| agreement.period.renewal.is_none());
    for duty in &agreement.obligations {
        let Some(Deadline::By(date)) = duty.deadline else { continue };
        if date < term.first {
            found.at(
                &duty.duty,
                format!("this is due on {date}, before the agreement begins on {}", term.first),
                "write `before the start`, or a later date",
            );
        } else if let Some(last) = last.filter(|last| date > *last) {
            found.at(
                &duty.duty,
                format!("this is due on {date}, after the agreement has ended on {last}"),
                "write an earlier date, or put it into `exit`",
            );
        }
    }
}
