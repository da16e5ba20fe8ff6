//! Support channels.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CalendarRef, Name, Origin};

/// A way to reach the provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Channel {
    /// What it is.
    pub kind: ChannelKind,
    /// Its address or number.
    pub address: At<String>,
    /// The services it belongs to; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Name>,
    /// When it is staffed or reachable.
    pub during: At<CalendarRef>,
    /// The severities it takes; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<At<Name>>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Kinds of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChannelKind {
    /// A web portal.
    Portal,
    /// A telephone.
    Phone,
    /// Email.
    Email,
    /// Chat.
    Chat,
    /// A form.
    Form,
    /// Letter post.
    Post,
}
