//! The rules about agreements: each with a case that fails and one that passes, and no other rule disturbed.

use std::collections::BTreeSet;

use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use crate::support::{entries, read};

/// The agreement that cases change.
const BASE: &str = "examples/north-star.sla";

/// No other files.
pub(crate) struct Nothing;

impl Loader for Nothing {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }

    fn name(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// The rules that find something in a text, in order.
pub(crate) fn found(text: &str) -> BTreeSet<&'static str> {
    let spec = examine(Source::new("case.sla", text), &mut Nothing, &Options::default());
    spec.report.diagnostics.iter().map(|finding| finding.rule).collect()
}

/// A case: lines that are taken out, `- …`, and what is put in the place of the last of them, `+ …`.
fn changed(base: &str, edits: &[&str], case: &str) -> String {
    let mut lines: Vec<&str> = base.lines().collect();
    let text = |edit: &&'_ str| -> String { edit.get(2..).unwrap_or("").to_owned() };
    let mut at = 0;
    while at < edits.len() {
        let run = |sign: &str, from: usize| edits[from..].iter().take_while(|edit| edit.starts_with(sign)).count();
        // Lines that follow one another in the base are taken out together, others each at its place.
        let found = (1..=run("-", at)).rev().find_map(|count| {
            let wanted: Vec<String> = edits[at..at + count].iter().map(text).collect();
            Some((count, lines.windows(count).position(|window| window == wanted.as_slice())?))
        });
        let (out, place) = found.unwrap_or_else(|| panic!("{case}: the base has no line `{}`", edits[at]));
        let put = run("+", at + out);
        let new = edits[at + out..at + out + put].iter().map(|edit| edit.get(2..).unwrap_or(""));
        lines.splice(place..place + out, new);
        at += out + put;
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_base_has_no_findings() {
    assert_eq!(found(&read(BASE)), BTreeSet::new());
}

#[test]
fn each_rule_finds_its_case_and_nothing_else() {
    let base = read(BASE);
    let mut wrong = Vec::new();
    let mut cases = BTreeSet::new();
    for path in entries("tests/cases/check") {
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".txt").to_owned();
        let text = read(&path);
        let (fails, passes) = text.strip_prefix("fails\n").and_then(|rest| rest.split_once("passes\n")).expect(&path);
        let (more, fails): (Vec<&str>, Vec<&str>) = fails.lines().partition(|line| line.starts_with('!'));
        let more = more.iter().map(|line| line[2..].to_owned()).collect();
        let passes: Vec<&str> = passes.lines().collect();
        let mut expected: BTreeSet<String> = more;
        expected.insert(name.clone());
        let failing: BTreeSet<String> = found(&changed(&base, &fails, &name)).into_iter().map(String::from).collect();
        if failing != expected {
            wrong.push(format!("{name}: the failing case gives {failing:?}"));
        }
        let passing = found(&changed(&base, &passes, &name));
        if !passing.is_empty() {
            wrong.push(format!("{name}: the passing case gives {passing:?}"));
        }
        cases.insert(name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let rules: BTreeSet<String> =
        servanda::check::FAMILIES.iter().flat_map(|(_, rules)| *rules).map(|rule| rule.name.to_owned()).collect();
    assert_eq!(cases, rules, "each rule has a case, and each case a rule");
    assert!(rules.len() >= 90, "{} rules", rules.len());
}

/// Where a vague word stands in a spec: line and column, from 1.
fn vague_at(text: &str) -> Vec<(String, usize, usize)> {
    let spec = examine(Source::new("case.sla", text), &mut Nothing, &Options::default());
    let source = spec.report.sources.get(spec.report.main).expect("the spec");
    let vague = spec.report.diagnostics.iter().filter(|finding| finding.rule.starts_with("vague-"));
    vague
        .map(|finding| {
            let span = finding.span.expect("a place");
            let at = source.position(span.start as usize);
            (source.text()[span.start as usize..span.end as usize].to_owned(), at.line, at.column)
        })
        .collect()
}

#[test]
fn vague_words_are_found_where_they_stand_in_the_quoted_text() {
    let base = read(BASE);
    let line = |words: &str, text: &str| text.lines().position(|line| line.contains(words)).expect(words) + 1;
    let one = base.replacen("\"any other fault\"", "\"any fault that is not answered promptly\"", 1);
    assert_eq!(vague_at(&one), [("promptly".to_owned(), line("promptly", &one), 52)]);
    let block = base.replacen("care; failures", "care and ends as soon as possible; failures", 1);
    let at = line("as soon as possible", &block);
    let column = block.lines().nth(at - 1).and_then(|line| line.find("as soon")).expect("the words") + 1;
    assert_eq!(vague_at(&block), [("as soon as possible".to_owned(), at, column)]);
    let clause = base.replacen("Acme publishes the state", "Acme promptly publishes the state", 1);
    assert_eq!(vague_at(&clause), [("promptly".to_owned(), line("Acme promptly", &clause), 8)]);
    // A title, a name or an address says nothing.
    assert_eq!(vague_at(&base.replacen("\"Acme API\"", "\"Acme Prompt and Reasonable API\"", 1)), []);
}

/// Defects of published agreements, in our own wording: each with the rule that finds it, and what it says.
#[test]
fn known_defects_of_published_agreements_are_found() {
    let base = read(BASE);
    let paths = entries("tests/cases/defects");
    assert!(paths.len() >= 8, "{paths:?}");
    for path in paths {
        let text = read(&path);
        let (expected, edits) = text.split_once('\n').expect(&path);
        let (rule, says) = expected.split_once(": ").expect(&path);
        let damaged = changed(&base, &edits.lines().collect::<Vec<_>>(), &path);
        let spec = examine(Source::new("case.sla", damaged), &mut Nothing, &Options::default());
        let found: Vec<_> = spec.report.diagnostics.iter().map(|finding| (finding.rule, &finding.message)).collect();
        let [(named, message)] = found.as_slice() else { panic!("{path}: {found:?}") };
        assert!(*named == rule && message.contains(says), "{path}: {found:?}");
    }
}
