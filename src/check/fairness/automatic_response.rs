//! A response that a machine may give.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "automatic-response",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "an automatic mail after a second keeps every response time",
    page: include_str!("../../../docs/rules/automatic-response.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if times_rows(agreement).all(|row| row.response.is_none()) {
        return;
    }
    let named = |definition: &&Definition| {
        ["response", "first response", "initial response"].contains(&definition.term.as_str().to_lowercase().as_str())
    };
    for definition in agreement.definitions.iter().filter(named) {
        let meaning = definition.meaning.as_str();
        if !says(
            meaning,
            &[
                "person",
                "human",
                "engineer",
                "technician",
                "agent",
                "staff",
                "employee",
                "automat",
                "analyst",
                "specialist",
                "representative",
                "who works",
            ],
        ) {
            found.at(
                &definition.meaning,
                format!("an automatic message may be a `{}`", definition.term),
                "say that a person writes it, and that an automatic message does not count",
            );
        }
    }
}
