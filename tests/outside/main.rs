//! What others say of our outputs: programs that read PDF, HTML, JSON, YAML and TOML for a living.
//!
//! `tests/run` installs them; here a missing one is a failure, never a skip.

mod clock;
mod data;
mod desks;
mod findings;
mod import;
mod jira;
mod page;
mod pagerduty;
mod pdf;
mod prometheus;
mod readers;
mod request_tracker;
mod servers;
mod service_now;
mod zabbix;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A folder for each example with all of its outputs, built once.
static BUILT: LazyLock<Vec<PathBuf>> = LazyLock::new(build);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn specs() -> Vec<PathBuf> {
    let mut specs = Vec::new();
    for folder in ["examples", "examples/customers"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("the examples");
        specs.extend(entries.map(|entry| entry.expect("an example").path()));
    }
    specs.retain(|path| path.extension().is_some_and(|ending| ending == "sla"));
    specs.sort();
    assert!(specs.len() >= 3, "three examples of real weight");
    specs
}

fn build() -> Vec<PathBuf> {
    let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside");
    // Outputs of an earlier run would hide that something is no longer written.
    let _ = std::fs::remove_dir_all(&into);
    let spec_folder = |spec: PathBuf| {
        let folder = into.join(spec.file_stem().expect("a name"));
        run(Command::new(env!("CARGO_BIN_EXE_servanda")).arg("build").arg(&spec).arg("--out").arg(&folder));
        folder
    };
    specs().into_iter().map(spec_folder).collect()
}

/// The outputs of all examples with this ending.
fn outputs(ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in BUILT.iter() {
        let entries = std::fs::read_dir(folder).expect("a folder of outputs");
        found.extend(
            entries
                .map(|entry| entry.expect("an output").path())
                .filter(|path| path.to_string_lossy().ends_with(ending)),
        );
    }
    assert_eq!(found.len(), BUILT.len(), "one output with the ending {ending} for each example");
    found
}

/// The expected files of a target with this name, one an example that has it.
fn expected(target: &str, name: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/cases/export").join(target);
    let examples = std::fs::read_dir(folder).expect("expected files");
    let mut found: Vec<PathBuf> = examples.map(|entry| entry.expect("a folder").path().join(name)).collect();
    found.retain(|path| path.is_file());
    found.sort();
    assert!(found.len() >= 3, "{target} has {} examples", found.len());
    found
}

/// The standard output of a program that must be there and must be content.
fn run(command: &mut Command) -> String {
    let shown = format!("{command:?}");
    let done = command.output().unwrap_or_else(|error| panic!("{shown}: {error} (`tests/run` installs it)"));
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{shown}\n{text}\n{}", String::from_utf8_lossy(&done.stderr));
    text
}

/// A Python with the packages of `requirements.txt`, running a script beside this file.
fn python(script: &str) -> Command {
    let python = std::env::var("SERVANDA_PYTHON").unwrap_or_else(|_| "target/venv/bin/python".to_owned());
    let mut command = Command::new(root().join(python));
    command.arg(root().join("tests/outside").join(script));
    command
}
