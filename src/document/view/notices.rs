//! How notices are given.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{self, NoticeWay, Receipt};

/// How notices are given.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Notices {
    source: String,
    ways: Vec<Way>,
    /// Whether there is no choice between ways.
    one_way: bool,
    received: Vec<Received>,
    not_by_email: Vec<String>,
    copies: Vec<String>,
    /// Where each party receives notices; those without any address are left out.
    addresses: Vec<Address>,
}

/// A way to give notice.
#[derive(Debug, Serialize, JsonSchema)]
struct Way {
    kind: WayKind,
    words: Option<String>,
}

#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WayKind {
    Email,
    Courier,
    RegisteredPost,
    Post,
    Hand,
    Other,
}

/// When a notice by some way is received.
#[derive(Debug, Serialize, JsonSchema)]
struct Received {
    way: Way,
    when: When,
    time: Option<String>,
}

#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum When {
    OnDelivery,
    OnSending,
    After,
    NextBusinessDay,
}

/// Where a party receives notices.
#[derive(Debug, Serialize, JsonSchema)]
struct Address {
    party: String,
    lines: Vec<String>,
}

impl Notices {
    /// The section, if the agreement has it or a party has an address for notices.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let parties = &context.agreement.parties;
        let section = context.agreement.notices.as_ref();
        if section.is_none() && parties.provider.notices.is_empty() && parties.customer.notices.is_empty() {
            return None;
        }
        let addresses = [&parties.provider, &parties.customer].into_iter().filter_map(Address::new).collect();
        let (origin, ways, received, not_by_email, copies): (_, Vec<Way>, _, _, _) = match section {
            None => (model::Origin::default(), Vec::new(), Vec::new(), Vec::new(), Vec::new()),
            Some(notices) => (
                notices.origin,
                notices.ways.iter().map(Way::new).collect(),
                notices.received.iter().map(|received| Received::new(context, received)).collect(),
                notices.not_by_email.clone(),
                notices.copies.clone(),
            ),
        };
        Some(Self {
            source: context.source(origin),
            one_way: ways.len() == 1,
            ways,
            received,
            not_by_email,
            copies,
            addresses,
        })
    }
}

impl Way {
    fn new(way: &NoticeWay) -> Self {
        let (kind, words) = match way {
            NoticeWay::Email => (WayKind::Email, None),
            NoticeWay::Courier => (WayKind::Courier, None),
            NoticeWay::RegisteredPost => (WayKind::RegisteredPost, None),
            NoticeWay::Post => (WayKind::Post, None),
            NoticeWay::Hand => (WayKind::Hand, None),
            NoticeWay::Other(words) => (WayKind::Other, Some(words.clone())),
        };
        Self { kind, words }
    }
}

impl Received {
    fn new(context: &Context<'_>, received: &model::NoticeReceived) -> Self {
        let (when, time) = match received.when {
            Receipt::OnDelivery => (When::OnDelivery, None),
            Receipt::OnSending => (When::OnSending, None),
            Receipt::After(time) => (When::After, Some(context.forms.duration(time))),
            Receipt::NextBusinessDay => (When::NextBusinessDay, None),
        };
        Self { way: Way::new(&received.way), when, time }
    }
}

impl Address {
    /// The addresses for notices, else the postal address.
    fn new(party: &model::Party) -> Option<Self> {
        let own: Vec<_> = party.notices.iter().map(|address| address.value.clone()).collect();
        let postal = || party.address.iter().map(|address| address.value.clone()).collect();
        let lines = if own.is_empty() { postal() } else { own };
        (!lines.is_empty()).then(|| Self { party: party.name.to_string(), lines })
    }
}
