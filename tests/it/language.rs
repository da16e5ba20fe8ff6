//! The language reference is true: its examples parse, and no statement is left out.

use std::collections::BTreeSet;

use servanda::source::SourceId;
use servanda::syntax::{self, tree::Line};

const REFERENCE: &str = include_str!("../../docs/language.md");
const GRAMMAR: &str = include_str!("../../grammar/agreement.pest");

/// The examples of the reference.
fn examples() -> Vec<&'static str> {
    REFERENCE.split("```sla\n").skip(1).filter_map(|rest| rest.split_once("```").map(|(example, _)| example)).collect()
}

#[test]
fn every_example_of_the_reference_parses() {
    assert!(examples().len() > 30, "the reference has lost its examples");
    for example in examples() {
        let (_, diagnostics) = syntax::parse(SourceId::default(), example);
        let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert!(messages.is_empty(), "{messages:?} in\n{example}");
    }
}

#[test]
fn every_statement_of_the_grammar_has_an_example() {
    let mut shown = BTreeSet::new();
    for example in examples() {
        let (spec, _) = syntax::parse(SourceId::default(), example);
        spec.lines.iter().for_each(|line| collect(line, &mut shown));
    }
    let missing: Vec<String> = statements().difference(&shown).cloned().collect();
    assert!(missing.is_empty(), "statements without an example in docs/language.md: {missing:?}");
}

fn collect(line: &Line, shown: &mut BTreeSet<String>) {
    shown.insert(format!("{:?}", line.kind()));
    line.children.iter().for_each(|child| collect(child, shown));
}

/// The alternatives of the `in_SECTION` rules that are statements.
fn statements() -> BTreeSet<String> {
    let mut statements = BTreeSet::new();
    let mut rest = GRAMMAR;
    while let Some(at) = rest.find("\nin_") {
        let rule = &rest[at + 1..];
        let end = rule.find('}').unwrap_or(rule.len());
        // `in_unit = { … }` is a statement; only the silent `_{ … }` lists statements.
        let body = rule[..end].split_once("_{").map_or("", |(_, body)| body);
        statements.extend(
            body.split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .filter(|name| !name.is_empty() && !name.starts_with("in_"))
                .map(str::to_owned),
        );
        rest = &rule[end..];
    }
    statements
}
