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
    let (definitions, terms, named) = (&agreement.definitions, Terms::of(agreement), named_terms(agreement));
    let mut used = vec![false; definitions.len()];
    for text in texts(agreement) {
        for at in terms.used_in(&text.words) {
            used[at] |= text.origin != definitions[at].meaning.span();
        }
    }
    for (definition, used) in definitions.iter().zip(used) {
        if !used && !named.contains(&definition.term.value) {
            let message = format!("nothing uses `{}`", definition.term);
            found.at(&definition.term, message, "use it, or take the definition out");
        }
    }
}
