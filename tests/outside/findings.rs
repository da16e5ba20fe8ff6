//! Findings in the formats of others, and the files for pre-commit and GitHub, as their own validators see them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{python, root, run};

/// Of specs with no finding, with some, with all kinds of mistake, and with a name and words that must be escaped.
#[test]
fn each_format_is_valid_and_tells_the_same_findings() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("findings");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let example = fs::read_to_string(root().join("examples/north-star.sla")).expect("the example");
    let damaged: String = example
        .lines()
        .filter(|line| {
            !["announced 5", "records kept", "disputed under", "governing"].iter().any(|of| line.contains(of))
        })
        .map(|line| line.to_owned() + "\n")
        .collect();
    let mistaken = example
        .replace("99.95% each month", "99,95% each month")
        .replace("\"any other fault\"", "\"100% & <more>: a fault,\u{e9} not answered promptly\"")
        .replace("Europe/Berlin", "Europa/Berlin");
    let specs = [("clean", example), ("damaged", damaged), ("100%, a:b", mistaken)];
    for (name, text) in specs {
        let spec = folder.join(format!("{name}.sla"));
        fs::write(&spec, text).expect("a spec");
        for (format, ending) in [("json", "json"), ("sarif", "sarif"), ("junit", "xml"), ("github", "github")] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_servanda"));
            command.current_dir(&folder).args(["check", "--format", format]).arg(format!("{name}.sla"));
            let done = command.output().expect("servanda");
            assert_eq!(done.status.code(), Some(i32::from(name != "clean")), "{name} as {format}");
            fs::write(folder.join(format!("{name}.{ending}")), done.stdout).expect("the findings");
        }
    }
    let schemas = root().join("tests/outside/schemas");
    let mut check = python("findings.py");
    run(check.arg(schemas.join("sarif-2.1.0.json")).arg(schemas.join("junit-10.xsd")).arg(&folder));
}

/// A program that pip has installed beside Python.
fn installed(name: &str) -> Command {
    let mut command = Command::new(Path::new(python("").get_program()).with_file_name(name));
    command.current_dir(root());
    command
}

#[test]
fn pre_commit_takes_the_hooks() {
    run(installed("pre-commit").args(["validate-manifest", ".pre-commit-hooks.yaml"]));
}

/// With the schema that check-jsonschema holds, without the network.
#[test]
fn github_takes_the_action() {
    run(installed("check-jsonschema").args(["--builtin-schema", "vendor.github-actions", "action.yml"]));
}
