//! From the text of `servanda.toml` to [`Config`]; every mistake is reported at its own place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Build, Check, Config, FilePath, Output, Side, Weight};
use crate::diagnostic::{Diagnostic, RuleInfo, suggest};
use crate::source::{SourceId, Span};

/// What every finding about the configuration is called.
const RULE: &str = "configuration";

const WEIGHTS: [(&str, Weight); 4] =
    [("off", Weight::Off), ("note", Weight::Note), ("warning", Weight::Warning), ("error", Weight::Error)];
const SIDES: [(&str, Side); 2] = [("provider", Side::Provider), ("customer", Side::Customer)];

type Value<'i> = Spanned<DeValue<'i>>;
type Entry<'t, 'i> = (&'t Spanned<Cow<'i, str>>, &'t Value<'i>);

/// Reads the text of source `source`. `rules` are the rules there are.
///
/// What is right is kept, whatever else is wrong.
pub fn read(source: SourceId, text: &str, rules: &[RuleInfo]) -> (Config, Vec<Diagnostic>) {
    let mut reader = Reader { source, diagnostics: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        reader.report(range, plain_words(error.message()));
    }
    let config = reader.config(table.get_ref(), rules);
    (config, reader.diagnostics)
}

/// Whether a path stays below the folder it starts from, on any system: no root, no drive, no `..`, no URL.
pub fn lies_below(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| part != "..")
}

struct Reader {
    source: SourceId,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range.start, range.end)
    }

    fn report(&mut self, range: Range<usize>, message: impl Into<String>) -> &mut Diagnostic {
        let finding = Diagnostic::error(RULE, self.span(range), message);
        self.diagnostics.push(finding);
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    fn config(&mut self, table: &DeTable<'_>, rules: &[RuleInfo]) -> Config {
        let mut config = Config::default();
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "rules" => config.rules = self.rules(value, rules),
                "house" => config.house = self.path(value),
                "templates" => config.templates = self.path(value),
                "build" => config.build = self.build(value),
                "check" => config.check = self.check(value),
                _ => self.unknown(key, "", &["rules", "house", "templates", "build", "check"]),
            }
        }
        config
    }

    fn rules(&mut self, value: &Value<'_>, rules: &[RuleInfo]) -> BTreeMap<String, Weight> {
        let mut weights = BTreeMap::new();
        for (key, value) in self.table(value) {
            let name = key.get_ref().as_ref();
            match rules.iter().find(|rule| rule.name == name) {
                None => {
                    let finding = self.report(key.span(), format!("no rule is called `{name}`"));
                    let settable = rules.iter().filter(|rule| !rule.fixed).map(|rule| rule.name);
                    finding.help.extend(suggest::did_you_mean(name, settable));
                    finding.help.push("`servanda rules` lists them".into());
                }
                Some(rule) if rule.fixed => {
                    self.report(key.span(), format!("`{name}` is a rule of the language and holds for every spec"));
                }
                Some(_) => {
                    let weight = self.word(value, &WEIGHTS);
                    weights.extend(weight.map(|weight| (name.to_owned(), weight)));
                }
            }
        }
        weights
    }

    fn build(&mut self, value: &Value<'_>) -> Build {
        let mut build = Build::default();
        for (key, value) in self.table(value) {
            match key.get_ref().as_ref() {
                "formats" => build.formats = self.formats(value),
                "out" => build.out = self.path(value),
                _ => self.unknown(key, " in `[build]`", &["formats", "out"]),
            }
        }
        build
    }

    fn formats(&mut self, value: &Value<'_>) -> Option<Vec<Output>> {
        let words = Output::ALL.map(|output| (output.name(), output));
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(value, "a list", "[\"md\", \"pdf\"]");
            return None;
        };
        Some(list.iter().filter_map(|value| self.word(value, &words)).collect())
    }

    fn check(&mut self, value: &Value<'_>) -> Check {
        let mut check = Check::default();
        for (key, value) in self.table(value) {
            match key.get_ref().as_ref() {
                "for" => check.side = self.word(value, &SIDES),
                _ => self.unknown(key, " in `[check]`", &["for"]),
            }
        }
        check
    }

    /// The entries of a table, in the order they are written.
    fn table<'t, 'i>(&mut self, value: &'t Value<'i>) -> Vec<Entry<'t, 'i>> {
        if let Some(table) = value.get_ref().as_table() {
            return in_order(table);
        }
        self.wrong_type(value, "a section", "keys of its own");
        Vec::new()
    }

    /// One of a few words.
    fn word<T: Copy>(&mut self, value: &Value<'_>, words: &[(&str, T)]) -> Option<T> {
        let listed = || words.iter().map(|(word, _)| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, "a word in quotes", &format!("one of {}", listed()));
            return None;
        };
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let finding = self.report(value.span(), format!("`{text}` is none of {}", listed()));
            finding.help.extend(suggest::did_you_mean(text, words.iter().map(|(word, _)| *word)));
        }
        found
    }

    fn path(&mut self, value: &Value<'_>) -> Option<FilePath> {
        let Some(path) = value.get_ref().as_str() else {
            self.wrong_type(value, "a path in quotes", "\"terms/house.sla\"");
            return None;
        };
        if !lies_below(path) {
            let finding = self.report(value.span(), format!("`{path}` leaves the folder of the configuration"));
            finding.help.push("write a path below that folder, with `/` between its parts".into());
            return None;
        }
        Some(FilePath { path: path.to_owned(), span: self.span(value.span()) })
    }

    fn unknown(&mut self, key: &Spanned<Cow<'_, str>>, place: &str, known: &[&str]) {
        let name = key.get_ref();
        let finding = self.report(key.span(), format!("`{name}` is no key of the configuration{place}"));
        let help = suggest::did_you_mean(name, known.iter().copied());
        let all =
            || format!("the keys are {}", known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", "));
        finding.help.push(help.unwrap_or_else(all));
    }

    fn wrong_type(&mut self, value: &Value<'_>, expected: &str, example: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a section",
        };
        let finding = self.report(value.span(), format!("{expected} belongs here, not {found}"));
        finding.help.push(format!("write {example}"));
    }
}

/// A message of the TOML parser for people who never saw one.
pub(super) fn plain_words(message: &str) -> String {
    match message.split(',').next().unwrap_or_default() {
        "invalid basic string" | "invalid literal string" => "the closing quote is missing on this line".into(),
        "duplicate key" => "this key is set twice".into(),
        "unclosed table" => "the closing `]` is missing".into(),
        _ => message.trim_end_matches('.').to_lowercase(),
    }
}

/// The entries in the order they are written, whatever order the map keeps.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}
