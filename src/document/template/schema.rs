//! What a JSON Schema says about the values at a path: the part of it that `schemars` writes.

use std::collections::BTreeSet;

use serde_json::Value;

/// The shapes a value may have, each without `$ref`, `anyOf`, `oneOf` and `allOf` around it.
#[derive(Debug, Clone, Default)]
pub(super) struct Shapes<'s>(Vec<&'s Value>);

/// Shapes are places of one schema document: the same place is the same shape.
impl PartialEq for Shapes<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(one, other)| std::ptr::eq(*one, *other))
    }
}

/// How deep references may lead into one another before a shape is found.
const MOST_STEPS: usize = 32;

/// A schema document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema<'s>(pub(super) &'s Value);

impl<'s> Schema<'s> {
    /// The shapes of the whole document.
    pub(super) fn root(self) -> Shapes<'s> {
        self.shapes(std::iter::once(self.0))
    }

    fn shapes(self, schemas: impl Iterator<Item = &'s Value>) -> Shapes<'s> {
        let mut found = Shapes::default();
        for schema in schemas {
            self.collect(schema, &mut found, MOST_STEPS);
        }
        found
    }

    fn collect(self, schema: &'s Value, found: &mut Shapes<'s>, steps: usize) {
        let Some(steps) = steps.checked_sub(1) else { return };
        let target =
            schema.get("$ref").and_then(Value::as_str).and_then(|path| self.0.pointer(path.strip_prefix('#')?));
        if let Some(target) = target {
            self.collect(target, found, steps);
        }
        for key in ["anyOf", "oneOf", "allOf"] {
            for part in schema.get(key).and_then(Value::as_array).into_iter().flatten() {
                self.collect(part, found, steps);
            }
        }
        let says_more = ["type", "properties", "const", "enum", "items", "additionalProperties"];
        let open = *schema == Value::Bool(true) || schema.as_object().is_some_and(serde_json::Map::is_empty);
        if (open || says_more.iter().any(|key| schema.get(key).is_some()))
            && !found.0.iter().any(|known| std::ptr::eq(*known, schema))
        {
            found.0.push(schema);
        }
    }

    /// The shapes of a field, or none if no shape has it.
    pub(super) fn field(self, of: &Shapes<'s>, name: &str) -> Option<Shapes<'s>> {
        if of.is_open() {
            return Some(of.clone());
        }
        let fields = of.0.iter().filter_map(|shape| {
            let named = shape.get("properties").and_then(|fields| fields.get(name));
            named.or_else(|| shape.get("additionalProperties").filter(|any| **any != Value::Bool(false)))
        });
        Some(self.shapes(fields)).filter(|shapes| !shapes.0.is_empty())
    }

    /// The shapes of a list's items, or of a map's values; none if it is neither.
    pub(super) fn items(self, of: &Shapes<'s>) -> Option<Shapes<'s>> {
        if of.is_open() {
            return Some(of.clone());
        }
        let items = of.0.iter().filter_map(|shape| {
            let map = || shape.get("additionalProperties").filter(|any| **any != Value::Bool(false));
            shape.get("items").or_else(map)
        });
        Some(self.shapes(items)).filter(|shapes| !shapes.0.is_empty())
    }
}

impl<'s> Shapes<'s> {
    /// The schema that allows everything.
    pub(super) fn open() -> Self {
        Self(vec![&Value::Bool(true)])
    }

    /// Whether anything may stand here.
    fn is_open(&self) -> bool {
        self.0
            .iter()
            .any(|shape| *shape == &Value::Bool(true) || shape.as_object().is_some_and(serde_json::Map::is_empty))
    }

    /// The names of all fields, in order.
    pub(super) fn fields(&self) -> BTreeSet<&'s str> {
        let fields = self.0.iter().filter_map(|shape| shape.get("properties")?.as_object());
        fields.flat_map(|fields| fields.keys().map(String::as_str)).collect()
    }

    fn may_be(&self, kind: &str) -> bool {
        self.0.iter().any(|shape| match shape.get("type") {
            Some(Value::String(one)) => one == kind,
            Some(Value::Array(many)) => many.iter().any(|one| one == kind),
            _ => false,
        })
    }

    /// Whether a value of this shape can be printed: text or a number.
    pub(super) fn is_printable(&self) -> bool {
        let text = self.0.iter().all(|shape| match shape.get("type").and_then(Value::as_str) {
            Some("object" | "array" | "boolean") => false,
            _ => shape.get("properties").is_none(),
        });
        self.is_open()
            || text && ["string", "integer", "number"].iter().any(|kind| self.may_be(kind))
            || self.words().is_some()
    }

    /// The only words that the value may be, if they are fixed.
    pub(super) fn words(&self) -> Option<BTreeSet<&'s str>> {
        let mut words = BTreeSet::new();
        for shape in &self.0 {
            let fixed = shape.get("enum").and_then(Value::as_array).map(Vec::as_slice);
            let fixed = fixed.or_else(|| shape.get("const").map(std::slice::from_ref));
            match fixed {
                Some(fixed) => words.extend(fixed.iter().filter_map(Value::as_str)),
                None if shape.get("type").and_then(Value::as_str) == Some("null") => {}
                None => return None,
            }
        }
        Some(words).filter(|words| !words.is_empty())
    }
}
