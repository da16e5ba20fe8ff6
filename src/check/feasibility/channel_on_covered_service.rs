//! A fault that can only be reported on the service that has it.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "channel-on-covered-service",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "when the service is down, so is the way to say so, and the clock never starts",
    page: include_str!("../../../docs/rules/channel-on-covered-service.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let lives_on = |channel: &Channel| {
        let within = matches!(channel.kind, ChannelKind::Portal | ChannelKind::Form | ChannelKind::Chat);
        covered_services(agreement).find(|service| {
            within && (stands_on(&channel.address, service) || names(&channel.address, service))
                || channel.kind == ChannelKind::Email && is_mail(service) && stands_on(&channel.address, service)
        })
    };
    let housed: Vec<(&Channel, &Service)> =
        agreement.channels.iter().filter_map(|channel| Some((channel, lives_on(channel)?))).collect();
    let mut reported = Vec::new();
    for (level, times) in support_times(agreement) {
        for row in &times.rows {
            let open = channels(agreement, level, times, row);
            let (inside, outside): (Vec<_>, Vec<_>) =
                open.into_iter().partition(|channel| housed.iter().any(|(known, _)| same(known, channel)));
            let Some(channel) = inside.iter().find(|channel| !reported.contains(&channel.address.span())) else {
                continue;
            };
            let hours = |channels: &[&Channel]| -> Vec<_> {
                channels.iter().filter_map(|channel| week(agreement, &channel.during)).collect()
            };
            let Some(runs) = week(agreement, &row.clock) else { continue };
            let (inside_hours, outside_hours) = (hours(&inside), hours(&outside));
            let any = |weeks: &[Vec<bool>], minute: usize| weeks.iter().any(|week| week[minute]);
            let alone = (0..runs.len())
                .any(|minute| runs[minute] && any(&inside_hours, minute) && !any(&outside_hours, minute));
            if let Some((_, service)) = housed.iter().find(|(known, _)| same(known, channel)).filter(|_| alone) {
                reported.push(channel.address.span());
                found.at(
                    &channel.address,
                    format!(
                        "there are hours in which `{}` can only be reported here, on `{}` itself",
                        row.severity, service.name
                    ),
                    "add a channel that works without it: `phone \"+49 30 5550 1234\" during 24x7`",
                );
                found.related(&service.name, "the service that may be down");
            }
        }
    }
}

/// Whether two channels are one: their addresses stand in one place.
fn same(one: &Channel, other: &Channel) -> bool {
    one.address.span() == other.address.span()
}
