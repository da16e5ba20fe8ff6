//! Support channels.

use crate::model::{At, CalendarRef, Channel, ChannelKind};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::text;
use crate::source::Span;
use crate::syntax::tree::{Kind, Line};

/// The channels; one without hours is an error.
pub(in crate::resolve) fn channels(sections: Sections, context: &mut Context) -> Vec<Channel> {
    let mut channels = Vec::new();
    for section in sections.all(Kind::channels) {
        let services: Vec<_> = context.names(&section.node, Kind::service).into_iter().map(|name| name.value).collect();
        for line in section.children_of(Kind::channel) {
            if let Some(mut channel) = channel(line, context) {
                channel.services.clone_from(&services);
                channels.push(channel);
            }
        }
    }
    channels
}

fn channel(line: &Line, context: &mut Context) -> Option<Channel> {
    let node = &line.node;
    let kind = match node.get(Kind::channel_kind)?.text.as_str() {
        "portal" => ChannelKind::Portal,
        "phone" => ChannelKind::Phone,
        "email" => ChannelKind::Email,
        "chat" => ChannelKind::Chat,
        "form" => ChannelKind::Form,
        _ => ChannelKind::Post,
    };
    if !node.has(Kind::during) {
        context.missing(
            Some(line.span()),
            "nothing says when this channel is open",
            "add `during 24x7`, or `during` and the name of a calendar",
        );
    }
    let during: At<CalendarRef> = context.during(node)?;
    let severities = node.get(Kind::for_severities).map(|part| context.names(part, Kind::severity));
    let origin: Span = line.span();
    Some(Channel {
        kind,
        address: text(node)?,
        services: Vec::new(),
        during,
        severities: severities.unwrap_or_default(),
        origin: origin.into(),
    })
}
