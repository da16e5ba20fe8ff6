//! Two terms with the same meaning.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "two-terms-one-meaning",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a reader assumes that two words are meant to differ",
    page: include_str!("../../../docs/rules/two-terms-one-meaning.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let meaning = |definition: &Definition| {
        definition.meaning.as_str().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let mut known: BTreeMap<String, &Definition> = BTreeMap::new();
    for definition in &agreement.definitions {
        let other = *known.entry(meaning(definition)).or_insert(definition);
        if other.term.span() != definition.term.span() {
            found.at(
                &definition.term,
                format!("`{}` and `{}` mean the same", other.term, definition.term),
                "keep one of them",
            );
            found.related(&other.term, "the other term");
        }
    }
}
