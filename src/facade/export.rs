//! What an export starts from: a policy, and the names that only the user's installation knows.

use crate::config::{self, NameEntry};
use crate::diagnostic::Report;
use crate::export::{NameValue, Names, exporters};
use crate::policy::{self, Policy};
use crate::source::{Source, Sources};

/// Reads a policy that was written as JSON.
///
/// # Errors
/// What is wrong with it, at its place.
pub fn read_policy(source: Source) -> Result<Policy, Report> {
    let mut sources = Sources::default();
    let text = source.text().to_owned();
    let main = sources.add(source);
    policy::read(main, &text).map_err(|finding| Report { sources, main, diagnostics: vec![finding] })
}

/// Reads a `names.toml`.
///
/// # Errors
/// All that is wrong with it, each at its place.
pub fn export_names(source: Source) -> Result<Names, Report> {
    let mut sources = Sources::default();
    let text = source.text().to_owned();
    let main = sources.add(source);
    let targets: Vec<&str> = exporters().iter().map(|exporter| exporter.name()).collect();
    let (entries, diagnostics) = config::read_names(main, &text, &targets);
    if !diagnostics.is_empty() {
        return Err(Report { sources, main, diagnostics });
    }
    let value = |entry| match entry {
        NameEntry::Text(text) => NameValue::Text(text),
        NameEntry::Number(number) => NameValue::Number(number),
    };
    Ok(Names::new(entries.into_iter().map(|(key, entry)| (key, value(entry)))))
}
