//! The form of signature and the signature blocks.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{Identity, Party, SignatureForm};

/// The form of signature and the signature blocks.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Signature {
    source: Option<String>,
    form: Option<SignatureForm>,
    originals: Option<String>,
    blocks: Vec<SignatureBlock>,
    /// The customer who accepts without a signature: anyone who does this.
    accepted_by: Option<String>,
    customer: String,
}

/// Where one person signs.
#[derive(Debug, Serialize, JsonSchema)]
struct SignatureBlock {
    /// The full name of the party,
    party: String,
    /// and its short one.
    name: String,
    /// The title of who signs.
    role: Option<String>,
}

impl Signature {
    /// The section of the agreement.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let section = context.agreement.signature.as_ref();
        let parties = &context.agreement.parties;
        Self {
            source: section.map(|section| context.source(section.origin)),
            form: section.map(|section| section.form),
            originals: section.and_then(|section| section.originals).map(|count| context.forms.count(count)),
            blocks: [&parties.provider, &parties.customer].into_iter().flat_map(blocks).collect(),
            accepted_by: match &parties.customer.identity {
                Identity::AnyoneWho(does) => Some(does.clone()),
                Identity::Named(_) | Identity::NamedIn { .. } => None,
            },
            customer: context.customer(),
        }
    }
}

/// One block for each who signs, or one without a title.
fn blocks(party: &Party) -> Vec<SignatureBlock> {
    let full = match &party.identity {
        Identity::Named(name) | Identity::NamedIn { title: name, .. } => name,
        Identity::AnyoneWho(_) => return Vec::new(),
    };
    let block = |role: Option<String>| SignatureBlock { party: full.clone(), name: party.name.to_string(), role };
    match party.signed_by.as_slice() {
        [] => vec![block(None)],
        roles => roles.iter().map(|role| block(Some(role.value.clone()))).collect(),
    }
}
