//! One party sets severities, and the other may not dispute them.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-severity-dispute",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "who sets the severity sets the deadline",
    page: include_str!("../../../docs/rules/no-severity-dispute.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let severities = &agreement.severities;
    let promised = support_times(agreement).next().is_some();
    let alone = severities.set_by.as_ref().filter(|by| by.after_working_with.is_none());
    if let Some(by) = alone.filter(|_| promised && severities.entries.len() > 1 && !severities.disputed_under_disputes)
    {
        found.at(
            &severities.origin,
            format!("`{}` sets severities alone, and nobody may dispute them", by.party),
            "write `disputed under disputes`, or `set by … after working with …`",
        );
    }
}
