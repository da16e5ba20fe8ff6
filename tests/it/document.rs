//! Templates to documents: each folder of `cases/document` holds templates, a view
//! and what comes of them, a document or errors.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use servanda::diagnostic::Diagnostic;
use servanda::document::block::{Block, BlockKind, Document, Inline, Meta};
use servanda::document::render_document;
use servanda::document::template::{Override, Templates};
use servanda::source::Sources;

use crate::support::{check_expected, entries, read};

#[test]
fn cases_give_the_expected_document_or_errors() {
    for case in entries("tests/cases/document") {
        let view: Value = serde_json::from_str(&read(&format!("{case}/view.json"))).expect("a view in JSON");
        let schema = format!("{case}/schema.json");
        let schema = if entries(&case).contains(&schema) {
            serde_json::from_str(&read(&schema)).expect("a schema in JSON")
        } else {
            schema_of(&view)
        };
        let (sources, outcome) = build(&templates_of(&case), &view, &schema);
        match outcome {
            Ok(document) => check_expected(&format!("{case}/document.txt"), &outline(&document)),
            Err(found) => check_expected(&format!("{case}/errors.txt"), &listing(&found, &sources)),
        }
    }
}

fn templates_of(case: &str) -> BTreeMap<String, String> {
    let files = entries(case).into_iter().filter(|path| path.ends_with(".hbs.md") || path.ends_with("words.toml"));
    files.map(|path| (path.rsplit('/').next().unwrap_or_default().to_owned(), read(&path))).collect()
}

fn build(
    templates: &BTreeMap<String, String>,
    view: &Value,
    schema: &Value,
) -> (Sources, Result<Document, Vec<Diagnostic>>) {
    let mut sources = Sources::default();
    let own = templates
        .iter()
        .map(|(name, text)| (name.clone(), Override { path: name.clone(), text: text.clone() }))
        .collect();
    let outcome = Templates::load("en", &own, &mut sources)
        .and_then(|templates| render_document(&templates, view, schema, Meta::default()));
    (sources, outcome)
}

/// A schema that says no more than what the view holds.
fn schema_of(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let properties: Map<String, Value> =
                fields.iter().map(|(name, value)| (name.clone(), schema_of(value))).collect();
            json!({ "type": "object", "properties": properties })
        }
        Value::Array(items) => {
            json!({ "type": "array", "items": { "anyOf": items.iter().map(schema_of).collect::<Vec<_>>() } })
        }
        Value::String(_) => json!({ "type": "string" }),
        Value::Number(_) => json!({ "type": "integer" }),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Null => json!({ "type": ["string", "null"] }),
    }
}

fn listing(found: &[Diagnostic], sources: &Sources) -> String {
    let mut text = String::new();
    for found in found {
        let place = found.span.and_then(|span| Some((sources.get(span.source)?, span)));
        match place {
            Some((source, span)) => {
                let at = source.position(span.start as usize);
                let _ = write!(
                    text,
                    "{}:{}:{}: `{}`: ",
                    source.name(),
                    at.line,
                    at.column,
                    sources.text(span).escape_debug()
                );
            }
            None => text.push_str("-: "),
        }
        let _ = writeln!(text, "{} [{}]", found.message, found.rule);
        for help in &found.help {
            let _ = writeln!(text, "    {help}");
        }
    }
    text
}

/// The document, a line a block.
fn outline(document: &Document) -> String {
    let mut text = String::new();
    lines(&document.blocks, 0, &mut text);
    text
}

fn lines(blocks: &[Block], depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        let id = block.id.as_ref().map(|id| format!(" #{id}")).unwrap_or_default();
        let number = |number: &Option<String>| number.clone().unwrap_or_else(|| "-".into());
        let _ = match &block.kind {
            BlockKind::Title(run) => writeln!(text, "{indent}title{id}: {}", words(run)),
            BlockKind::Heading { level, number: given, text: run } => {
                writeln!(text, "{indent}heading {level}{id} {}: {}", number(given), words(run))
            }
            BlockKind::Clause { number, text: run } => writeln!(text, "{indent}clause{id} {number}: {}", words(run)),
            BlockKind::Paragraph(run) => writeln!(text, "{indent}paragraph{id}: {}", words(run)),
            BlockKind::List(items) => {
                let _ = writeln!(text, "{indent}list{id}");
                for item in items {
                    let id = item.id.as_ref().map(|id| format!(" #{id}")).unwrap_or_default();
                    let _ = writeln!(text, "{indent}  item {}{id}", item.marker);
                    lines(&item.blocks, depth + 2, text);
                }
                Ok(())
            }
            BlockKind::Table(table) => {
                let row = |cells: &[Vec<Inline>]| cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | ");
                let _ = writeln!(text, "{indent}table{id} {:?}: {}", table.columns, row(&table.head));
                table.rows.iter().try_for_each(|cells| writeln!(text, "{indent}  {}", row(cells)))
            }
            BlockKind::Group { role, blocks } => {
                let _ = writeln!(text, "{indent}group{id} {role:?}");
                lines(blocks, depth + 1, text);
                Ok(())
            }
        };
    }
}

fn words(run: &[Inline]) -> String {
    run.iter()
        .map(|inline| match inline {
            Inline::Text(words) => words.clone(),
            Inline::Emphasis(inside) => format!("<em {}>", words(inside)),
            Inline::Strong(inside) => format!("<strong {}>", words(inside)),
            Inline::Code(words) => format!("<code {words}>"),
            Inline::Reference { target, text } => format!("<ref {target} {text}>"),
            Inline::Link { url, text } => format!("<link {url} {}>", words(text)),
            Inline::Break => "<break>".into(),
        })
        .collect()
}
