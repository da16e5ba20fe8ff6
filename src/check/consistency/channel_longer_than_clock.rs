//! A telephone that is answered while the clock of its tickets stands still.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "channel-longer-than-clock",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "who calls at night is heard, and nothing counts until the morning",
    page: include_str!("../../../docs/rules/channel-longer-than-clock.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let spoken = |channel: &&Channel| matches!(channel.kind, ChannelKind::Phone | ChannelKind::Chat);
    for channel in agreement.channels.iter().filter(spoken) {
        for severity in &channel.severities {
            let clocks: Vec<_> = times_rows(agreement)
                .filter(|row| row.severity.value == severity.value)
                .filter_map(|row| Some((row, Week::of(agreement, &row.clock)?)))
                .collect();
            let (Some(open), Some((row, _))) = (Week::of(agreement, &channel.during), clocks.first()) else { continue };
            let idle = clocks.iter().fold(open, |idle, (_, runs)| idle.without(runs)).count();
            if idle > 0 {
                let hours = idle.div_ceil(60);
                found.at(
                    &channel.during,
                    format!(
                        "this takes `{severity}` for {hours} hour{} a week in which its clock stands still",
                        plural(hours)
                    ),
                    format!("let the clock of `{severity}` run while this is open"),
                );
                found.related(&row.clock, "the clock");
            }
        }
    }
}
