//! Two severities with the same criteria.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "severities-alike",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a ticket has both, and two deadlines",
    page: include_str!("../../../docs/rules/severities-alike.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let mut known: BTreeMap<String, &At<Name>> = BTreeMap::new();
    for severity in &agreement.severities.entries {
        let Some(criteria) = &severity.criteria else { continue };
        let other = *known.entry(criteria.as_str().trim().to_lowercase()).or_insert(&severity.name);
        if other.span() != severity.name.span() {
            found.at(
                &severity.name,
                format!("`{other}` and `{}` have the same criteria", severity.name),
                "say what tells them apart",
            );
            found.related(other, "the other severity");
        }
    }
}
