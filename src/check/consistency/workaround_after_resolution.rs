//! A workaround that is due after the resolution.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "workaround-after-resolution",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the workaround promises nothing",
    page: include_str!("../../../docs/rules/workaround-after-resolution.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for row in times_rows(agreement) {
        if let (Some(first), Some(resolution)) = (&row.workaround, &row.resolution)
            && surely_longer(agreement, (first.value, &row.clock), (resolution.value, &row.clock))
        {
            found.at(
                first,
                format!("a workaround within {} comes after a resolution within {}", first.value, resolution.value),
                "shorten the workaround, or leave it out",
            );
            found.related(resolution, "the resolution");
        }
    }
}
