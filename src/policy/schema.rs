//! The JSON Schema of the policy.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{FORMAT, Policy};

/// The JSON Schema (draft 2020-12) of the policy, ending in a line break.
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Policy>();
    schema.insert("$id".to_owned(), Value::String(format!("urn:servanda:policy:{FORMAT}")));
    schema.insert("title".to_owned(), Value::String(format!("Servanda policy {FORMAT}")));
    format!("{:#}\n", schema.to_value())
}
