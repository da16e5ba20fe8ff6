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

#[test]
fn zendesk_takes_what_is_applied() {
    run(python("desks.py").arg("zendesk").args(expected("zendesk")));
}

#[test]
fn zammad_takes_what_is_applied() {
    run(python("desks.py").arg("zammad").args(expected("zammad")));
}

#[test]
fn calendars_are_read_by_the_icalendar_library() {
    run(python("calendars.py").args(expected("icalendar")));
}

#[test]
fn registers_are_opened_by_libreoffice() {
    run(python("registers.py").args(expected("registers")));
}
