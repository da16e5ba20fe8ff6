//! The statements of an agreement, as an exporter answers for them.
//!
//! They are read off the policy's own data, so that a statement that the language gains is one here without being
//! told: nothing can be dropped in silence.

use std::collections::BTreeMap;

use serde::Deserialize as _;
use serde_json::Value;

use super::text::one_line;
use super::topic::{Topic, topic};
use crate::model::{Agreement, Money};

/// Parts of the data that group statements and say nothing themselves; they are left out of paths.
const GROUPS: [&str; 10] =
    ["indicator", "support_times", "uptime", "ratio", "share_within", "latency", "survey", "custom", "rows", "entries"];
/// What a part of an agreement is called by, where it has a name.
const NAMES: [&str; 2] = ["name", "severity"];
/// Lists whose parts make several statements each; a part of any other list is one statement.
const HEADS: [&str; 10] = [
    "services",
    "calendars",
    "entries",
    "requests",
    "levels",
    "rows",
    "metrics",
    "maintenance",
    "escalations",
    "credits",
];

/// A statement of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands: `["levels", "Support Times", "P1", "response"]`. A list of unnamed parts counts from `1`.
    pub path: Vec<String>,
    /// What it is about.
    pub topic: Topic,
    /// What it says, in short.
    pub words: String,
}

impl Statement {
    /// The path as it is shown: `levels / Support Times / P1 / response`.
    pub fn place(&self) -> String {
        one_line(&self.path.join(" / ").replace('_', " "))
    }
}

/// The statements of an agreement.
#[derive(Debug, Clone)]
pub(super) struct Statements {
    /// In the order of the policy.
    pub(super) list: Vec<Statement>,
    by_path: BTreeMap<Vec<String>, usize>,
}

impl Statements {
    pub(super) fn of(agreement: &Agreement) -> Self {
        let mut walk = Walk { found: Vec::new(), path: Vec::new(), kind: None };
        // The model serialises by its own derived code, which has no case that fails.
        if let Ok(Value::Object(sections)) = serde_json::to_value(agreement) {
            for (section, value) in &sections {
                walk.member(section, value, 0);
            }
        }
        let by_path = walk.found.iter().enumerate().map(|(at, statement)| (statement.path.clone(), at)).collect();
        Self { list: walk.found, by_path }
    }

    /// Where in the list the statement with a path is.
    pub(super) fn at(&self, path: &[&str]) -> Option<usize> {
        let key: Vec<String> = path.iter().map(|&part| part.to_owned()).collect();
        self.by_path.get(&key).copied()
    }
}

struct Walk {
    found: Vec<Statement>,
    path: Vec<String>,
    /// What the level at hand measures: `uptime`.
    kind: Option<String>,
}

impl Walk {
    fn member(&mut self, key: &str, value: &Value, depth: usize) {
        if says_nothing(value) || key == "name" || key == "severity" {
            return;
        }
        let grouped = GROUPS.contains(&key);
        if !grouped {
            self.path.push(key.to_owned());
        }
        self.value(key, value, depth + 1);
        if !grouped {
            self.path.pop();
        }
    }

    fn value(&mut self, key: &str, value: &Value, depth: usize) {
        match value {
            Value::Array(parts) if parts.iter().any(Value::is_object) => {
                for (at, part) in parts.iter().enumerate() {
                    let is_head = HEADS.contains(&key);
                    let name = NAMES.iter().find_map(|key| part.get(key)?.as_str()).filter(|_| is_head);
                    self.path.push(name.map_or_else(|| (at + 1).to_string(), str::to_owned));
                    if let Some(measured) = part.get("indicator").and_then(Value::as_object) {
                        self.kind = measured.keys().next().cloned();
                    }
                    match part {
                        Value::Object(fields) if is_head => {
                            for (key, value) in fields {
                                self.member(key, value, depth + 1);
                            }
                        }
                        _ => self.leaf(part),
                    }
                    self.path.pop();
                }
            }
            Value::Object(fields) if depth <= 1 || has_parts(value) => {
                for (key, value) in fields {
                    self.member(key, value, depth + 1);
                }
            }
            _ => self.leaf(value),
        }
    }

    fn leaf(&mut self, value: &Value) {
        let same = self.found.iter().filter(|known| known.path == self.path).count();
        let mut path = self.path.clone();
        if same > 0 {
            path.push((same + 1).to_string());
        }
        let topic = topic(&self.path, self.kind.as_deref());
        self.found.push(Statement { path, topic, words: words(value) });
    }
}

/// Whether a value is the absence of a statement.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(parts) => parts.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Whether a value has a list of parts somewhere below.
fn has_parts(value: &Value) -> bool {
    match value {
        Value::Array(parts) => parts.iter().any(Value::is_object),
        Value::Object(fields) => fields.values().any(has_parts),
        _ => false,
    }
}

/// What a value says: `at least 99.95%`.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" ").replace('_', " "),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Null => String::new(),
        Value::Array(parts) => parts.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) if fields.contains_key("minor") => {
            Money::deserialize(value).map_or_else(|_| String::new(), |money| money.to_string())
        }
        Value::Object(fields) => {
            let plain = fields.len() == 1;
            let said = fields.iter().filter(|(_, value)| !says_nothing(value)).map(|(key, value)| {
                let word = words(value);
                // A comparator or a kind reads on by itself.
                let bare =
                    plain && ["percent", "duration", "number", "money", "calendar", "each"].contains(&key.as_str());
                if bare || key == "comparator" || key == "threshold" || key == "value" {
                    word
                } else {
                    format!("{} {word}", key.replace('_', " "))
                }
            });
            said.collect::<Vec<_>>().join(" ")
        }
    }
}
