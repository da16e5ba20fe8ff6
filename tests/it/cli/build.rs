//! `build`: the same bytes everywhere, and files that are whole or not there.

use std::collections::BTreeMap;

use super::sandbox::{Sandbox, finish};

const ENDINGS: [&str; 6] = ["html", "md", "pdf", "policy.json", "policy.toml", "policy.yaml"];

fn files(sandbox: &Sandbox, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| {
        let bytes = std::fs::read(sandbox.path().join(folder).join(&name)).expect("the file");
        (name, bytes)
    };
    sandbox.names(folder).into_iter().map(read).collect()
}

#[test]
fn all_formats_beside_the_spec_or_in_a_folder() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    let run = sandbox.run(&["build", "a.sla"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let expected: Vec<String> = ENDINGS.iter().map(|ending| format!("a.{ending}")).collect();
    let mut listed: Vec<&str> = run.out.lines().collect();
    listed.sort_unstable();
    assert_eq!(listed, expected);
    assert_eq!(
        sandbox.names("."),
        [&expected[..], &["a.sla".into()]]
            .concat()
            .into_iter()
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );

    assert_eq!(sandbox.run(&["build", "a.sla", "--out", "new/out", "--formats", "pdf,policy.json"]).status, 0);
    assert_eq!(sandbox.names("new/out"), ["a.pdf", "a.policy.json"]);

    sandbox.file("servanda.toml", "[build]\nformats = [\"md\"]\nout = \"contracts\"\n");
    assert_eq!(sandbox.run(&["build", "a.sla"]).status, 0);
    assert_eq!(sandbox.names("contracts"), ["a.md"]);
}

#[test]
fn the_same_bytes_everywhere() {
    let sandbox = Sandbox::new();
    sandbox.example("specs/a.sla");
    let build = |out: &str, folder: &str, spec: &str, environment: &[(&str, &str)], jobs: &str| {
        let mut command = sandbox.command(&["build", spec, "--jobs", jobs, "--out"]);
        command.arg(sandbox.path().join(out)).current_dir(sandbox.path().join(folder));
        for (name, value) in environment {
            command.env(name, value);
        }
        let run = finish(command);
        assert_eq!(run.status, 0, "{}", run.err);
        files(&sandbox, out)
    };
    let first = build("one", ".", "specs/a.sla", &[("TZ", "UTC"), ("LANG", "C")], "1");
    let second = build(
        "two",
        "specs",
        "a.sla",
        &[("TZ", "Pacific/Auckland"), ("LANG", "de_DE.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
        "4",
    );
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, bytes) in &first {
        assert!(second[name] == *bytes, "{name} differs");
    }
}

#[test]
fn a_wrong_spec_leaves_what_was_there() {
    let sandbox = Sandbox::new();
    sandbox.example("good.sla");
    sandbox.file("bad.sla", "parteis\n");
    sandbox.file("bad.pdf", "the old one");
    let run = sandbox.run(&["build", "bad.sla", "good.sla", "--formats", "pdf,md"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("did you mean `parties`?"), "{}", run.err);
    assert_eq!(sandbox.names("."), ["bad.pdf", "bad.sla", "good.md", "good.pdf", "good.sla"]);
    assert_eq!(sandbox.read("bad.pdf"), "the old one");
}

#[test]
fn two_specs_never_write_the_same_file() {
    let sandbox = Sandbox::new();
    sandbox.example("one/a.sla");
    sandbox.example("two/a.sla");
    let run = sandbox.run(&["build", "one/a.sla", "two/a.sla", "--out", "out"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("would be written to the same files"), "{}", run.err);
    assert!(!sandbox.path().join("out").exists());
}

/// The system lets no file grow: nothing is written, nothing that was there is lost, nothing is left over.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let sandbox = Sandbox::new();
    sandbox.example("a.sla");
    assert_eq!(sandbox.run(&["build", "a.sla", "--out", "out"]).status, 0);
    let before = files(&sandbox, "out");
    let spec = sandbox.read("a.sla").replace("Acme Cloud GmbH", "Acme Clouds GmbH");
    sandbox.file("a.sla", spec);
    // One block of 512 bytes. The signal that would end the process is ignored, as a full disk sends none.
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" build a.sla --out out", super::sandbox::BINARY]);
    command.current_dir(sandbox.path());
    let run = finish(command);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("cannot write `out/a."), "{}", run.err);
    assert!(files(&sandbox, "out") == before, "something changed: {:?}", sandbox.names("out"));
}

/// However early it is killed, every file that is there is whole: the old one or the new one.
#[cfg(unix)]
#[test]
fn a_kill_loses_nothing() {
    let sandbox = Sandbox::new();
    let old = sandbox.example("a.sla");
    let old_text = std::fs::read_to_string(&old).expect("the example");
    let new_text = old_text.replace("Acme Cloud GmbH", "Acme Clouds GmbH");
    let formats = ["--formats", "md,html,policy.json"];
    let build = |out: &'static str| [&["build", "a.sla", "--out", out][..], &formats].concat();
    assert_eq!(sandbox.run(&build("old")).status, 0);
    sandbox.file("a.sla", &new_text);
    let start = std::time::Instant::now();
    assert_eq!(sandbox.run(&build("new")).status, 0);
    let whole = start.elapsed();
    let (before, after) = (files(&sandbox, "old"), files(&sandbox, "new"));
    for part in 0..20 {
        let mut child = sandbox.command(&build("old")).stdout(std::process::Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(whole * part / 20);
        child.kill().expect("it is killed");
        child.wait().expect("it ends");
        for (name, bytes) in files(&sandbox, "old") {
            let temporary = name.starts_with(".servanda-");
            assert!(temporary || bytes == before[&name] || bytes == after[&name], "{name} is broken");
        }
        for name in before.keys() {
            assert!(sandbox.path().join("old").join(name).is_file(), "{name} is lost");
        }
    }
}

/// A second build of many specs makes only what changed, whatever changed.
#[test]
fn only_what_changed_is_built_again() {
    let sandbox = Sandbox::new();
    sandbox.file("servanda.toml", "");
    sandbox.example("house/base.sla");
    for name in ["one", "two", "three"] {
        sandbox.file(&format!("specs/{name}.sla"), "extends \"house/base.sla\"\n");
    }
    let build = |more: &[&str]| {
        let run = sandbox.run(&[&["build", "specs", "--out", "out", "--formats", "md,policy.json"], more].concat());
        assert_eq!(run.status, 0, "{}", run.err);
        let mut built: Vec<String> = run.out.lines().filter(|line| line.ends_with(".md")).map(str::to_owned).collect();
        built.sort();
        built.join(" ")
    };
    let all = "out/one.md out/three.md out/two.md";
    assert_eq!(build(&[]), all);
    let first = files(&sandbox, "out");
    assert_eq!(build(&[]), "", "nothing changed");
    assert_eq!(build(&["--force"]), all);
    assert_eq!(files(&sandbox, "out"), first);

    sandbox.file("specs/two.sla", "extends \"house/base.sla\"\n\n# a comment\n");
    assert_eq!(build(&[]), "out/two.md", "its spec changed");
    std::fs::remove_file(sandbox.path().join("out/one.policy.json")).expect("a file to remove");
    assert_eq!(build(&[]), "out/one.md", "a file of it was gone");
    sandbox.file("out/three.md", "edited by hand");
    assert_eq!(build(&[]), "out/three.md", "a file of it was edited");
    assert_eq!(files(&sandbox, "out").get("three.md"), first.get("three.md"));
    let base = std::fs::read_to_string(sandbox.path().join("house/base.sla")).expect("the base");
    sandbox.file("house/base.sla", format!("{base}\n# more\n"));
    assert_eq!(build(&[]), all, "what they extend changed");
    sandbox.file("out/.servanda-build.json", "{ broken");
    assert_eq!(build(&[]), all, "notes that cannot be read are none");
    sandbox.file("servanda.toml", "house = \"house/base.sla\"\n");
    assert_eq!(build(&[]), all, "the configuration changed");
}

#[test]
fn a_folder_without_specs_is_said() {
    let sandbox = Sandbox::new();
    sandbox.file("empty/notes.txt", "no spec");
    let run = sandbox.run(&["build", "empty"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("there is no spec below `empty`"), "{}", run.err);
}
