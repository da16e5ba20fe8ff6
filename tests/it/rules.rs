//! Every rule that a finding can name has its page.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::repository;

/// The rules that the code reports, read from the code.
fn reported(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            reported(&path, names);
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("the file");
        for call in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::new(", "Problem::new("] {
            let calls = text.split(call).skip(1);
            let literals = calls.filter_map(|after| after.trim_start().strip_prefix('"')?.split('"').next());
            names.extend(literals.map(String::from));
        }
    }
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let mut names = BTreeSet::new();
    reported(&repository("src"), &mut names);
    let known: BTreeSet<String> = servanda::rules().iter().map(|rule| rule.name.to_owned()).collect();
    let missing: Vec<_> = names.difference(&known).collect();
    assert!(missing.is_empty(), "without a line in src/rules.rs and a page in docs/rules: {missing:?}");
    for entry in std::fs::read_dir(repository("docs/rules")).expect("the pages") {
        let name = entry.expect("a page").path().file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(known.contains(&name), "{name} is the page of no rule");
    }
}

#[test]
fn pages_have_one_shape() {
    for rule in servanda::rules() {
        let mut lines = rule.page.lines();
        assert_eq!(lines.next(), Some(format!("# {}", rule.name).as_str()));
        assert_eq!(lines.next(), Some(""), "{}", rule.name);
        assert_eq!(lines.next(), Some(format!("{}.", rule.summary).as_str()), "{}", rule.name);
        assert!(!rule.tags.is_empty() && rule.page.len() > 100, "{}", rule.name);
    }
}
