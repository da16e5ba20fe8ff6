//! Every rule that a finding can name has its page.

use std::collections::BTreeSet;
use std::fmt::Write as _;
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

/// `docs/rules.md` is written from the rules themselves.
#[test]
fn the_list_of_rules_is_true() {
    let mut text = String::from(
        "# The rules of `servanda check`\n\nWritten from the rules themselves; a test holds it true. `servanda explain RULE` prints a rule's page.\n\
         What only hurts the other side is a note with `--for`. To weigh a rule otherwise, write `RULE = \"off\"`, `\"note\"`,\n\
         `\"warning\"` or `\"error\"` below `[rules]` in `servanda.toml`; to keep one finding quiet, write\n\
         `# allow RULE: reason` above the statement.\n",
    );
    for (family, rules) in servanda::check::FAMILIES {
        let mut rules = rules.to_vec();
        rules.sort_by_key(|rule| rule.name);
        let _ = write!(text, "\n## {family}\n\n| rule | weight | whose risk | what it finds |\n|---|---|---|---|\n");
        for rule in rules {
            let summary = rule.page.lines().nth(2).unwrap_or_default().trim_end_matches('.');
            let (name, weight, hurts) = (rule.name, rule.severity.word(), rule.hurts.word());
            let _ = writeln!(text, "| [`{name}`](rules/{name}.md) | {weight} | {hurts} | {summary} |");
        }
    }
    text += "\n## Structure, in contracts that others wrote\n\nWhat `servanda lint` finds besides vague words.\n\n| rule | weight | what it finds |\n|---|---|---|\n";
    for rule in servanda::prose::STRUCTURE {
        let summary = rule.page.lines().nth(2).unwrap_or_default().trim_end_matches('.');
        let (name, weight) = (rule.name, rule.severity.word());
        let _ = writeln!(text, "| [`{name}`](rules/{name}.md) | {weight} | {summary} |");
    }
    text += "\n## The language itself\n\nWithout these a spec means nothing definite; they cannot be silenced.\n\n| rule | what it finds |\n|---|---|\n";
    for rule in servanda::rules().iter().filter(|rule| rule.fixed) {
        let _ = writeln!(text, "| [`{}`](rules/{}.md) | {} |", rule.name, rule.name, rule.summary);
    }
    crate::support::check_expected("docs/rules.md", &text);
}

/// The examples of a page are read by the parser: nobody copies what is not the language.
#[test]
fn examples_of_pages_can_be_read() {
    for rule in servanda::check::FAMILIES.iter().flat_map(|(_, rules)| *rules) {
        let examples: Vec<&str> =
            rule.page.split("```sla\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(!examples.is_empty(), "{} shows no example", rule.name);
        for example in examples {
            let found = crate::check::found(example);
            let unread = ["syntax", "indentation", "layout", "misplaced", "value", "table"];
            assert!(!found.iter().any(|rule| unread.contains(rule)), "{}: {found:?}\n{example}", rule.name);
        }
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

/// The table of pitfalls names rules that there are, all of those about agreements, and leaves no row empty.
#[test]
fn every_pitfall_has_its_rule() {
    let text = crate::support::read("docs/pitfalls.md");
    let known: BTreeSet<&str> = servanda::rules().iter().map(|rule| rule.name).collect();
    let mut named = BTreeSet::new();
    let mut rows = 0;
    for row in text.lines().filter(|line| line.starts_with("| ") && !line.ends_with("found by |")) {
        let found_by = row.trim_end_matches(" |").rsplit(" | ").next().expect("a last cell");
        let quoted: Vec<&str> = found_by.split('`').skip(1).step_by(2).collect();
        let rules: BTreeSet<&str> = quoted.into_iter().filter(|name| known.contains(name)).collect();
        assert!(!rules.is_empty() || found_by.starts_with("cannot be "), "no rule: {row}");
        let others = found_by.split('`').skip(1).step_by(2).filter(|name| !known.contains(name));
        for other in others {
            assert!(other.starts_with("servanda ") || other == "language", "there is no rule `{other}`: {row}");
        }
        named.extend(rules);
        rows += 1;
    }
    assert!(rows > 100, "{rows} rows");
    let missing: Vec<&str> = servanda::check::FAMILIES
        .iter()
        .flat_map(|(_, rules)| *rules)
        .map(|rule| rule.name)
        .filter(|name| !named.contains(name))
        .collect();
    assert!(missing.is_empty(), "in no row of docs/pitfalls.md: {missing:?}");
}
