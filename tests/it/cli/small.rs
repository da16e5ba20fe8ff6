//! The commands that read no spec, and what holds for all.

use super::sandbox::{Sandbox, finish};

const COMMANDS: [&str; 12] = [
    "init",
    "check",
    "fmt",
    "build",
    "policy",
    "schema",
    "explain",
    "exposure",
    "rules",
    "sides",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_with_examples_and_a_page() {
    let sandbox = Sandbox::new();
    let all = sandbox.run(&["--help"]);
    assert_eq!(all.status, 0);
    for command in COMMANDS {
        assert!(all.out.contains(&format!("\n  {command} ")), "{command} is not listed");
        let help = sandbox.run(&[command, "--help"]);
        assert_eq!(help.status, 0, "{command}");
        assert!(help.out.contains("Examples:\n"), "{command}: {}", help.out);
        let page = sandbox.run(&["man", command]);
        assert_eq!(page.status, 0, "{command}");
        assert!(page.out.contains(&format!(".TH servanda-{command} 1")), "{command}: {}", page.out);
    }
}

#[test]
fn man_and_completions_know_every_command() {
    let sandbox = Sandbox::new();
    let mut texts = vec![sandbox.run(&["man"]).out];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        texts.push(sandbox.run(&["completions", shell]).out);
    }
    for text in texts {
        for command in COMMANDS {
            assert!(text.contains(command), "{command} is missing in {}", &text[..200.min(text.len())]);
        }
    }
    let unknown = sandbox.run(&["man", "biuld"]);
    assert_eq!(
        (unknown.status, unknown.err.as_str()),
        (2, "error: no command is called `biuld`\nhelp: did you mean `build`?\n")
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let sandbox = Sandbox::new();
    let rules = sandbox.run(&["rules"]);
    assert_eq!(rules.status, 0);
    let names: Vec<&str> = rules.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.is_sorted() && names.len() > 10, "{names:?}");
    for name in &names {
        let page = sandbox.run(&["explain", name]);
        assert_eq!(page.status, 0);
        assert!(page.out.starts_with(&format!("{name} (")), "{}", page.out);
        assert!(page.out.len() > name.len() + 60, "the page of {name} says too little: {}", page.out);
    }
    let name = names[0];
    let wrong = sandbox.run(&["explain", &name[1..]]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains(&format!("`{name}`")), "{}", wrong.err);
    assert_eq!(sandbox.run(&["rules", "--tag", "nonsense"]).status, 2);
}

#[test]
fn schemas_are_json() {
    let sandbox = Sandbox::new();
    for arguments in [&["schema"][..], &["schema", "--config"]] {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, 0);
        let schema: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        assert_eq!(schema["type"], "object", "{arguments:?}");
    }
}

#[test]
fn a_full_disk_and_a_closed_pipe() {
    let sandbox = Sandbox::new();
    #[cfg(target_os = "linux")]
    {
        let mut command = sandbox.command(&["man"]);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the full disk");
        command.stdout(full).stderr(std::process::Stdio::piped());
        let output = command.spawn().and_then(std::process::Child::wait_with_output).expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "error: cannot write the output: the disk is full\n");
    }
    #[cfg(unix)]
    {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", "{ \"$0\" man; echo $? >&2; } | true", super::sandbox::BINARY]).current_dir(sandbox.path());
        let run = finish(command);
        assert_eq!(run.err, "0\n", "a reader that has seen enough is no failure");
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let sandbox = Sandbox::new();
    sandbox.file("a.sla", "nonsense\n");
    let coloured = |arguments: &[&str]| sandbox.run(arguments).out.contains('\u{1b}');
    assert!(!coloured(&["check", "a.sla"]), "standard output is no terminal");
    assert!(coloured(&["check", "a.sla", "--color", "always"]));
    assert!(!coloured(&["check", "a.sla", "--color", "never"]));
    assert!(!coloured(&["check", "a.sla", "--color", "always", "--format", "json"]));
}
