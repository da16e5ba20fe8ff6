//! Definitions that explain one another.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "circular-definition",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "to know the one, the reader must know the other",
    page: include_str!("../../../docs/rules/circular-definition.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let definitions = &agreement.definitions;
    let terms = Terms::of(agreement);
    let next: Vec<BTreeSet<usize>> =
        definitions.iter().map(|definition| terms.used_in(definition.meaning.as_str())).collect();
    for (at, definition) in definitions.iter().enumerate() {
        // A meaning may say its own term to delimit it; a way over another term and back explains nothing.
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = next[at].iter().copied().filter(|other| *other != at).collect();
        while let Some(other) = open.pop() {
            if seen.insert(other) {
                open.extend(&next[other]);
            }
        }
        if seen.contains(&at) {
            let through = seen.iter().copied().find(|other| *other != at && next[*other].contains(&at));
            let through = through.map_or_else(String::new, |other| format!(" by `{}`", definitions[other].term));
            if seen.first() == Some(&at) {
                found.at(
                    &definition.meaning,
                    format!("`{}` is explained{through}, which is explained by it", definition.term),
                    "explain one of them in words of its own",
                );
            }
        }
    }
}
