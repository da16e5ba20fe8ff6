//! Two severities with the same criteria.

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
    let entries = &agreement.severities.entries;
    let words = |severity: &crate::model::Severity| {
        severity.criteria.as_ref().map(|criteria| criteria.as_str().trim().to_lowercase())
    };
    for (at, severity) in entries.iter().enumerate() {
        if let Some(other) =
            entries[..at].iter().find(|other| words(severity).is_some() && words(other) == words(severity))
        {
            found.at(
                &severity.name,
                format!("`{}` and `{}` have the same criteria", other.name, severity.name),
                "say what tells them apart",
            );
            found.related(&other.name, "the other severity");
        }
    }
}
