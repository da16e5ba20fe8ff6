//! The house keeps its shape: who may use whom, how long files are, what stays out of which room.

use std::collections::BTreeMap;

use crate::support::{entries, read, repository};

/// Which rooms of `src/` a room may use; `room::part` allows that part only.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("source", &[]),
    ("model", &["source"]),
    ("diagnostic", &["source"]),
    ("config", &["source", "diagnostic"]),
    ("syntax", &["source", "diagnostic"]),
    ("prose", &["source", "diagnostic", "model", "evaluate"]),
    ("evaluate", &["source", "model"]),
    ("resolve", &["source", "model", "diagnostic", "syntax", "evaluate"]),
    ("check", &["source", "model", "diagnostic", "prose", "evaluate"]),
    ("document", &["source", "model", "diagnostic", "evaluate"]),
    ("policy", &["source", "model", "diagnostic", "evaluate"]),
    ("pdf", &["source", "diagnostic", "document::block"]),
    ("html", &["source", "diagnostic", "document::block"]),
    ("export", &["source", "model", "policy", "evaluate"]),
    // The façade is what lib.rs re-exports, with the rooms whose types it speaks in.
    (
        "cli",
        &[
            "source",
            "diagnostic",
            "config",
            "check",
            "export",
            "policy::Policy",
            "Coverage",
            "import",
            "import_packed",
            "lint",
            "lint_packed",
            "prose",
            "examine",
            "format",
            "rules",
            "policy_schema",
            "export_names",
            "read_policy",
            "Loader",
            "LoadError",
            "Options",
            "Override",
            "Spec",
        ],
    ),
];

/// Crates that some rooms alone may name.
const STAYS_IN: [(&str, &str); 14] = [
    ("pest", "syntax"),
    ("pest_derive", "syntax"),
    ("handlebars", "document"),
    ("pulldown_cmark", "document, prose"),
    ("printpdf", "pdf"),
    ("lopdf", "pdf, prose"),
    ("quick_xml", "prose"),
    ("zip", "prose"),
    ("rustybuzz", "pdf"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("indicatif", "cli"),
    ("serde_saphyr", "policy, export"),
];

/// Files, clock, environment and terminal, which only the command line touches.
const OUTSIDE_WORLD: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "io::stdin",
    "io::stdout",
];

/// Rooms where amounts, shares and times are exact.
const EXACT: [&str; 5] = ["model", "policy", "resolve", "check", "evaluate"];

/// Files whose hashed maps are looked up, never walked through.
const LOOKED_UP_ONLY: [&str; 5] = [
    "src/pdf/font.rs",
    "src/prose/clause.rs",
    "src/syntax/dispatch.rs",
    "src/resolve/index.rs",
    "src/resolve/merge.rs",
];

/// A file of `src/`, without its unit tests.
struct File {
    path: String,
    room: String,
    text: String,
}

impl File {
    /// Lines with their numbers, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let comment = |line: &str| line.trim_start().starts_with("//");
        (1..).zip(self.text.lines()).filter(move |(_, line)| !comment(line))
    }
}

fn below(folder: &str, ending: &str, found: &mut Vec<String>) {
    for path in entries(folder) {
        if repository(&path).is_dir() {
            below(&path, ending, found);
        } else if path.ends_with(ending) {
            found.push(path);
        }
    }
}

fn files() -> Vec<File> {
    let mut paths = Vec::new();
    below("src", ".rs", &mut paths);
    let file = |path: String| {
        let room = path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        let text = read(&path);
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
        File { path, room, text }
    };
    paths.into_iter().filter(|path| !path.ends_with("/tests.rs")).map(file).collect()
}

/// What `crate::…` paths of a file name, up to two words deep: `document::block`. Groups in braces
/// right after `crate::` are taken apart.
fn used(file: &File) -> Vec<String> {
    let code: String = file.code().map(|(_, line)| format!("{line}\n")).collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(members(group).into_iter().map(|member| two_words(&member))),
            None => found.push(two_words(rest)),
        }
    }
    found
}

/// The members of a group whose opening brace was read.
fn members(group: &str) -> Vec<String> {
    let (mut depth, mut members) = (0, vec![String::new()]);
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => members.push(String::new()),
            _ if depth == 0 && !letter.is_whitespace() => {
                members.last_mut().expect("there is always one").push(letter);
            }
            _ => {}
        }
    }
    members.into_iter().filter(|member| !member.is_empty()).collect()
}

fn two_words(path: &str) -> String {
    let end = path.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != ':');
    let path = path[..end.unwrap_or(path.len())].trim_end_matches(':');
    path.split("::").take(2).collect::<Vec<_>>().join("::")
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn rooms_use_what_they_may() {
    let may_use: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let mut found = Vec::new();
    for file in files() {
        // The façade's own files lie beside the rooms and may use all of them.
        let Some(allowed) = may_use.get(file.room.as_str()) else { continue };
        for path in used(&file) {
            let room = path.split("::").next().unwrap_or_default();
            if room != file.room && !allowed.contains(&room) && !allowed.contains(&path.as_str()) {
                found.push(format!("{} uses {path}, which {} may not", file.path, file.room));
            }
        }
    }
    none(&found);
}

#[test]
fn every_folder_is_a_room_of_the_table() {
    let folders = entries("src").into_iter().filter(|path| repository(path).is_dir());
    // The façade is no room: it may use all of them.
    let folders = folders.filter(|path| path != "src/facade");
    let unknown: Vec<String> =
        folders.filter(|path| MAY_USE.iter().all(|(room, _)| path.trim_start_matches("src/") != *room)).collect();
    none(&unknown);
}

/// No rule uses another rule, and no exporter another exporter.
#[test]
fn rules_and_exporters_do_not_know_each_other() {
    let mut found = Vec::new();
    for file in files() {
        let beside = file.path.starts_with("src/check/rules/") || file.path.starts_with("src/export/");
        if !beside || file.path.ends_with("/mod.rs") {
            continue;
        }
        for (number, line) in file.code() {
            if line.contains("check::rules::") || line.contains("crate::export::") {
                found.push(format!("{}:{number}: {line}", file.path));
            }
        }
    }
    none(&found);
}

#[test]
fn crates_stay_in_their_room() {
    let mut found = Vec::new();
    for file in files() {
        for (number, line) in file.code() {
            let strange =
                |(name, room): &&(&str, &str)| !room.split(", ").any(|room| file.room == room) && names(line, name);
            found.extend(
                STAYS_IN
                    .iter()
                    .filter(strange)
                    .map(|(name, room)| format!("{}:{number}: {name} stays in {room}", file.path)),
            );
        }
    }
    none(&found);
}

/// Whether a line names a crate: as the beginning of a path or in a `use`.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        before.is_none_or(|letter| !letter.is_alphanumeric() && !"_:\"`.".contains(letter))
            && (after.starts_with("::") || (line.trim_start().starts_with("use ") && after.starts_with(';')))
    })
}

#[test]
fn only_the_command_line_touches_the_world() {
    let mut found = Vec::new();
    for file in files().into_iter().filter(|file| !["cli", "main"].contains(&file.room.as_str())) {
        for (number, line) in file.code() {
            found.extend(
                OUTSIDE_WORLD
                    .iter()
                    .filter(|name| line.contains(*name))
                    .map(|name| format!("{}:{number}: {name} belongs in cli", file.path)),
            );
        }
    }
    none(&found);
}

#[test]
fn exact_rooms_have_no_floats_and_no_hashed_order() {
    let mut found = Vec::new();
    for file in files() {
        for (number, line) in file.code() {
            let words = || line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if EXACT.contains(&file.room.as_str()) && words().any(|word| ["f32", "f64"].contains(&word)) {
                found.push(format!("{}:{number}: floats are not exact", file.path));
            }
            let hashed = words().any(|word| ["HashMap", "HashSet"].contains(&word));
            if hashed && !LOOKED_UP_ONLY.contains(&file.path.as_str()) {
                found.push(format!("{}:{number}: order that differs between two runs", file.path));
            }
        }
    }
    none(&found);
}

#[test]
fn files_are_short() {
    let mut paths = Vec::new();
    for folder in ["src", "tests"] {
        below(folder, ".rs", &mut paths);
    }
    let mut lengths: Vec<(usize, String)> = paths.into_iter().map(|path| (read(&path).lines().count(), path)).collect();
    lengths.sort();
    let at = |part: usize| &lengths[(lengths.len() - 1) * part / 10];
    let longest: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > 700)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    none(&longest);
    assert!(at(5).0 < 150, "half of the files have under 150 lines, but {:?}", at(5));
    assert!(at(9).0 < 400, "nine in ten have under 400 lines, but {:?}", at(9));
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "fuzz", "benches"] {
        if repository(folder).is_dir() {
            below(folder, ".rs", &mut paths);
        }
    }
    let mute = |path: &String| {
        let text = read(path);
        !text.lines().find(|line| !line.starts_with("#![")).unwrap_or_default().starts_with("//! ")
    };
    // What cargo makes lies in `target`.
    let found: Vec<String> = paths.into_iter().filter(|path| !path.contains("/target/") && mute(path)).collect();
    none(&found);
}

/// A file that names a folder of somebody's machine works on no other.
#[test]
fn no_file_names_a_machine() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "docs", "examples", "templates", "grammar", "scripts", "fuzz", "benches"] {
        if repository(folder).is_dir() {
            for ending in [".rs", ".md", ".sla", ".toml", ".txt", ".py", ".pest", ".json", "/run"] {
                below(folder, ending, &mut paths);
            }
        }
    }
    let machine = ["/root", "/home/", "/wor\u{6b}/", "/Users/"].map(|name| name.to_owned());
    let strange = |path: &String| {
        let text = std::fs::read_to_string(repository(path)).unwrap_or_default();
        let place = |name: &&String| {
            text.match_indices(name.as_str()).any(|(at, _)| {
                text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || "\"'`(=".contains(before))
            })
        };
        machine.iter().any(|name| place(&name))
    };
    let found: Vec<String> = paths
        .into_iter()
        .filter(|path| !path.contains("/target/") && path != "tests/it/house.rs" && strange(path))
        .collect();
    none(&found);
}
