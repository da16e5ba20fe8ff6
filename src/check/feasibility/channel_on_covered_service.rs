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
    let covered = covered_services(agreement);
    let lives_on = |channel: &Channel| {
        let within = matches!(channel.kind, ChannelKind::Portal | ChannelKind::Form | ChannelKind::Chat);
        covered.iter().copied().find(|service| {
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
            let Some(channel) = inside.iter().copied().find(|channel| !reported.contains(&channel.address.span()))
            else {
                continue;
            };
            let Some(runs) = Week::of(agreement, &row.clock) else { continue };
            let (inside, outside) = (Week::of_channels(agreement, &inside), Week::of_channels(agreement, &outside));
            let alone = inside.and(&runs).without(&outside) != Week::closed();
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
