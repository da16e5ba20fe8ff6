//! What only the user's own installation knows: ids of groups, schedules, users; the entries of `names.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// What stands for all things of a kind.
const ALL: &str = "*";

/// A value of `names.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameValue {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
}

/// A name that an exporter asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// The target: `zendesk`.
    pub target: &'static str,
    /// The kind of thing: `schedules`.
    pub kind: &'static str,
    /// Its name in the agreement: `Office Hours`.
    pub key: String,
    /// What to write, for a person: `the id of the schedule`.
    pub what: &'static str,
    /// Whether a whole number is wanted.
    pub number: bool,
    /// The value as it is written in `names.toml`, where there is one.
    pub known: Option<String>,
}

/// The entries of `names.toml`, by target, kind and key; remembers what was asked for.
#[derive(Debug, Clone, Default)]
pub struct Names {
    target: &'static str,
    /// Shared: a thousand agreements ask the same list, each for every target.
    entries: Arc<BTreeMap<(String, String, String), NameValue>>,
    wanted: BTreeMap<(&'static str, String), Wanted>,
}

impl Names {
    /// The names of these entries: target, kind, key and value.
    pub fn new(entries: impl IntoIterator<Item = ((String, String, String), NameValue)>) -> Self {
        Self { target: "", entries: Arc::new(entries.into_iter().collect()), wanted: BTreeMap::new() }
    }

    /// The same entries, as one target asks for them.
    pub(super) fn of(&self, target: &'static str) -> Self {
        Self { target, entries: Arc::clone(&self.entries), wanted: BTreeMap::new() }
    }

    /// The text that stands for `key` among the things of a kind. Where it is missing it is noted, and what is
    /// exported is not written.
    pub fn text(&mut self, kind: &'static str, key: &str, what: &'static str) -> String {
        let found = match self.entry(kind, key) {
            Some(NameValue::Text(text)) => Some(text.clone()),
            Some(NameValue::Number(number)) => Some(number.to_string()),
            None => None,
        };
        self.want(kind, key, what, false, found.as_ref().map(|text| quoted(text)));
        found.unwrap_or_default()
    }

    /// The whole number that stands for `key` among the things of a kind; a missing one is noted.
    pub fn number(&mut self, kind: &'static str, key: &str, what: &'static str) -> i64 {
        let found = match self.entry(kind, key) {
            Some(NameValue::Number(number)) => Some(*number),
            Some(NameValue::Text(text)) => text.trim().parse().ok(),
            None => None,
        };
        self.want(kind, key, what, true, found.map(|number| number.to_string()));
        found.unwrap_or_default()
    }

    /// As [`text`](Self::text); none for `*`, which stands for all things of the kind.
    pub fn text_or_all(&mut self, kind: &'static str, key: &str, what: &'static str) -> Option<String> {
        Some(self.text(kind, key, what)).filter(|text| text != ALL)
    }

    /// As [`number`](Self::number); none for `*`, which stands for all things of the kind.
    pub fn number_or_all(&mut self, kind: &'static str, key: &str, what: &'static str) -> Option<i64> {
        if matches!(self.entry(kind, key), Some(NameValue::Text(text)) if text == ALL) {
            self.want(kind, key, what, true, Some(quoted(ALL)));
            return None;
        }
        Some(self.number(kind, key, what))
    }

    /// A text that may be left out; the tool then takes `otherwise`.
    pub fn text_or(&mut self, kind: &'static str, key: &str, what: &'static str, otherwise: &str) -> String {
        let found = match self.entry(kind, key) {
            Some(NameValue::Text(text)) => text.clone(),
            Some(NameValue::Number(number)) => number.to_string(),
            None => otherwise.to_owned(),
        };
        self.want(kind, key, what, false, Some(quoted(&found)));
        found
    }

    fn entry(&self, kind: &str, key: &str) -> Option<&NameValue> {
        self.entries.get(&(self.target.to_owned(), kind.to_owned(), key.to_owned()))
    }

    fn want(&mut self, kind: &'static str, key: &str, what: &'static str, number: bool, known: Option<String>) {
        let wanted = Wanted { target: self.target, kind, key: key.to_owned(), what, number, known };
        self.wanted.insert((kind, key.to_owned()), wanted);
    }

    /// What was asked for and is not there.
    pub(super) fn missing(&self) -> Vec<Wanted> {
        self.wanted.values().filter(|wanted| wanted.known.is_none()).cloned().collect()
    }

    /// All that was asked for.
    pub(super) fn wanted(&self) -> Vec<Wanted> {
        self.wanted.values().cloned().collect()
    }

    /// A `names.toml` with a line for each wanted name, filled in as far as it is known. What each of several agreements
    /// has a value of its own for, such as a prefix, is not filled in: one value would hold for all.
    pub fn template(wanted: &[Wanted]) -> String {
        let mut sorted: Vec<_> = wanted.iter().collect();
        sorted.sort();
        sorted.dedup();
        let mut out =
            String::from("# What only your own installation knows. Fill in the lines that end in a question mark.\n");
        let mut table = ("", "");
        for same in
            sorted.chunk_by(|one, other| (one.target, one.kind, &one.key) == (other.target, other.kind, &other.key))
        {
            let wanted = same[0];
            if table != (wanted.target, wanted.kind) {
                table = (wanted.target, wanted.kind);
                let _ = write!(out, "\n[{}.{}]\n", wanted.target, wanted.kind);
            }
            let key = quoted(&wanted.key);
            let _ = match &wanted.known {
                Some(_) if same.len() > 1 => writeln!(out, "# {key}: each agreement has its own; {}", wanted.what),
                Some(value) => writeln!(out, "{key} = {value} # {}", wanted.what),
                None => writeln!(out, "# {key} = {} # {} ?", if wanted.number { "0" } else { "\"\"" }, wanted.what),
            };
        }
        out
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    // JSON's escapes are those of TOML's basic strings; a text has no form that fails.
    serde_json::to_string(text).unwrap_or_default().replace('\u{7F}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_agreement_has_of_its_own_is_not_filled_in_for_all() {
        let wanted = |key: &str, known: Option<&str>| Wanted {
            target: "zabbix",
            kind: "agreement",
            key: key.into(),
            what: "what names begin with",
            number: false,
            known: known.map(quoted),
        };
        let all = [
            wanted("prefix", Some("initech")),
            wanted("tag", Some("sla")),
            wanted("prefix", Some("hooli")),
            wanted("tag", Some("sla")),
            wanted("zone", None),
        ];
        let names: toml::Table = Names::template(&all).parse().expect("TOML");
        let expected: toml::Table = "[zabbix.agreement]\ntag = \"sla\"".parse().expect("TOML");
        assert_eq!(names, expected);
    }
}
