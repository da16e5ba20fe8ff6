//! Support channels.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::context::names;
use crate::model::{Channel, ChannelKind};

/// The channels.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Channels {
    entries: Vec<ChannelView>,
    /// The services that all of them are for; empty: all services, or not the same.
    services: Vec<String>,
    /// Whether any is for one service only.
    by_service: bool,
    /// Whether any takes some severities only.
    by_severity: bool,
    source: String,
}

/// A channel.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ChannelView {
    kind: ChannelKind,
    address: String,
    /// Empty: all.
    services: Vec<String>,
    /// None: all hours.
    calendar: Option<String>,
    /// Empty: all.
    severities: Vec<String>,
}

impl Channels {
    /// The channels, if there are any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let channels = &context.agreement.channels;
        let first = channels.first()?;
        let by_service = channels.iter().any(|channel| channel.services != first.services);
        Some(Self {
            services: if by_service { Vec::new() } else { context.services(&first.services) },
            entries: channels.iter().map(|channel| ChannelView::new(channel, context)).collect(),
            by_service,
            by_severity: channels.iter().any(|channel| !channel.severities.is_empty()),
            source: context.source(first.origin),
        })
    }
}

impl ChannelView {
    pub(super) fn new(channel: &Channel, context: &Context<'_>) -> Self {
        Self {
            kind: channel.kind,
            address: channel.address.value.clone(),
            services: names(&channel.services),
            calendar: context.hours_of(&channel.during),
            severities: names(channel.severities.iter().map(|name| &name.value)),
        }
    }
}
