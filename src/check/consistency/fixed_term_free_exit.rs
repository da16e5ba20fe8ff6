//! A fixed term that a notice ends at any time.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "fixed-term-free-exit",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "one side counts on the term, the other on the notice",
    page: include_str!("../../../docs/rules/fixed-term-free-exit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let period = &agreement.period;
    if !matches!(period.length.value, Length::For(_) | Length::Until(_)) || period.not_before.is_some() {
        return;
    }
    for right in &period.terminations {
        if let TerminationGround::Convenience { notice, to_end_of } = right.ground {
            let when = match to_end_of {
                // A break at the end of each year is part of the term.
                Some(CycleUnit::Year | CycleUnit::ContractYear) => continue,
                Some(unit) => format!("to the end of any {}", unit.word()),
                None => "at any time".to_owned(),
            };
            found.at(
                &right.origin,
                format!("the term is fixed, and {notice} notice ends it {when}"),
                "write `not before DATE` below, or `lasts until terminated`",
            );
            found.related(&period.length, "the term");
        }
    }
}
