//! The JSON Schema of `servanda.toml`, so that editors complete and check it.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Config;
use crate::diagnostic::RuleInfo;

/// The schema (JSON Schema 2020-12) with one property for each of `rules` that may be set, as text.
pub fn schema(rules: &[RuleInfo]) -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Config>().to_value();
    schema["description"] = json!("The configuration of a Servanda project.");
    let mut sorted: Vec<&RuleInfo> = rules.iter().filter(|rule| !rule.fixed).collect();
    sorted.sort_unstable_by_key(|rule| rule.name);
    let properties = sorted
        .into_iter()
        .map(|rule| {
            let of_rule = json!({
                "description": rule.summary,
                "default": rule.severity.word(),
                "$ref": "#/$defs/Weight",
            });
            (rule.name.to_owned(), of_rule)
        })
        .collect::<serde_json::Map<String, Value>>();
    if let Some(section) = schema["properties"]["rules"].as_object_mut() {
        section.insert("properties".into(), properties.into());
        section.insert("additionalProperties".into(), json!(false));
    }
    format!("{schema:#}\n")
}
