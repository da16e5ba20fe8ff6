//! The examples: each is clean, and its policy holds all that the contract was made of.

use std::collections::BTreeMap;

use servanda::config::Output;
use servanda::diagnostic::{self, Format};
use servanda::document::template::Templates;
use servanda::document::{contract, markdown};
use servanda::source::{Source, SourceId, Sources};
use servanda::{LoadError, Loader, Options, Spec, examine, policy};

use crate::support::{entries, read, repository};

/// Reads what specs extend, below the folder of the examples.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

fn examined() -> Vec<Spec> {
    let paths = ["examples", "examples/customers", "examples/real"].into_iter().flat_map(entries);
    let specs: Vec<Spec> = paths
        .filter(|path| path.ends_with(".sla"))
        .map(|path| examine(Source::new(path.as_str(), read(&path)), &mut Examples, &Options::default()))
        .collect();
    assert!(specs.len() >= 19, "three examples of real weight, and what published agreements say");
    specs
}

#[test]
fn every_example_is_clean() {
    for spec in examined() {
        let report = &spec.report;
        let shown =
            diagnostic::render(Format::Human, &report.diagnostics, &report.sources, &diagnostic::Options::default());
        assert_eq!(shown, "");
    }
}

/// The typed agreement is regenerated from the policy, and from that the same contract.
#[test]
fn the_policy_is_the_whole_agreement() {
    for mut spec in examined() {
        let outputs = [Output::Markdown, Output::PolicyJson];
        let built = spec.build(&outputs, &BTreeMap::new(), None).unwrap_or_else(|| panic!("{:#?}", spec.report));
        let [(_, contract_bytes), (_, policy_bytes)] = built.as_slice() else { panic!("two outputs") };
        let text = std::str::from_utf8(policy_bytes).expect("UTF-8");
        let read = policy::read(SourceId(0), text).unwrap_or_else(|finding| panic!("{finding:#?}"));
        assert_eq!(Some(&read.agreement), spec.agreement());
        assert_eq!(policy::to_json(&read).as_bytes(), policy_bytes);

        let language = read.agreement.heading.language.as_str();
        let templates =
            Templates::load(language, &BTreeMap::new(), &mut Sources::default()).expect("shipped templates");
        let document = contract(read.agreements(), &templates).expect("a contract");
        assert_eq!(markdown::render(&document).as_bytes(), contract_bytes);
    }
}

/// What published agreements say is said in statements that a machine can act on, not in words only.
#[test]
fn ninety_five_of_a_hundred_statements_are_typed() {
    let real =
        |spec: &Spec| spec.report.sources.get(spec.report.main).is_some_and(|source| source.name().contains("/real/"));
    let coverage: Vec<_> = examined().iter().filter(|spec| real(spec)).map(Spec::coverage).collect();
    assert!(coverage.len() >= 16);
    let typed: usize = coverage.iter().map(|coverage| coverage.typed).sum();
    let all: usize = coverage.iter().map(|coverage| coverage.statements).sum();
    assert!(typed * 100 >= all * 95, "{typed} of {all}");
}
