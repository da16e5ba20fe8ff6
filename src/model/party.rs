//! The parties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Name, Origin, Zone};

/// Both parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Parties {
    /// Who provides the services.
    pub provider: Party,
    /// Who receives them.
    pub customer: Party,
}

/// A party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Party {
    /// The short name used throughout.
    pub name: At<Name>,
    /// Who it is.
    pub identity: Identity,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<At<String>>,
    /// The time zone it works in, for calendars in the zone of a party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<At<Zone>>,
    /// Register and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<At<String>>,
    /// Addresses for notices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<At<String>>,
    /// Roles of those who sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed_by: Vec<At<String>>,
    /// Contacts for the annex, which changes without signatures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Whether the party acts as a consumer.
    pub consumer: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who a party is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Identity {
    /// A person or company with a name.
    Named(String),
    /// Anyone who does something: `buys the managed service`.
    AnyoneWho(String),
    /// Named in another document.
    NamedIn {
        /// What the party is called meanwhile.
        title: String,
        /// The document.
        document: String,
    },
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Contact {
    /// How they are reached.
    pub address: String,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}
