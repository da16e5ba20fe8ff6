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
    let mut days = None;
    for (level, times) in
        support_times(agreement).filter(|(_, times)| matches!(times.clock_starts, ClockStart::Reaches { .. }))
    {
        for row in &times.rows {
            let open = channels(agreement, level, times, row);
            let Some(runs) = Week::of(agreement, &row.clock) else { continue };
            let closed = runs.without(&Week::of_channels(agreement, &open)).count();
            if closed > 0 {
                let hours = closed.div_ceil(60);
                let days = days.get_or_insert_with(|| Days::of(agreement)).as_ref();
                // With its holidays, the term has times that are longer than those of any week.
                let longest = days.and_then(|days| {
                    let closed = days.closed(open.iter().map(|channel| &channel.during.value));
                    let longest = closed.into_iter().rev().max_by_key(|time| time.seconds())?;
                    Some(format!(", the longest time from {} to {}", days.shown(longest.from), days.shown(longest.to)))
                });
                found.at(
                    &row.clock,
                    format!(
                        "the clock of `{}` runs {hours} hour{} a week while no channel is open for it{}",
                        row.severity,
                        plural(hours),
                        longest.unwrap_or_default()
                    ),
                    "open a channel for those hours, or let the clock follow the channel",
                );
            }
        }
    }
}
