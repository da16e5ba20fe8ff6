//! The structure of contracts that others wrote: what is read of it, and its defects.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use servanda::diagnostic::Diagnostic;
use servanda::prose::{self, Kind};
use servanda::source::{Source, Sources};
use servanda::{Options, lint};

use crate::support::{check_expected, entries, read};

/// Each block with what it is and where it stands.
fn outline(text: &str, kind: Kind) -> Vec<String> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("contract", text));
    let document = prose::read(sources.get(id).expect("just added"), id, kind);
    let line = |block: &prose::Block| {
        let mut line = format!("{:?} {}", block.kind, block.level);
        if let Some(cell) = block.cell {
            let _ = write!(line, " at {}:{}:{} over {}x{}", cell.table, cell.row, cell.column, cell.rows, cell.columns);
        }
        if let Some(marker) = &block.marker {
            let _ = write!(line, " {marker}");
        }
        for strong in block.strong() {
            let _ = write!(line, " *{}*", &block.text[strong.clone()]);
        }
        format!("{line}: {}", block.text)
    };
    document.blocks.iter().map(line).collect()
}

#[test]
fn levels_numbers_and_cells_are_read() {
    let markdown = "## Terms\n\n1. one\n   - in one\n     more\n3. **Three** is said\n\n1) again\n1) again\n\n   and on\n\n| a | b |\n|---|---|\n| 1 | |\n|   | 2 |\n\n<table><tr><td rowspan=2 colspan=\"2\">x</td><td>y</td></tr><tr><td>z</td></tr></table>\n";
    let expected = [
        "Heading 2: Terms",
        "Item 1 1.: one",
        "Item 2: in one more",
        "Item 1 3. *Three*: Three is said",
        "Item 1 1): again",
        "Item 1 2): again",
        "Item 1: and on",
        "Head 0 at 0:0:0 over 1x1: a",
        "Head 0 at 0:0:1 over 1x1: b",
        "Cell 0 at 0:1:0 over 1x1: 1",
        "Cell 0 at 0:2:1 over 1x1: 2",
        "Cell 0 at 1:0:0 over 2x2: x",
        "Cell 0 at 1:0:2 over 1x1: y",
        "Cell 0 at 1:1:2 over 1x1: z",
    ];
    assert_eq!(outline(markdown, Kind::Markdown), expected);
    let html = "<h3>Terms</h3><ol type=\"i\" start=3><li>three<ol type=A><li><p>in <b>three</b></p><p>more</ol><li>four</ol><p>end";
    let expected = [
        "Heading 3: Terms",
        "Item 1 iii.: three",
        "Item 2 A. *three*: in three",
        "Item 2: more",
        "Item 1 iv.: four",
        "Paragraph 0: end",
    ];
    assert_eq!(outline(html, Kind::Html), expected);
}

/// The rules about structure that find something in a contract, and the findings with their words.
fn found(text: &str) -> (BTreeSet<String>, Vec<String>) {
    let report = lint(Source::new("contract.md", text), Kind::Markdown, &Options::default());
    let known = |name: &str| prose::STRUCTURE.iter().any(|rule| rule.name == name);
    let findings = report.diagnostics.iter().filter(|finding| known(finding.rule));
    let shown = |finding: &Diagnostic| {
        let words = finding.span.map_or("", |span| report.sources.text(span));
        format!("{}: {} ({words})", finding.rule, finding.message)
    };
    (findings.clone().map(|finding| finding.rule.to_owned()).collect(), findings.map(shown).collect())
}

/// The contracts of a file of cases, and whether each fails: a line `fails` or `passes` leads to one, a failing one first.
fn contracts(text: &str) -> Vec<(bool, String)> {
    let mut all: Vec<(bool, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match (line.trim_end(), all.last_mut()) {
            (lead @ ("fails" | "passes"), _) => all.push((lead == "fails", String::new())),
            (_, last) => last.expect("a case begins with `fails`").1 += line,
        }
    }
    all
}

#[test]
fn each_rule_finds_its_case_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut cases = BTreeSet::new();
    for path in entries("tests/cases/structure") {
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".txt").to_owned();
        let text = read(&path);
        for (fails, contract) in contracts(&text) {
            let (rules, findings) = found(&contract);
            let expected = fails.then(|| name.clone());
            if rules != BTreeSet::from_iter(expected) {
                wrong.push(format!("{name}: the case `{contract}` gives {findings:#?}"));
            }
        }
        cases.insert(name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let rules: BTreeSet<String> = prose::STRUCTURE.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(cases, rules, "each rule has a case, and each case a rule");
}

/// How many findings each line of a failing case gives: every kind that a page names is found, not only one of them.
#[test]
fn a_failing_case_finds_each_of_its_defects() {
    let expected = read("tests/cases/structure-counts.txt");
    for line in expected.lines().filter(|line| !line.starts_with('#')) {
        let (name, count) = line.split_once(' ').expect("a rule and a count");
        let text = read(&format!("tests/cases/structure/{name}.txt"));
        let (fails, contract) = &contracts(&text)[0];
        assert!(fails, "{name}");
        let findings = found(contract).1;
        assert_eq!(findings.len().to_string(), count, "{name}: {findings:#?}");
    }
}

/// Each subject that a profile may name has its words, and the words are of no other.
#[test]
fn every_subject_has_words() {
    let subjects: BTreeSet<&str> = servanda::check::subjects().map(|subject| subject.name).collect();
    let spoken: BTreeSet<&str> = prose::spoken_subjects().collect();
    assert_eq!(subjects, spoken);
}

/// A profile tells of a contract that others wrote what is present, where, and what is missing.
#[test]
fn a_profile_looks_at_a_received_contract() {
    let mut sources = Sources::default();
    let path = "examples/received/hosting-terms.md";
    let id = sources.add(Source::new(path, read(path)));
    let source = sources.get(id).expect("just added");
    let document = prose::read(source, id, Kind::Markdown);
    let mut told = String::new();
    for (name, text) in servanda::check::profile::SHIPPED {
        let _ = writeln!(told, "{name}");
        for point in servanda::check::profile::Profile::read(text).expect(name).report_prose(&document) {
            let lines: BTreeSet<usize> =
                point.places.iter().map(|span| source.position(span.start as usize).line).collect();
            let lines: Vec<String> = lines.iter().take(4).map(usize::to_string).collect();
            let _ = writeln!(told, "  {}: {}; missing: {}", point.says, lines.join(" "), point.missing.join(", "));
        }
    }
    check_expected("tests/cases/received-profiles.txt", &told);
}
