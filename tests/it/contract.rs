//! Specs to contracts.

use std::collections::BTreeMap;

use servanda::diagnostic::{Format, Options, render};
use servanda::document::template::Templates;
use servanda::document::{contract, markdown};
use servanda::source::{Source, Sources};
use servanda::{LoadError, Loader, examine};

use crate::support::{check_expected, entries, read, repository};

/// Reads what a spec extends from the folder of examples.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

/// The contract of the spec at `path`, as Markdown; every finding ends the test.
fn contract_of(path: &str) -> String {
    let spec = examine(Source::new(path, read(path)), &mut Examples, &servanda::Options::default());
    let show = |found: &[_], sources: &Sources| render(Format::Short, found, sources, &Options::default());
    let Some(agreement) = spec.agreement() else {
        panic!("{path}\n{}", show(&spec.report.diagnostics, &spec.report.sources));
    };
    let mut sources = Sources::default();
    let templates = Templates::load("en", &BTreeMap::new(), &mut sources).expect("the shipped templates");
    match contract(agreement, &templates) {
        Ok(document) => markdown::render(&document),
        Err(found) => panic!("{path}\n{}", show(&found, &sources)),
    }
}

#[test]
fn statements_become_the_sentences_they_should() {
    let cases: Vec<_> = entries("tests/cases/contract").into_iter().filter(|path| path.ends_with(".sla")).collect();
    assert!(!cases.is_empty());
    for case in cases {
        check_expected(&case.replace(".sla", ".md"), &contract_of(&case));
    }
}

#[test]
fn every_example_becomes_a_contract() {
    for example in ["north-star.sla", "saas.sla", "help-desk.sla", "customers/initech.sla"] {
        let text = contract_of(&format!("examples/{example}"));
        // Tables are padded; sentences are not.
        for line in text.lines().filter(|line| !line.starts_with('|')) {
            let slips =
                ["  ", " ,", " .", " ;", "..", "{{", "()"].into_iter().find(|slip| line.trim_start().contains(slip));
            assert_eq!(slips, None, "{example}: {line}");
        }
    }
}
