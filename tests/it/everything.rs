//! Nothing that a spec says is lost: each line taken away changes the policy and the contract.

use std::collections::BTreeMap;

use servanda::config::Output;
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

const SPEC: &str = include_str!("../cases/everything/everything.sla");

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

/// The policy and the contract as HTML; none where the spec is refused.
fn built(text: &str) -> Option<(String, String)> {
    let mut spec = examine(Source::new("everything.sla", text), &mut NoFiles, &Options::default());
    spec.agreement()?;
    let files = spec.build(&[Output::PolicyJson, Output::Html], &BTreeMap::new(), None)?;
    let mut texts = files.into_iter().map(|(_, file)| String::from_utf8(file).expect("text"));
    Some((texts.next()?, texts.next()?))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The spec without the line at `at` and all that is indented below it.
fn without(lines: &[&str], at: usize) -> String {
    let depth = indent(lines[at]);
    let below = lines[at + 1..].iter().take_while(|line| !line.trim().is_empty() && indent(line) > depth).count();
    let kept = lines.iter().enumerate().filter(|(line, _)| !(at..=at + below).contains(line));
    kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n")
}

/// What the line at `at` fails to change.
fn lost(lines: &[&str], at: usize, policy: &str, contract: &str) -> Vec<String> {
    let words = lines[at].trim();
    if words.is_empty() || words.starts_with('#') || words == "\"\"\"" {
        return Vec::new();
    }
    let Some((other_policy, other_contract)) = built(&without(lines, at)) else { return Vec::new() };
    let mut lost = Vec::new();
    if other_policy == policy {
        lost.push(format!("{}: the policy loses `{words}`", at + 1));
    }
    if other_contract == contract {
        lost.push(format!("{}: the contract loses `{words}`", at + 1));
    }
    lost
}

/// The line with each of its numbers one more, and each of its texts in quotes longer.
fn other_values(line: &str) -> Vec<String> {
    let mut others = Vec::new();
    let mut quoted = false;
    for (at, char) in line.char_indices() {
        let (before, after) = line.split_at(at);
        match char {
            '"' => {
                if quoted {
                    others.push(format!("{before} indeed{after}"));
                }
                quoted = !quoted;
            }
            digit if !quoted && digit.is_ascii_digit() => {
                let starts = !before.ends_with(|last: char| last.is_alphanumeric() || "._-:".contains(last));
                let digits: String = after.chars().take_while(|next| next.is_ascii_digit()).collect();
                let rest = &after[digits.len()..];
                if starts && !rest.starts_with(|next: char| next.is_alphabetic() || next == '-') {
                    let number: u64 = digits.parse().expect("digits");
                    others.push(format!("{before}{}{rest}", number + 1));
                }
            }
            _ => {}
        }
    }
    others
}

/// What another value in the line at `at` fails to change.
fn lost_values(lines: &[&str], at: usize, policy: &str, contract: &str) -> Vec<String> {
    let words = lines[at].trim();
    if words.starts_with('#') {
        return Vec::new();
    }
    let mut lost = Vec::new();
    for other in other_values(lines[at]) {
        let text = [&lines[..at], &[other.as_str()], &lines[at + 1..]].concat().join("\n");
        let Some((other_policy, other_contract)) = built(&text) else { continue };
        for (what, same) in [("policy", other_policy == policy), ("contract", other_contract == contract)] {
            if same {
                lost.push(format!("{}: the {what} does not tell `{words}` from `{}`", at + 1, other.trim()));
            }
        }
    }
    lost
}

/// What any line loses, on all cores.
fn lost_by(find: impl Fn(&[&str], usize, &str, &str) -> Vec<String> + Sync) -> String {
    let (policy, contract) = built(SPEC).expect("the spec that says everything is built");
    let lines: Vec<&str> = SPEC.lines().collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let lost: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                let (lines, policy, contract, find) = (&lines, &policy, &contract, &find);
                let every =
                    move || (first..lines.len()).step_by(threads).flat_map(|at| find(lines, at, policy, contract));
                scope.spawn(move || every().collect::<Vec<_>>())
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    });
    lost.join("\n")
}

#[test]
fn no_line_is_without_effect() {
    assert_eq!(lost_by(lost), "");
}

#[test]
#[ignore = "a minute: tests/run"]
fn no_value_is_without_effect() {
    assert_eq!(lost_by(lost_values), "");
}
