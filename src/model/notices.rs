//! Notices: how they are given and when they are received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Duration, Origin};

/// How notices are given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Notices {
    /// The ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<NoticeWay>,
    /// When a notice is received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<NoticeReceived>,
    /// What email alone is not enough for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_by_email: Vec<String>,
    /// Copies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A way to give notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum NoticeWay {
    /// Email.
    Email,
    /// Courier.
    Courier,
    /// Registered post.
    RegisteredPost,
    /// Post.
    Post,
    /// By hand.
    Hand,
    /// In words.
    Other(String),
}

/// When a notice is received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct NoticeReceived {
    /// By this way.
    pub way: NoticeWay,
    /// When.
    pub when: Receipt,
}

/// When a notice is received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Receipt {
    /// On delivery.
    OnDelivery,
    /// On sending.
    OnSending,
    /// After a time.
    After(Duration),
    /// The next business day.
    NextBusinessDay,
}
