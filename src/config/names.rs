//! From the text of `names.toml` to its entries; every mistake is reported at its own place.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::read::plain_words;
use crate::diagnostic::{Diagnostic, suggest};
use crate::source::{SourceId, Span};

/// What every finding about the file is called.
const RULE: &str = "configuration";

/// An entry's target, kind and key.
pub type NameKey = (String, String, String);

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameEntry {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
}

/// Reads the text of source `source`: tables `[TARGET.KIND]` with `KEY = TEXT or whole number`. `targets` are the
/// targets there are.
pub fn read_names(source: SourceId, text: &str, targets: &[&str]) -> (BTreeMap<NameKey, NameEntry>, Vec<Diagnostic>) {
    let mut entries = BTreeMap::new();
    let mut found = Vec::new();
    let at = |range: std::ops::Range<usize>| Span::new(source, range.start, range.end);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        found.push(Diagnostic::error(RULE, at(error.span().unwrap_or(0..0)), plain_words(error.message())));
    }
    for (target, kinds) in table.get_ref() {
        let name = target.get_ref().as_ref();
        if !targets.contains(&name) {
            let mut finding = Diagnostic::error(RULE, at(target.span()), format!("no target is called `{name}`"));
            finding.help.extend(suggest::did_you_mean(name, targets.iter().copied()));
            finding.help.push("`servanda targets` lists them".into());
            found.push(finding);
            continue;
        }
        let Some(kinds) = kinds.get_ref().as_table() else {
            found.push(wrong(at(target.span()), format!("write a table here, such as `[{name}.groups]`")));
            continue;
        };
        for (kind, keys) in kinds {
            let Some(keys) = keys.get_ref().as_table() else {
                found
                    .push(wrong(at(kind.span()), format!("write a table here, such as `[{name}.{}]`", kind.get_ref())));
                continue;
            };
            for (key, value) in keys {
                let entry = match value.get_ref() {
                    DeValue::String(text) => NameEntry::Text(text.to_string()),
                    DeValue::Integer(number) => match number.as_str().parse() {
                        Ok(parsed) if number.radix() == 10 => NameEntry::Number(parsed),
                        _ => {
                            found.push(wrong(at(value.span()), "write a whole number, such as 360001".into()));
                            continue;
                        }
                    },
                    _ => {
                        found.push(wrong(at(value.span()), "write a text in quotes or a whole number".into()));
                        continue;
                    }
                };
                let place = (name.to_owned(), kind.get_ref().to_string(), key.get_ref().to_string());
                entries.insert(place, entry);
            }
        }
    }
    found.sort_by_key(|finding| finding.span.map(|span| span.start));
    (entries, found)
}

fn wrong(span: Span, help: String) -> Diagnostic {
    Diagnostic::error(RULE, span, "this is not a name").help(help)
}
