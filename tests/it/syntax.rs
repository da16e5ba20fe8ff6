//! The syntax: good specs, told errors, the one layout.

use std::path::Path;

use servanda::source::{Source, SourceId};

use crate::support;

/// The findings about a text as `line:column rule: message`, with their help.
fn findings(text: &str) -> String {
    let (_, findings) = servanda::syntax::parse(SourceId(0), text);
    let source = Source::new("spec", text);
    let mut shown: Vec<String> = Vec::new();
    for finding in findings {
        let span = finding.span.unwrap_or_default();
        let (from, to) = (source.position(span.start as usize), source.position(span.end as usize));
        let place = format!("{}:{}-{}:{}", from.line, from.column, to.line, to.column);
        shown.push(format!("{place} {}: {}", finding.rule, finding.message));
        shown.extend(finding.help.iter().map(|help| format!("    {help}")));
        shown.extend(finding.fix.iter().map(|fix| format!("    fix: {}", fix.title)));
    }
    shown.iter().flat_map(|line| [line, "\n"]).collect()
}

fn specs(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut specs: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sla"))
        .collect();
    specs.sort();
    specs
}

#[test]
fn good_specs_have_no_errors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = specs(&root.join("examples"));
    all.extend(specs(&root.join("tests/cases/syntax/good")));
    assert!(all.len() > 1);
    let mut wrong: Vec<String> = Vec::new();
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let found = findings(&text);
        if !found.is_empty() {
            wrong.extend([path.display().to_string(), found]);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn errors_are_told() {
    let folder = support::repository("tests/cases/syntax/bad");
    for path in specs(&folder) {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let name = path.file_stem().expect("a name").to_string_lossy();
        support::check_expected(&format!("tests/cases/syntax/bad/{name}.txt"), &findings(&text));
    }
}

/// Brackets and the word "of" say nothing of formulas where they stand in quotes.
#[test]
fn quoted_words_are_no_formula() {
    for words in ["(".repeat(100), "one of the ".repeat(100)] {
        let (_, findings) = servanda::syntax::parse(SourceId(0), &format!("agreement \"{words}\"\n"));
        assert_eq!(findings, []);
    }
}

/// What nobody writes, but somebody may send.
#[test]
fn hostile_texts_end_in_an_error_soon() {
    let nested: String = (0..1_000).flat_map(|depth| [" ".repeat(depth % 500), "x\n".to_owned()]).collect();
    let deep = |word: &str| (0..1_000).flat_map(|depth| [" ".repeat(depth), format!("{word}\n")]).collect::<String>();
    let metric = |formula: String| format!("metrics\n  Score\n    is {formula}\n");
    let texts = [
        nested,
        deep("parties"),
        deep("| a |"),
        deep("# a"),
        deep("\"\"\""),
        "a".repeat(100_000_000),
        "a".repeat(1_000_000),
        "\"".repeat(1_000_000),
        "|".repeat(60_000),
        "\n".repeat(200_000),
        "\"\"\"\n".repeat(20_000),
        "x\n".repeat(2_000),
        "claim\n".repeat(2_000),
        "Review every 3 monhts\n".repeat(2_000),
        "\0".repeat(200_000),
        "\u{202e}".repeat(100_000),
        metric("(".repeat(30_000)),
        metric(format!("{}A{}", "(".repeat(31), ")".repeat(31))),
        metric("mean of ".repeat(7_000)),
        metric("1 ^ ".repeat(10_000)),
    ];
    for (at, text) in texts.iter().enumerate() {
        let start = std::time::Instant::now();
        let (_, findings) = servanda::syntax::parse(SourceId(0), text);
        let took = start.elapsed();
        assert!(findings.len() <= 101, "text {at} has {} findings", findings.len());
        assert!(took.as_secs() < 60, "text {at} took {took:?}");
        eprintln!("text {at}: {} findings in {took:?}", findings.len());
    }
}

#[test]
fn every_spec_has_one_layout() {
    let mut all = specs(&support::repository("examples"));
    all.extend(specs(&support::repository("tests/cases/syntax/good")));
    all.extend(specs(&support::repository("tests/cases/syntax/layout")));
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let once = servanda::syntax::format(&text).unwrap_or_else(|found| panic!("{}: {found:?}", path.display()));
        let twice = servanda::syntax::format(&once).unwrap_or_else(|found| panic!("{}: {found:?}", path.display()));
        assert_eq!(once, twice, "{}", path.display());
    }
}

#[test]
fn the_north_star_is_laid_out() {
    let text = std::fs::read_to_string(support::repository("examples/north-star.sla")).expect("the example");
    assert_eq!(servanda::syntax::format(&text).expect("a good spec"), text);
}

#[test]
fn layouts() {
    for path in specs(&support::repository("tests/cases/syntax/layout")) {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let name = path.file_stem().expect("a name").to_string_lossy();
        let laid_out = servanda::syntax::format(&text).unwrap_or_else(|found| panic!("{name}: {found:?}"));
        support::check_expected(&format!("tests/cases/syntax/layout/{name}.txt"), &laid_out);
    }
}

#[test]
fn errors_are_not_laid_out() {
    let found = servanda::syntax::format("period\n  lasts 12 monts\n").expect_err("an error");
    assert_eq!(found.len(), 1);
}

/// Every rule of the grammar that is a part of the tree occurs in a good spec, so that none is out of reach.
#[test]
fn every_part_of_the_language_is_reached() {
    use servanda::syntax::tree::{Kind, Line, Node};
    fn note(node: &Node, seen: &mut std::collections::BTreeSet<Kind>) {
        seen.insert(node.kind);
        node.children.iter().for_each(|child| note(child, seen));
    }
    fn walk(line: &Line, seen: &mut std::collections::BTreeSet<Kind>) {
        let rows = line
            .table
            .iter()
            .flat_map(|table| table.rows.iter().flat_map(|row| row.cells.iter().chain(&row.condition)));
        let head = line.table.iter().flat_map(|table| &table.head);
        for node in [&line.node].into_iter().chain(&line.condition).chain(rows).chain(head) {
            note(node, seen);
        }
        line.children.iter().for_each(|child| walk(child, seen));
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut all = specs(&support::repository("examples"));
    all.extend(specs(&support::repository("tests/cases/syntax/good")));
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let (spec, _) = servanda::syntax::parse(SourceId(0), &text);
        spec.lines.iter().for_each(|line| walk(line, &mut seen));
    }
    let grammar = std::fs::read_to_string(support::repository("grammar/agreement.pest")).expect("the grammar");
    let is_silent = |name: &str| {
        grammar.lines().any(|line| {
            line.split_once('=')
                .is_some_and(|(left, right)| left.trim() == name && right.trim_start().starts_with("_{"))
        })
    };
    let missing: Vec<String> = Kind::all_rules()
        .iter()
        .filter(|kind| !seen.contains(kind))
        .map(|kind| format!("{kind:?}"))
        .filter(|name| !name.starts_with("kw_") && !is_silent(name))
        .filter(|name| !["EOI", "cell_blank", "string_text"].contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no good spec has {}", missing.join(", "));
}
