//! The verdict as people work with it: profiles, baselines, safe rewrites, allowed findings.

use super::sandbox::Sandbox;
use crate::support::check_expected;

#[test]
fn profiles_say_what_is_there_and_where() {
    let sandbox = Sandbox::new();
    sandbox.example("north-star.sla");
    let list = sandbox.run(&["profile"]);
    assert_eq!(list.status, 0);
    let names: Vec<&str> = list.out.lines().filter_map(|line| line.split("  ").next()).collect();
    assert!(names.len() >= 7, "{names:?}");
    let mut all = String::new();
    for name in names {
        let run = sandbox.run(&["profile", name, "north-star.sla"]);
        let missing = run.out.contains("MISSING");
        assert_eq!(run.status, i32::from(missing), "{name}: {}", run.err);
        all.extend(["# ", name, "\n\n", &run.out, "\n"]);
    }
    check_expected("tests/cases/profiles.txt", &all);
}

#[test]
fn a_profile_of_ones_own() {
    let sandbox = Sandbox::new();
    sandbox.example("north-star.sla");
    sandbox.file(
        "own.toml",
        "title = \"Ours\"\nsource = \"We\"\n[[item]]\nsays = \"a law\"\nneeds = [\"governing law\"]\n",
    );
    let run = sandbox.run(&["profile", "own.toml", "north-star.sla"]);
    assert_eq!((run.status, run.out.contains("1 of 1 present")), (0, true), "{}{}", run.out, run.err);
    sandbox.file(
        "wrong.toml",
        "title = \"Ours\"\nsource = \"We\"\n[[item]]\nsays = \"a law\"\nneeds = [\"govering law\"]\n",
    );
    let run = sandbox.run(&["profile", "wrong.toml", "north-star.sla"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("there is no subject `govering law`; did you mean `governing law`"), "{}", run.err);
    for (name, words) in [("nobody", "there is no profile `nobody`"), ("gone.toml", "cannot read `gone.toml`")] {
        let run = sandbox.run(&["profile", name, "north-star.sla"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains(words), "{}", run.err);
    }
}

/// The example with a reviewed line taken out, so that there are findings.
fn damaged(sandbox: &Sandbox, without: &[&str]) -> String {
    let text = std::fs::read_to_string(crate::support::repository("examples/north-star.sla")).expect("the example");
    let kept: Vec<&str> = text.lines().filter(|line| !without.iter().any(|words| line.contains(words))).collect();
    let text = kept.join("\n") + "\n";
    sandbox.file("a.sla", &text);
    text
}

#[test]
fn a_baseline_knows_old_findings_wherever_they_move() {
    let sandbox = Sandbox::new();
    let text = damaged(&sandbox, &["records kept", "announced 5"]);
    assert_eq!(sandbox.run(&["check", "a.sla"]).status, 1);
    let run = sandbox.run(&["check", "a.sla", "--write-baseline", "old.json"]);
    assert_eq!((run.status, run.err.as_str()), (0, "wrote 2 findings to `old.json`\n"));
    assert_eq!(sandbox.run(&["check", "a.sla", "--baseline", "old.json"]).status, 0);
    // Lines move, and a new finding is still found.
    sandbox.file("a.sla", format!("# new\n# lines\n{}", text.replace("  at most 5 hours each month\n", "")));
    let run = sandbox.run(&["check", "a.sla", "--baseline", "old.json", "--format", "short"]);
    assert_eq!(run.status, 1);
    assert_eq!((run.out.lines().count(), run.out.contains("maintenance-without-limit")), (1, true), "{}", run.out);
    // What is gone is said, and gone from the next baseline.
    sandbox.example("north-star.sla");
    let run = sandbox.run(&["check", "north-star.sla", "--baseline", "old.json"]);
    assert!(run.status == 0 && run.err.contains("2 findings of the baseline are gone"), "{}", run.err);
    sandbox.run(&["check", "north-star.sla", "--write-baseline", "old.json"]);
    assert_eq!(sandbox.read("old.json"), "{\n  \"findings\": {}\n}\n");
    sandbox.file("broken.json", "{");
    assert_eq!(sandbox.run(&["check", "a.sla", "--baseline", "broken.json"]).status, 2);
}

#[test]
fn safe_rewrites_are_applied_and_nothing_else() {
    let sandbox = Sandbox::new();
    let text = std::fs::read_to_string(crate::support::repository("examples/north-star.sla")).expect("the example");
    let wrong = text
        .replace("maintenance as Maintenance\n", "# allow no-exit: it was missing once\nmaintenance as Maintenance\n")
        .replace("at least 99.95% each month", "at least 99,95% each month");
    sandbox.file("a.sla", &wrong);
    let run = sandbox.run(&["check", "a.sla", "--fix"]);
    assert_eq!((run.status, sandbox.read("a.sla") == text), (0, true), "{}{}", run.out, run.err);
    assert!(run.err.contains("fixed a.sla"), "{}", run.err);
    let again = sandbox.run(&["check", "a.sla", "--fix"]);
    assert!(again.status == 0 && !again.err.contains("fixed"), "{}", again.err);
}

#[test]
fn allowed_findings_are_quiet_where_they_are_allowed() {
    let sandbox = Sandbox::new();
    let text = damaged(&sandbox, &["announced 5"]);
    let place = "maintenance as Maintenance\n";
    let rules = |text: &str| -> Vec<String> {
        sandbox.file("a.sla", text);
        let run = sandbox.run(&["check", "a.sla", "--format", "short"]);
        let mut rules: Vec<String> =
            run.out.lines().filter_map(|line| line.split(['[', ']']).nth(1).map(String::from)).collect();
        rules.sort();
        rules
    };
    let with = |comment: &str| rules(&text.replace(place, &format!("{comment}\n{place}")));
    let name = "maintenance-without-notice";
    assert_eq!(rules(&text), [name]);
    assert!(with(&format!("# allow {name}: the status page tells it")).is_empty());
    assert_eq!(with(&format!("# allow {name}")), ["allow-without-reason", name]);
    assert_eq!(with("# allow maintenance-without: a slip"), [name, "unknown-rule"]);
    assert_eq!(with("# allow unknown-name: why not"), [name, "unused-allow"]);
    assert!(rules(&text.replace(place, &format!("maintenance as Maintenance  # allow {name}: told\n"))).is_empty());
    assert!(rules(&format!("# allow {name}: told on the status page\n{text}")).is_empty());
    // Above another statement it covers that one only.
    let elsewhere = text.replace("\nreports\n", &format!("\n# allow {name}: no\nreports\n"));
    assert_eq!(rules(&elsewhere), [name, "unused-allow"]);
}

#[test]
fn the_other_sides_risk_is_a_note() {
    let sandbox = Sandbox::new();
    damaged(&sandbox, &["announced 5"]);
    let severity = |side: &str| {
        let run = sandbox.run(&["check", "a.sla", "--format", "short", "--for", side]);
        run.out.split(": ").nth(1).unwrap_or_default().split('[').next().unwrap_or_default().to_owned()
    };
    assert_eq!((severity("customer").as_str(), severity("provider").as_str()), ("warning", "note"));
}

#[test]
fn the_hooks_name_commands_that_there_are() {
    let hooks = crate::support::read(".pre-commit-hooks.yaml");
    let entries = hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: servanda "));
    let sandbox = Sandbox::new();
    sandbox.example("north-star.sla");
    for entry in entries {
        assert_eq!(sandbox.run(&[entry, "north-star.sla"]).status, 0, "{entry}");
    }
    let action = crate::support::read("action.yml");
    assert!(action.contains("servanda check --format github"), "{action}");
}
