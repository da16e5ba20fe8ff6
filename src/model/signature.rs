//! The form of signature.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Origin;

/// Form of signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Signature {
    /// The form.
    pub form: SignatureForm,
    /// How many originals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Form of signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SignatureForm {
    /// By hand on paper.
    WetInk,
    /// Any electronic signature.
    Electronic,
    /// Advanced electronic signature (eIDAS Art. 26).
    AdvancedElectronic,
    /// Qualified electronic signature (eIDAS Art. 3 no. 12).
    QualifiedElectronic,
}
