//! Rights and remedies side by side: the north star word for word, and a right that only one party has.

use std::collections::BTreeMap;

use servanda::source::Source;
use servanda::{LoadError, Loader, Options, Sides, examine};

use crate::support::{check_expected, read};

struct Nothing;

impl Loader for Nothing {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

fn sides(text: &str) -> Sides {
    let mut spec = examine(Source::new("examples/north-star.sla", text), &mut Nothing, &Options::default());
    spec.sides(&BTreeMap::new()).unwrap_or_else(|| panic!("{:#?}", spec.report))
}

#[test]
fn the_north_star_is_shown_side_by_side() {
    check_expected("tests/cases/sides/north-star.txt", &sides(&read("examples/north-star.sla")).to_text());
}

#[test]
fn a_right_of_one_party_leaves_none_to_the_other() {
    let text = read("examples/north-star.sla").replacen("either party may terminate for", "Acme may terminate for", 1);
    let told = sides(&text);
    let row = told.rows.iter().find(|row| row.what == "terminate for breach").expect("a row");
    assert_eq!(row.provider.len(), 1);
    assert!(row.customer.is_empty());
    assert!(row.provider[0].clause.is_some());
    assert!(told.to_text().contains("\n  Globex  none\n"));
}
