//! Agreements to contracts.

use std::collections::BTreeMap;

use servanda::diagnostic::{Format, Options, render};
use servanda::document::template::Templates;
use servanda::document::{contract, markdown};
use servanda::model::Agreement;
use servanda::source::Sources;

use crate::support::{check_expected, entries, read};

#[test]
fn agreements_become_contracts() {
    for case in entries("tests/cases/contract").into_iter().filter(|path| path.ends_with(".json")) {
        let agreement: Agreement = serde_json::from_str(&read(&case)).unwrap_or_else(|error| panic!("{case}: {error}"));
        let mut sources = Sources::default();
        let templates = Templates::load("en", &BTreeMap::new(), &mut sources).expect("the shipped templates");
        match contract(&agreement, &templates) {
            Ok(document) => check_expected(&case.replace(".json", ".md"), &markdown::render(&document)),
            Err(found) => panic!("{case}\n{}", render(Format::Short, &found, &sources, &Options::default())),
        }
    }
}
