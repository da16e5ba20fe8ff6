//! What is told of the cost of every example, word for word.

use std::collections::BTreeMap;

use servanda::source::Source;
use servanda::{Exposure, LoadError, Loader, Options, examine};

use crate::support::{check_expected, entries, read, repository};

struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

fn told(path: &str) -> Exposure {
    let mut spec = examine(Source::new(path, read(path)), &mut Examples, &Options::default());
    spec.exposure(&BTreeMap::new()).unwrap_or_else(|| panic!("{:#?}", spec.report))
}

#[test]
fn the_north_star_is_told_for_people_and_for_programs() {
    let exposure = told("examples/north-star.sla");
    check_expected("tests/cases/exposure/north-star.txt", &exposure.to_text());
    check_expected("tests/cases/exposure/north-star.json", &exposure.to_json());
}

#[test]
fn every_example_is_told() {
    let mut paths = entries("examples/real");
    paths.extend(["examples/help-desk.sla", "examples/saas.sla", "examples/customers/initech.sla"].map(String::from));
    let all: String = paths.iter().map(|path| format!("== {path}\n{}\n", told(path).to_text())).collect();
    check_expected("tests/cases/exposure/examples.txt", &all);
}
