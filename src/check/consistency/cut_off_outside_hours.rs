//! A cut-off at a time when nobody is there.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "cut-off-outside-hours",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "it never changes when a ticket counts",
    page: include_str!("../../../docs/rules/cut-off-outside-hours.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (level, times) in support_times(agreement) {
        let Some(cut_off) = times.cut_off else { continue };
        let at = usize::from(cut_off.minutes());
        let rows = || times.rows.iter().filter(|row| row.clock.name().is_some());
        let open = |row: &TimesRow| {
            Week::of(agreement, &row.clock).is_some_and(|week| {
                (0..7).any(|day| week.has(day * 1440 + at) || week.has(day * 1440 + at.saturating_sub(1)))
            })
        };
        if rows().next().is_some() && !rows().any(open) {
            found.at(
                &level.name,
                format!("at {cut_off} none of its calendars is open"),
                "choose a time within opening hours",
            );
        }
    }
}
