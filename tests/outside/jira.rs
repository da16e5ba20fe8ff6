//! Jira: the queries of the checklists are read by Atlassian's own parser of JQL.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::{expected, python, root, run};

/// The clauses of each query of each checklist, as the parser reads them.
fn parsed(lists: &[PathBuf]) -> Vec<Vec<Value>> {
    // `tests/run` installs the parser, and Node.js beside Python.
    let python_path = PathBuf::from(python("jql.js").get_program());
    let node = python_path.parent().expect("a folder").join("node");
    let said = run(Command::new(node).arg("tests/outside/jql.js").args(lists).current_dir(root()));
    serde_json::from_str(&said).expect("clauses as JSON")
}

/// The texts that a clause compares with, each with its field.
fn compared<'c>(clause: &'c Value, found: &mut Vec<(&'c str, &'c str)>) {
    for word in ["and", "or"] {
        clause[word].as_array().into_iter().flatten().for_each(|part| compared(part, found));
    }
    let Some(field) = clause["field"].as_str() else { return };
    let values = clause["value"].as_array().map_or_else(|| vec![&clause["value"]], |values| values.iter().collect());
    found.extend(values.into_iter().filter_map(|value| Some((field, value.as_str()?))));
}

#[test]
fn each_query_is_for_tickets_of_the_customer_alone() {
    let lists = expected("jira", "checklist.md");
    let parsed = parsed(&lists);
    let mut count = 0;
    for (list, queries) in lists.iter().zip(&parsed) {
        assert!(!queries.is_empty(), "{}", list.display());
        for query in queries {
            count += 1;
            // What holds for all: the organization; nothing beside it is an alternative to it.
            let parts = query["and"].as_array().unwrap_or_else(|| panic!("{}: {query}", list.display()));
            assert_eq!(parts[0]["field"], "organizations", "{query}");
            assert_eq!(parts[0]["operator"], "=", "{query}");
            let fields = ["organizations", "Request Type", "component", "priority"];
            let mut texts = Vec::new();
            compared(query, &mut texts);
            assert!(texts.iter().all(|(field, _)| fields.contains(field)), "{query}");
        }
    }
    assert!(count > 50, "{count} queries");
}

/// Names with quotes, line ends and words of JQL are read back as they are.
#[test]
fn hostile_names_survive() {
    let policy = std::fs::read_to_string(root().join("tests/cases/export/hostile.policy.json")).expect("a policy");
    let policy: Value = serde_json::from_str(&policy).expect("JSON");
    let name = policy["agreement"]["requests"][0]["name"].as_str().expect("a name");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let list = root().join("tests/cases/export/jira/hostile/checklist.md");
    let parsed = parsed(&[list]);
    let mut texts = Vec::new();
    parsed[0].iter().for_each(|query| compared(query, &mut texts));
    let types: Vec<_> = texts.into_iter().filter(|(field, _)| *field == "Request Type").collect();
    assert!(types.len() > 3 && types.iter().all(|(_, text)| *text == name || *text == "empty"), "{types:?}");
}
