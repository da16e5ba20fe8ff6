//! The parties, and the annex of their contacts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{Contact, Identity, Party};

/// The parties.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Parties {
    provider: PartyView,
    customer: PartyView,
    /// Contacts of both; empty: no annex.
    contacts: Vec<ContactView>,
}

/// A party.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PartyView {
    /// The short name.
    name: String,
    identity: IdentityKind,
    /// The full name, what anyone does, or what the party is called meanwhile.
    words: String,
    /// The document that names the party.
    document: Option<String>,
    address: Option<String>,
    /// The time zone it states.
    zone: Option<String>,
    registered: Option<String>,
    consumer: bool,
    source: String,
}

/// How a party is known.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum IdentityKind {
    /// By a full name.
    Named,
    /// As anyone who does something.
    AnyoneWho,
    /// By another document.
    NamedIn,
}

/// A contact.
#[derive(Debug, Serialize, JsonSchema)]
struct ContactView {
    party: String,
    address: String,
    purpose: Option<String>,
}

impl Parties {
    /// Both parties.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let parties = &context.agreement.parties;
        let contacts = |party: &Party| -> Vec<ContactView> {
            party.contacts.iter().map(|contact| ContactView::new(party, contact)).collect()
        };
        Self {
            provider: PartyView::new(&parties.provider, context),
            customer: PartyView::new(&parties.customer, context),
            contacts: [contacts(&parties.provider), contacts(&parties.customer)].into_iter().flatten().collect(),
        }
    }
}

impl PartyView {
    fn new(party: &Party, context: &Context<'_>) -> Self {
        let (identity, words, document) = match &party.identity {
            Identity::Named(name) => (IdentityKind::Named, name.clone(), None),
            Identity::AnyoneWho(does) => (IdentityKind::AnyoneWho, does.clone(), None),
            Identity::NamedIn { title, document } => (IdentityKind::NamedIn, title.clone(), Some(document.clone())),
        };
        Self {
            name: party.name.to_string(),
            identity,
            words,
            document,
            address: party.address.as_ref().map(|address| address.value.clone()),
            zone: party.zone.as_ref().map(|zone| zone.value.to_string()),
            registered: party.registered.as_ref().map(|register| register.value.clone()),
            consumer: party.consumer,
            source: context.source(party.origin),
        }
    }
}

impl ContactView {
    fn new(party: &Party, contact: &Contact) -> Self {
        Self { party: party.name.to_string(), address: contact.address.clone(), purpose: contact.purpose.clone() }
    }
}
