//! Updates that are no more often than the resolution is due.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "update-after-resolution",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "a ticket that is solved in time is never reported on",
    page: include_str!("../../../docs/rules/update-after-resolution.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for row in times_rows(agreement) {
        if let (Some(update), Some(resolution)) = (&row.update, &row.resolution)
            && !surely_longer(agreement, (resolution.value, &row.clock), (update.value, &row.clock))
            && (update.unit == resolution.unit
                || surely_longer(agreement, (update.value, &row.clock), (resolution.value, &row.clock)))
        {
            found.at(
                update,
                format!(
                    "an update every {} is not more often than a resolution within {}",
                    update.value, resolution.value
                ),
                "shorten the time between updates",
            );
            found.related(resolution, "the resolution");
        }
    }
}
