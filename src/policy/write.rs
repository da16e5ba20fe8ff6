//! The policy as JSON, YAML and TOML: the same data, made once.

use serde_json::Value;

use super::Policy;

/// JSON, indented, ending in a line break.
pub fn to_json(policy: &Policy) -> String {
    format!("{:#}\n", data(policy))
}

/// YAML that readers of version 1.1 and of 1.2 take for the same data: what looks like another type
/// is quoted.
///
/// # Errors
/// Where the writer refuses, which no policy should make it do.
pub fn to_yaml(policy: &Policy) -> Result<String, String> {
    // Block scalars of long texts lose or gain line breaks in some readers.
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false, compact_list_indent: false };
    serde_saphyr::to_string_with_options(&data(policy), options).map_err(|error| error.to_string())
}

/// TOML.
///
/// # Errors
/// Where a part of the policy has no spelling in TOML, which no policy should have.
pub fn to_toml(policy: &Policy) -> Result<String, String> {
    toml::to_string(&data(policy)).map_err(|error| error.to_string())
}

/// The tree that all three write. Its keys are words and its leaves texts, whole numbers and truth
/// values, so that nothing in it can fail.
fn data(policy: &Policy) -> Value {
    serde_json::to_value(policy).unwrap_or_default()
}
