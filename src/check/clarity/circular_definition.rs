//! Definitions that explain one another.

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
    let next = |at: usize| -> Vec<usize> {
        (0..definitions.len())
            .filter(|other| uses(definitions[at].meaning.as_str(), definitions[*other].term.as_str()))
            .collect()
    };
    for (at, definition) in definitions.iter().enumerate() {
        // A meaning may say its own term to delimit it; a way over another term and back explains nothing.
        let mut seen = vec![false; definitions.len()];
        let mut open: Vec<usize> = next(at).into_iter().filter(|other| *other != at).collect();
        while let Some(other) = open.pop() {
            if std::mem::replace(&mut seen[other], true) {
                continue;
            }
            open.extend(next(other));
        }
        if seen[at] {
            let through =
                (0..definitions.len()).find(|other| seen[*other] && *other != at && next(*other).contains(&at));
            let through = through.map_or_else(String::new, |other| format!(" by `{}`", definitions[other].term));
            if at == (0..definitions.len()).find(|other| seen[*other]).unwrap_or(at) {
                found.at(
                    &definition.meaning,
                    format!("`{}` is explained{through}, which is explained by it", definition.term),
                    "explain one of them in words of its own",
                );
            }
        }
    }
}
