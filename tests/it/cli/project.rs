//! Projects: house terms, templates of one's own, and where values come from.

use super::sandbox::{Sandbox, finish};
use crate::support::repository;

/// The example of house terms with a customer, as a project.
fn project() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in ["servanda.toml", "house/saas.sla", "customers/initech.sla"] {
        sandbox.file(name, std::fs::read(repository("examples").join(name)).expect("the example"));
    }
    sandbox
}

#[test]
fn every_value_has_its_origin() {
    let sandbox = project();
    let run = sandbox.run(&["check", "customers/initech.sla", "--show-origin"]);
    assert_eq!(run.status, 0, "{}", run.out);
    let origin = |words: &str| {
        let line = run.out.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {}", run.out));
        line.split(':').next().unwrap_or_default().to_owned()
    };
    assert_eq!(origin("lasts 24 months"), "customers/initech.sla");
    assert_eq!(origin("open Mon-Fri 08:00-18:00"), "customers/initech.sla");
    assert_eq!(origin("effective"), "house/saas.sla");
    assert!(!run.out.contains("open Mon-Fri 09:00-17:00"), "what was replaced does not hold");
}

#[test]
fn house_terms_can_be_configured_for_every_spec() {
    let sandbox = project();
    sandbox.file("servanda.toml", "house = \"house/saas.sla\"\n");
    let text = sandbox.read("customers/initech.sla");
    let without =
        text.replace("extends \"house/saas.sla\"\n  plan Gold\n  Availability is 99.95%\n  Deposit is EUR 5000\n", "");
    assert_ne!(without, text);
    sandbox.file("customers/initech.sla", without);
    let run = sandbox.run(&["check", "customers/initech.sla", "--plan", "Silver"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    let policy = sandbox.run(&["policy", "customers/initech.sla", "--plan", "Silver"]);
    assert!(policy.out.contains("3000"), "the fee of the plan is in the policy");
}

/// A mistake in the house terms is shown once, however many specs extend them, by the path from here.
#[test]
fn a_mistake_in_the_house_terms_is_shown_once() {
    let sandbox = project();
    sandbox.file("customers/hooli.sla", sandbox.read("customers/initech.sla").replace("Initech", "Hooli"));
    let house = sandbox.read("house/saas.sla");
    sandbox.file("house/saas.sla", format!("{house}\nnonsense\n"));
    let shown = |folder: &str, files: [&str; 2]| {
        let mut command = sandbox.command(&["check", "--format", "short", files[0], files[1]]);
        command.current_dir(sandbox.path().join(folder));
        let run = finish(command);
        assert_eq!(run.status, 1);
        let lines: Vec<&str> = run.out.lines().filter(|line| line.contains("nonsense")).collect();
        assert_eq!(lines.len(), 1, "{}", run.out);
        lines[0].split(':').next().unwrap_or_default().to_owned()
    };
    assert_eq!(shown(".", ["customers/initech.sla", "customers/hooli.sla"]), "house/saas.sla");
    assert_eq!(shown("house", ["../customers/initech.sla", "../customers/hooli.sla"]), "saas.sla");
}

#[test]
fn templates_of_ones_own_stand_in_for_the_shipped_ones() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    sandbox.file("servanda.toml", "templates = \"words\"\n[build]\nformats = [\"md\"]\n");
    let shipped = std::fs::read_to_string(repository("templates/en/disputes.hbs.md")).expect("a template");
    let (before, heading) = shipped.lines().enumerate().find(|(_, line)| line.starts_with("## ")).expect("a heading");
    sandbox.file("words/disputes.hbs.md", shipped.replace(heading, &format!("{heading} and differences")));
    let run = sandbox.run(&["build", "a.sla"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(sandbox.read("a.md").contains(" and differences\n"));

    std::fs::remove_file(sandbox.path().join("a.md")).expect("the contract");
    sandbox.file("words/disputes.hbs.md", shipped.replace(heading, &format!("{heading} under {{{{lwa}}}}")));
    let run = sandbox.run(&["build", "a.sla", "--format", "short"]);
    assert_eq!(run.status, 2);
    let line = before + 1;
    assert!(run.err.starts_with(&format!("words/disputes.hbs.md:{line}:")), "{}", run.err);
    assert!(!sandbox.path().join("a.md").exists());
}

/// Specs that extend one another end in an error at the line, and so does a chain without end.
#[test]
fn what_extends_without_end_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.file("a.sla", "extends \"b.sla\"\n");
    sandbox.file("b.sla", "extends \"a.sla\"\n");
    let run = sandbox.run(&["check", "a.sla", "--format", "short"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("a.sla:1:9: error[extends-cycle]: `b.sla` extends itself"), "{}", run.out);
    for link in 0..100 {
        sandbox.file(&format!("chain/{link}.sla"), format!("extends \"chain/{}.sla\"\n", link + 1));
    }
    sandbox.file("servanda.toml", "");
    let run = sandbox.run(&["check", "chain/0.sla", "--format", "short"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("error[extends-depth]"), "{}", run.out);
}

/// Loops within loops in a template of one's own: a few bytes must not write gigabytes, nor run for ever.
#[test]
fn a_template_that_would_never_end_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    sandbox.file("servanda.toml", "templates = \"words\"\n[build]\nformats = [\"md\"]\n");
    let nested = |depth: usize, inside: &str| {
        format!("{}{inside}{}", "{{#each @root.definitions.terms}}".repeat(depth), "{{/each}}".repeat(depth))
    };
    for (bomb, words) in [(nested(12, ""), "loop too often"), (nested(4, &"much ".repeat(1000)), "MB")] {
        sandbox.file("words/disputes.hbs.md", format!("## Disputes\n\n{bomb}\n"));
        let start = std::time::Instant::now();
        let run = sandbox.run(&["build", "a.sla", "--format", "short"]);
        assert!(start.elapsed() < std::time::Duration::from_secs(60), "it takes {:?}", start.elapsed());
        assert_eq!(run.status, 2);
        assert!(run.err.contains("[template-limit]") && run.err.contains(words), "{}", run.err);
        assert!(!sandbox.path().join("a.md").exists());
    }
}
