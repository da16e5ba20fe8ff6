//! A clock that runs while no channel is open.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "clock-without-channel",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "nobody can report the fault that the clock is for, so the time is never at stake",
    page: include_str!("../../../docs/rules/clock-without-channel.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.channels.is_empty() {
        return;
    }
    for (level, times) in
        support_times(agreement).filter(|(_, times)| matches!(times.clock_starts, ClockStart::Reaches { .. }))
    {
        let services: Vec<&Name> = level.services.iter().map(|service| &service.value).collect();
        for row in &times.rows {
            let mut open = vec![false; 7 * 24 * 60];
            let takes = |channel: &&Channel| {
                (channel.services.is_empty() || channel.services.iter().any(|service| services.contains(&service)))
                    && (channel.severities.is_empty()
                        || channel.severities.iter().any(|of| of.value == row.severity.value))
            };
            for channel in agreement.channels.iter().filter(takes) {
                if let Some(week) = week(agreement, &channel.during) {
                    open.iter_mut().zip(week).for_each(|(open, more)| *open |= more);
                }
            }
            let Some(clock) = week(agreement, &row.clock) else { continue };
            let closed = clock.iter().zip(&open).filter(|(runs, open)| **runs && !**open).count();
            if closed > 0 {
                let hours = closed.div_ceil(60);
                found.at(
                    &row.clock,
                    format!(
                        "the clock of `{}` runs {hours} hour{} a week while no channel is open for it",
                        row.severity,
                        plural(hours)
                    ),
                    "open a channel for those hours, or let the clock follow the channel",
                );
            }
        }
    }
}
