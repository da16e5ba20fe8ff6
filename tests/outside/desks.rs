//! Help desks: what an operator applies is taken by a server that knows the tool's API and nothing else.

use std::path::PathBuf;

use super::{python, root, run};

/// The expected files of a target for each example.
fn expected(target: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/cases/export").join(target);
    let entries = std::fs::read_dir(folder).expect("the expected exports");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("an example").path()).collect();
    folders.sort();
    folders
}

/// Each target with a module in `desks/`.
#[test]
fn each_desk_takes_what_is_applied() {
    let modules = std::fs::read_dir(root().join("tests/outside/desks")).expect("the desks");
    let mut targets: Vec<String> = modules
        .filter_map(|module| Some(module.expect("a file").file_name().to_str()?.strip_suffix(".py")?.to_owned()))
        .filter(|module| module != "server")
        .collect();
    targets.sort();
    assert!(targets.len() >= 3, "{targets:?}");
    for target in targets {
        run(python("desks/server.py").arg(&target).args(expected(&target)));
    }
}

#[test]
fn calendars_are_read_by_the_icalendar_library() {
    run(python("calendars.py").args(expected("icalendar")));
}

#[test]
fn registers_are_opened_by_libreoffice() {
    run(python("registers.py").args(expected("registers")));
}
