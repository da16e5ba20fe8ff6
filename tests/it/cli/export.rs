//! `servanda export` from outside: where the files appear, whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use super::sandbox::Sandbox;
use crate::support::{read, repository};

/// Targets that together have many files, and names of their own for each customer.
const TO: &str = "registers,icalendar,frappe,erpnext";

/// A folder of agreements on the same house terms, each with its own customer.
fn customers(count: usize) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.file("servanda.toml", "");
    sandbox.file("house/saas.sla", fs::read(repository("examples/house/saas.sla")).expect("the house terms"));
    let one = read("examples/customers/initech.sla");
    for number in 1..=count {
        sandbox.file(&format!("customers/c{number}.sla"), one.replace("Initech", &format!("Customer {number}")));
    }
    let names = (1..=count).map(|number| format!("\"Customer {number} AG\" = \"customer {number}\"\n"));
    let names: String = names.collect();
    let of = |target: &str| format!("[{target}.customers]\n{names}\n[{target}.types]\n\"Helpdesk\" = \"*\"\n\n");
    sandbox.file("customers/names.toml", of("frappe") + &of("erpnext"));
    sandbox
}

/// The files below a folder under their own names; those that are being written are left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if !entry.file_name().to_string_lossy().starts_with(".servanda-") {
            files.push(path);
        }
    }
    files
}

#[test]
fn files_are_whole_whenever_it_is_killed() {
    let sandbox = customers(16);
    let run = sandbox.run(&["export", "--to", TO, "customers", "--out", "whole"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let whole = sandbox.path().join("whole");
    let expected: BTreeMap<PathBuf, Vec<u8>> = files(&whole)
        .into_iter()
        .map(|path| (path.strip_prefix(&whole).expect("below").to_owned(), fs::read(&path).expect("a file")))
        .collect();
    assert!(expected.len() > 200, "{}", expected.len());
    for at_least in [1, expected.len() / 3, expected.len() / 2] {
        let out = format!("cut-{at_least}");
        let cut = sandbox.path().join(&out);
        let mut command = sandbox.command(&["export", "--to", TO, "customers", "--out", &out]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        while files(&cut).len() < at_least && child.try_wait().expect("its state").is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().expect("killed");
        child.wait().expect("it ends");
        let found = files(&cut);
        assert!(found.len() >= at_least, "{} files", found.len());
        for path in found {
            let name = path.strip_prefix(&cut).expect("below");
            assert_eq!(fs::read(&path).ok().as_ref(), expected.get(name), "{}", path.display());
        }
    }
}

#[test]
fn what_is_in_the_way_of_one_target_leaves_all_of_the_agreement_as_it_was() {
    let sandbox = customers(2);
    sandbox.file("out/c1.export/registers/fit.txt/in-the-way", "");
    sandbox.file("out/c1.export/icalendar/fit.txt", "old");
    let run = sandbox.run(&["export", "--to", TO, "customers", "--out", "out"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("out/c1.export/registers/fit.txt`: it is a folder"), "{}", run.err);
    assert_eq!(sandbox.read("out/c1.export/icalendar/fit.txt"), "old");
    assert_eq!(files(&sandbox.path().join("out/c1.export")).len(), 2);
    assert!(!run.out.contains("c1"), "{}", run.out);
    assert!(sandbox.read("out/c2.export/icalendar/fit.txt").starts_with("icalendar: "));
}

#[test]
fn names_that_many_share_are_read_once_and_their_mistakes_told_once() {
    let sandbox = customers(3);
    sandbox.file("customers/names.toml", "[icalender.x]\na = 1\n");
    let run = sandbox.run(&["export", "--to", TO, "customers", "--out", "out"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
    assert!(run.err.contains("customers/names.toml:1"), "{}", run.err);
    assert!(!sandbox.path().join("out").exists());
}

#[test]
fn two_specs_are_not_written_to_the_same_files() {
    let sandbox = Sandbox::new();
    let spec = read("examples/help-desk.sla");
    for file in ["north/desk.sla", "south/desk.sla"] {
        sandbox.file(file, &spec);
    }
    let run = sandbox.run(&["export", "--to", "registers", "north/desk.sla", "south/desk.sla", "--out", "all"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.err.contains("`south/desk.sla` would be written to the same files"), "{}", run.err);
    assert!(!sandbox.path().join("all").exists());
    let run = sandbox.run(&["export", "--to", "registers", "north/desk.sla", "south/desk.sla"]);
    assert_eq!(run.status, 0, "{}", run.err);
}
