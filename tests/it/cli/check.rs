//! `check`, `fmt` and `policy`: findings, exit status, configuration, what is read and what is not.

use super::sandbox::{Sandbox, finish};

#[test]
fn a_good_spec_is_clean() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    let run = sandbox.run(&["check", "a.sla"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", "nothing found in 1 file\n"));
    let input = sandbox.read("a.sla");
    assert_eq!(sandbox.run_with_input(&["check", "-"], input.as_bytes()).status, 0);
    let with_mark = [b"\xef\xbb\xbf", input.replace('\n', "\r\n").as_bytes()].concat();
    let run = sandbox.run_with_input(&["check", "-"], &with_mark);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "a byte order mark and CRLF change nothing");
}

#[test]
fn every_problem_in_one_go() {
    let sandbox = Sandbox::new();
    let wrong = sandbox.path().join("a.sla");
    let example = std::fs::read_to_string(sandbox.example("a.sla")).expect("the example");
    let text = example
        .replace("renews for", "renews fro")
        .replace("at least 99.95%", "at least 99,95%")
        .replace("window Sun", "window Sonntag");
    std::fs::write(&wrong, &text).expect("the file");
    let run = sandbox.run(&["check", "a.sla", "--format", "short"]);
    assert_eq!(run.status, 1);
    for words in ["renews fro", "at least 99,95%", "window Sonntag"] {
        let line = text.lines().position(|line| line.contains(words)).expect("the line") + 1;
        assert!(run.out.contains(&format!("a.sla:{line}:")), "line {line} is missing in {}", run.out);
    }
}

#[test]
fn every_format_is_what_it_claims() {
    let sandbox = Sandbox::new();
    sandbox.file("a.sla", "parteis\n");
    let json = |format: &str| {
        let run = sandbox.run(&["check", "a.sla", "--format", format]);
        assert_eq!(run.status, 1);
        serde_json::from_str::<serde_json::Value>(&run.out).expect("JSON")
    };
    assert_eq!(json("json")[0]["span"]["start"]["line"], 1);
    let sarif = json("sarif");
    let result = &sarif["runs"][0]["results"][0];
    let rule = &sarif["runs"][0]["tool"]["driver"]["rules"]
        [usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("it fits")];
    assert_eq!(rule["id"], result["ruleId"]);
    assert!(rule["help"]["markdown"].is_string(), "every rule that is reported has its page: {rule}");
    let text = |format: &str| sandbox.run(&["check", "a.sla", "--format", format]).out;
    assert!(text("human").contains("1 | parteis\n  | ^^^^^^^"), "{}", text("human"));
    assert!(text("human").contains("did you mean `parties`?"), "{}", text("human"));
    assert!(text("github").starts_with("::error file=a.sla,line=1,col=1,endColumn=8"), "{}", text("github"));
    assert!(text("junit").contains("<testsuite name=\"a.sla\""), "{}", text("junit"));
}

#[test]
fn what_cannot_be_read_gives_two() {
    let sandbox = Sandbox::new();
    sandbox.example("good.sla");
    sandbox.file("latin.sla", b"parties\n  M\xfcller\n");
    sandbox.file("huge.sla", vec![b'a'; 17 * 1024 * 1024]);
    std::fs::create_dir(sandbox.path().join("folder")).expect("a folder");
    let folder = sandbox.run(&["policy", "folder"]);
    assert_eq!(
        (folder.status, folder.err.contains("cannot read `folder`: it is a folder")),
        (2, true),
        "{}",
        folder.err
    );
    let cases = [
        ("missing.sla", "cannot read `missing.sla`: there is no such file"),
        ("huge.sla", "cannot read `huge.sla`: it is larger than 16 MB"),
        ("latin.sla", "latin.sla:2:4"),
    ];
    for (file, words) in cases {
        for command in
            [&["check", file, "good.sla"][..], &["build", file, "good.sla"], &["fmt", file], &["policy", file]]
        {
            let run = sandbox.run(command);
            assert_eq!(run.status, 2, "{command:?}");
            assert!(format!("{}{}", run.out, run.err).contains(words), "{command:?}: {} {}", run.out, run.err);
        }
    }
    for command in ["check", "build", "fmt"] {
        let run = sandbox.run(&[command, "folder"]);
        assert_eq!(run.status, 2, "{command}");
        assert!(run.err.contains("there is no spec below `folder`"), "{command}: {}", run.err);
    }
}

#[test]
fn the_order_and_the_text_are_the_same_for_any_number_of_jobs() {
    let sandbox = Sandbox::new();
    let names: Vec<String> = (0..40).map(|at| format!("{at:02}.sla")).collect();
    for name in &names {
        sandbox.file(name, "parteis\n");
    }
    let run = |jobs: &str| {
        let mut arguments = vec!["check", "--format", "short", "--jobs", jobs];
        arguments.extend(names.iter().map(String::as_str));
        sandbox.run(&arguments)
    };
    let one = run("1");
    assert_eq!(one, run("8"));
    let order: Vec<&str> = one.out.lines().filter(|line| line.contains(":1:1:")).map(|line| &line[..6]).collect();
    assert_eq!(order, names);
}

#[test]
fn the_configuration_is_found_upwards_and_checked() {
    let sandbox = Sandbox::new();
    sandbox.example("specs/deep/a.sla");
    sandbox.file("servanda.toml", "[ruels]\n");
    let run = sandbox.run(&["check", "specs/deep/a.sla", "--format", "short"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.out, "servanda.toml:1:2: error[configuration]: `ruels` is no key of the configuration\n");
    let run = sandbox.run(&["build", "specs/deep/a.sla"]);
    assert_eq!(run.status, 2, "nothing is built under a configuration that is wrong");
    assert_eq!(sandbox.names("specs/deep"), ["a.sla"]);
}

#[test]
fn no_configuration_silences_the_language() {
    let sandbox = Sandbox::new();
    sandbox.file("a.sla", "parteis\n");
    let rule = {
        let found = sandbox.run(&["check", "a.sla", "--format", "json"]).out;
        let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
        found[0]["rule"].as_str().expect("a name").to_owned()
    };
    // An error of the language means that nothing definite is said: no configuration can allow it.
    sandbox.file("servanda.toml", format!("[rules]\n{rule} = \"off\"\n"));
    let run = sandbox.run(&["check", "a.sla", "--format", "short"]);
    assert_eq!(run.status, 1, "{}", run.out);
    assert!(run.out.contains("a.sla:1:1:") && run.out.contains("servanda.toml:2:1:"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    let sandbox = Sandbox::new();
    let secret = sandbox.file("secret.sla", "parameters\n  Secret text\n");
    std::fs::create_dir(sandbox.path().join("project")).expect("a folder");
    std::os::unix::fs::symlink(&secret, sandbox.path().join("project/link.sla")).expect("a link");
    for path in ["../secret.sla", "link.sla", &secret.display().to_string(), "file:///etc/passwd", "a/../../secret.sla"]
    {
        sandbox.file("project/a.sla", format!("extends \"{path}\"\n"));
        let run = sandbox.run(&["check", "project/a.sla"]);
        assert_eq!(run.status, 1, "{path}");
        assert!(run.out.contains("extends-outside"), "{path}: {}", run.out);
        assert!(!run.out.contains("Secret"), "{path}: {}", run.out);
    }
    sandbox.example("project/a.sla");
    std::os::unix::fs::symlink(sandbox.path(), sandbox.path().join("project/words")).expect("a link");
    sandbox.file("project/servanda.toml", "templates = \"words\"\n");
    let run = sandbox.run(&["build", "project/a.sla"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("servanda.toml:1:13"), "{}", run.err);
}

#[test]
fn formatting_twice_changes_nothing() {
    let sandbox = Sandbox::new();
    let text = std::fs::read_to_string(sandbox.example("a.sla")).expect("the example");
    sandbox.file("b.sla", text.replace("at least 99.95%", "at  least    99.95%").replace("API \"", "API     \""));
    let run = sandbox.run(&["fmt", "--check", "b.sla"]);
    assert_eq!((run.status, run.out.as_str()), (1, "b.sla\n"));
    assert_eq!(sandbox.run(&["fmt", "a.sla", "b.sla"]).status, 0);
    assert_eq!(sandbox.read("a.sla"), sandbox.read("b.sla"));
    assert_eq!(sandbox.run(&["fmt", "--check", "a.sla", "b.sla"]).status, 0);
    let again = sandbox.run_with_input(&["fmt", "-"], sandbox.read("a.sla").as_bytes());
    assert_eq!((again.status, again.out), (0, sandbox.read("a.sla")));
    sandbox.file("broken.sla", "parteis\n    x\n");
    assert_eq!(sandbox.run(&["fmt", "broken.sla"]).status, 2);
    assert_eq!(sandbox.read("broken.sla"), "parteis\n    x\n", "what cannot be read is left alone");
}

#[test]
fn the_policy_is_printed_in_three_writings() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    let json = sandbox.run(&["policy", "a.sla"]);
    assert_eq!(json.status, 0, "{}", json.err);
    let policy: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert!(policy.is_object());
    let toml = sandbox.run(&["policy", "a.sla", "--as", "toml"]);
    assert!(toml::from_str::<toml::Table>(&toml.out).is_ok(), "{}", toml.out);
    assert_eq!(sandbox.run(&["policy", "a.sla", "--as", "yaml"]).status, 0);
    sandbox.file("broken.sla", "parteis\n");
    let broken = sandbox.run(&["policy", "broken.sla"]);
    assert_eq!((broken.status, broken.out.as_str()), (2, ""));
    assert!(broken.err.contains("did you mean `parties`?"), "{}", broken.err);
}

/// A wrong option is refused with 2, like every other refusal.
#[test]
fn wrong_options() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["check"][..],
        &["build", "a.sla", "--formats", "docx"],
        &["chekc", "a.sla"],
        &["check", "a.sla", "--jobs", "0"],
    ] {
        assert_eq!(finish(sandbox.command(arguments)).status, 2, "{arguments:?}");
    }
}

/// Texts made to take the machine down: each is refused at once, with an error at its place.
#[test]
fn bombs_are_refused_at_once() {
    let sandbox = Sandbox::new();
    let bombs = [
        ("one-line.sla", "a".repeat(16_000_000), "1:1: error[too-large]: this line is longer than 65536 characters"),
        ("lines.sla", "a\n".repeat(8_000_000), "100001:1: error[too-large]: the spec has more than 100000 lines"),
        (
            "depth.sla",
            (0..5_600).map(|depth| format!("{}x\n", " ".repeat(depth))).collect(),
            "65:65: error[too-large]: lines are nested more than 64 deep",
        ),
        (
            "formula.sla",
            format!("metrics\n  M\n    is {}A{}\n", "(".repeat(10_000), ")".repeat(10_000)),
            "3:5: error[too-large]: this formula has too many parts within each other",
        ),
    ];
    for (file, text, expected) in bombs {
        sandbox.file(file, text);
        let start = std::time::Instant::now();
        let run = sandbox.run(&["check", file, "--format", "short"]);
        // A second on an idle machine with the optimised binary; this one is neither.
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "{file} takes {:?}", start.elapsed());
        assert_eq!(run.status, 1, "{file}");
        assert!(run.out.contains(&format!("{file}:{expected}")), "{file}: {}", &run.out[..run.out.len().min(2000)]);
    }
}
