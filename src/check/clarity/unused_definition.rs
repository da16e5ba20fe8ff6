//! A defined term that nothing uses.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "unused-definition",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "the reader looks for what it was meant to limit",
    page: include_str!("../../../docs/rules/unused-definition.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let texts = texts(agreement);
    for definition in &agreement.definitions {
        let term = definition.term.as_str();
        let elsewhere = |text: &Words| text.origin != definition.meaning.span() && uses(&text.words, term);
        if !named_terms(agreement).contains(&definition.term.value) && !texts.iter().any(elsewhere) {
            found.at(&definition.term, format!("nothing uses `{term}`"), "use it, or take the definition out");
        }
    }
}
