//! An exclusion whose list has no end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "open-list-in-exclusion",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "whatever the provider adds to the list is not downtime",
    page: include_str!("../../../docs/rules/open-list-in-exclusion.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let open = [
        "including but not limited",
        "including without limitation",
        "including, but not limited",
        "including, without limitation",
        "any other",
        "and similar",
        "or similar",
        "and the like",
        "etc",
        "without being limited",
        "for any reason",
    ];
    for level in &agreement.levels {
        for exclusion in &level.exclusions {
            let (words, place) = match &exclusion.what {
                Excluded::Words(words) => (words.as_str(), exclusion.origin.0),
                Excluded::Term(term) => {
                    match agreement.definitions.iter().find(|definition| definition.term.value == *term) {
                        Some(definition) => (definition.meaning.as_str(), definition.meaning.span()),
                        None => continue,
                    }
                }
                Excluded::Maintenance(_) => continue,
            };
            if says(words, &open) {
                found.at(
                    place,
                    format!("this is excluded from `{}`, and its list has no end", level.name),
                    "list what is excluded, and nothing else",
                );
            }
        }
    }
}
