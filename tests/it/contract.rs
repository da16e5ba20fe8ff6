//! Specs to contracts.

use std::collections::{BTreeMap, BTreeSet};

use servanda::diagnostic::{Format, Options as Shown, render};
use servanda::document::block::{Block, BlockKind, Document, Inline};
use servanda::document::template::Templates;
use servanda::document::{contract, markdown};
use servanda::prose::Kind;
use servanda::source::{Source, Sources};
use servanda::{LoadError, Loader, Options, examine, lint};

use crate::support::{check_expected, entries, read, repository};

/// Reads what a spec extends from the folder of examples.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

/// The contract of the spec at `path`, as Markdown.
fn contract_of(path: &str) -> String {
    markdown::render(&document_of(path))
}

/// The contract of the spec at `path`; every finding ends the test.
fn document_of(path: &str) -> Document {
    let spec = examine(Source::new(path, read(path)), &mut Examples, &Options::default());
    let show = |found: &[_], sources: &Sources| render(Format::Short, found, sources, &Shown::default());
    assert!(spec.agreement().is_some(), "{path}\n{}", show(&spec.report.diagnostics, &spec.report.sources));
    let mut sources = Sources::default();
    let templates = Templates::load("en", &BTreeMap::new(), &mut sources).expect("the shipped templates");
    contract(spec.agreements(), &templates).unwrap_or_else(|found| panic!("{path}\n{}", show(&found, &sources)))
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
fn every_statement_and_the_north_star_read_as_expected() {
    check_expected("tests/cases/contract/everything.md", &contract_of("tests/cases/everything/everything.sla"));
    check_expected("tests/cases/contract/north-star.md", &contract_of("examples/north-star.sla"));
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

/// Of the contract's own terms, those that the text uses are defined, and no others.
#[test]
fn own_terms_are_defined_where_used() {
    let words: toml::Value = toml::from_str(&read("templates/en/words.toml")).expect("words");
    let terms = words["forms"]["terms"].as_table().expect("terms");
    for spec in ["examples/north-star.sla", "tests/cases/everything/everything.sla"] {
        let mut defined = Vec::new();
        let mut text = String::new();
        collect(&document_of(spec).blocks, &mut defined, &mut text);
        for term in terms.values().filter_map(toml::Value::as_str) {
            let is_defined = defined.iter().any(|defined| defined == term);
            assert_eq!(text.contains(term), is_defined, "{spec}: {term}");
        }
    }
}

/// All strong words, which are those that are defined, and apart from them all text.
fn collect(blocks: &[Block], defined: &mut Vec<String>, text: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Title(run)
            | BlockKind::Heading { text: run, .. }
            | BlockKind::Clause { text: run, .. }
            | BlockKind::Paragraph(run) => collect_run(run, defined, text),
            BlockKind::List(items) => items.iter().for_each(|item| collect(&item.blocks, defined, text)),
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| collect_run(cell, defined, text));
            }
            BlockKind::Group { blocks, .. } => collect(blocks, defined, text),
        }
    }
}

fn collect_run(run: &[Inline], defined: &mut Vec<String>, text: &mut String) {
    for inline in run {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Strong(inside) => {
                if let [Inline::Text(term)] = inside.as_slice() {
                    defined.push(term.clone());
                }
            }
            Inline::Emphasis(inside) | Inline::Link { text: inside, .. } => collect_run(inside, defined, text),
            Inline::Code(_) | Inline::Reference { .. } | Inline::Break => {}
        }
    }
    text.push('\n');
}

/// What the linter finds in words and facts of the examples' authors and that stays: the words, the rule where it is
/// about the structure, and the reason. Of our own wording, none.
const LINTED_AND_KEPT: &[(&str, &str, &str)] = &[
    ("due care", "", "the usual measure of force majeure, in the author's definition"),
    ("such as", "", "examples after a definition that is complete without them"),
    ("some", "", "a criterion of severity; who decides it and how it is disputed stands beside it"),
    ("commercially reasonable efforts", "", "the published agreement promises no more; a rule of `check` says so"),
    (
        "p3",
        "severity-lacks-resolution",
        "the spec of every statement gives this severity no time, to show a table's gap",
    ),
    ("p2", "severities-without-rest", "the published help desk knows these two kinds of ticket alone"),
];

/// Whether an entry is about a finding of these words by this rule.
fn is_kept((known, by, _): &(&str, &str, &str), words: &str, rule: &str) -> bool {
    words == *known && (by.is_empty() || rule == *by)
}

/// Our wording passes our own linter: the contracts of all examples, as someone else would lint them.
#[test]
fn contracts_pass_the_linter() {
    let specs = |folder: &str| entries(folder).into_iter().filter(|path| path.ends_with(".sla")).collect::<Vec<_>>();
    let mut examples = [specs("examples"), specs("examples/customers"), specs("examples/real")].concat();
    examples.push("tests/cases/everything/everything.sla".to_owned());
    let mut found = Vec::new();
    let mut kept = BTreeSet::new();
    for example in &examples {
        let name = format!("{example}.md");
        let report = lint(Source::new(name.as_str(), contract_of(example)), Kind::Markdown, &Options::default());
        // Published agreements are vague in words of their own, which their specs quote.
        let quoted = if example.contains("/real/") { read(example).to_lowercase() } else { String::new() };
        for finding in &report.diagnostics {
            let words = finding.span.map_or("", |span| report.sources.text(span)).to_lowercase();
            match LINTED_AND_KEPT.iter().find(|entry| is_kept(entry, &words, finding.rule)) {
                Some((known, ..)) => drop(kept.insert(*known)),
                None if words.split(' ').next_back().is_some_and(|last| quoted.contains(last)) => {}
                None => {
                    found.push(render(
                        Format::Short,
                        std::slice::from_ref(finding),
                        &report.sources,
                        &Shown::default(),
                    ));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.concat());
    for (words, ..) in LINTED_AND_KEPT {
        assert!(kept.contains(words), "nothing finds `{words}` any more");
    }
}

/// A text in single spaces, without the addresses of its links and with plain apostrophes.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for (at, piece) in text.split("](#").enumerate() {
        plain.push_str(if at == 0 { piece } else { piece.split_once(')').map_or(piece, |(_, after)| after) });
    }
    let plain = plain.replace('[', "").replace('’', "'");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has these words, with anything in place of each `…`.
fn has(text: &str, words: &str) -> bool {
    let mut rest = text;
    words.split('…').all(|part| {
        let part = plain(part);
        let found = rest.find(&part).map(|at| &rest[at + part.len()..]);
        rest = found.unwrap_or(rest);
        found.is_some()
    })
}

/// What stands between pairs of a mark.
fn between(cell: &str, mark: char) -> Vec<&str> {
    cell.split(mark).skip(1).step_by(2).collect()
}

/// `docs/contract.md` is true: each sentence that it quotes is printed from a statement beside it.
#[test]
fn every_sentence_of_the_page_on_contracts_is_made_by_its_statement() {
    let folders = ["examples", "examples/real", "tests/cases/contract", "tests/cases/everything"];
    let specs = folders.iter().flat_map(|folder| entries(folder)).filter(|path| path.ends_with(".sla"));
    let cases: Vec<(String, String)> = specs.map(|path| (plain(&read(&path)), plain(&contract_of(&path)))).collect();
    let page = read("docs/contract.md");
    let mut wrong = Vec::new();
    let mut numbers = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let [number, statement, sentence] = cells[..] else { continue };
        numbers.extend(number.trim().parse::<u8>());
        let (said, unsaid) = if statement.starts_with("no ") { ("", statement) } else { (statement, "") };
        let (statements, absent) = (between(said, '`'), between(unsaid, '`'));
        for said in &statements {
            if !cases.iter().any(|(spec, _)| has(spec, said)) {
                wrong.push(format!("no case says `{said}`"));
            }
        }
        for printed in between(sentence, '"') {
            let makes = |(spec, contract): &(String, String)| {
                has(contract, printed)
                    && (statements.is_empty() || statements.iter().any(|said| has(spec, said)))
                    && !absent.iter().any(|said| has(spec, said))
            };
            if !cases.iter().any(makes) {
                wrong.push(format!("{statements:?} does not make \"{printed}\""));
            }
        }
    }
    assert_eq!(numbers, (1..=14).collect(), "each of the sentences that decide disputes has its rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
