//! Good agreements, damaged one thing at a time: the check names that damage, at its place, and nothing else.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use servanda::diagnostic::Diagnostic;
use servanda::source::Source;
use servanda::{Options, examine};

use crate::check::Nothing;
use crate::support::{entries, read};

/// What is done to a text; each place where it can be done gives one damaged text.
enum Damage<'a> {
    Without(&'a str),
    Instead(&'a str, &'a str),
    Cut(&'a str),
    Section(&'a str),
    Cell(&'a str, &'a str),
    Award(&'a str),
    FirstBand(Option<(&'a str, &'a str)>),
}

impl<'a> Damage<'a> {
    fn parse(text: &'a str) -> Self {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let pair = |rest: &'a str| rest.split_once(" => ").unwrap_or_else(|| panic!("no `=>` in {text}"));
        match word {
            "without" => Self::Without(rest),
            "instead" => Self::Instead(pair(rest).0, pair(rest).1),
            "cut" => Self::Cut(rest),
            "section" => Self::Section(rest),
            "cell" => {
                let (column, value) = rest.split_once(' ').expect("a column and a value");
                Self::Cell(column, value)
            }
            "award" => Self::Award(rest),
            "first-band" => Self::FirstBand((!rest.is_empty()).then(|| pair(rest))),
            _ => panic!("unknown damage {text}"),
        }
    }

    /// The damaged texts.
    fn done(&self, text: &str) -> Vec<Mutant> {
        let lines: Vec<&str> = text.lines().collect();
        (0..lines.len()).filter_map(|at| self.at(&lines, at)).collect()
    }

    fn at(&self, lines: &[&str], at: usize) -> Option<Mutant> {
        let line = lines[at];
        if line.trim_start().starts_with('#') {
            return None;
        }
        let with = |new: Option<String>, count: usize| -> Mutant {
            let out = lines[at..at + count].join("\n");
            let put = new.clone().unwrap_or_default();
            let before = lines[..at].iter().map(|line| (*line).to_owned());
            let all: Vec<_> =
                before.chain(new).chain(lines[at + count..].iter().map(|line| (*line).to_owned())).collect();
            Mutant { lines: all, at, out, put }
        };
        match self {
            Self::Without(start) => {
                (indent(line) > 0 || line.starts_with("without") || line.starts_with("include"))
                    .then_some(())
                    .filter(|()| line.trim_start().starts_with(start))?;
                Some(with(None, block(lines, at)))
            }
            Self::Instead(old, new) => line.contains(old).then(|| with(Some(line.replacen(old, new, 1)), 1)),
            Self::Cut(from) => line.find(from).map(|cut| with(Some(line[..=cut].to_owned()), 1)),
            Self::Section(head) => (indent(line) == 0 && line.starts_with(head)).then(|| with(None, block(lines, at))),
            Self::Cell(column, value) => {
                let head = (0..at).rev().take_while(|before| lines[*before].trim_start().starts_with('|')).last()?;
                let cells: Vec<&str> = line.trim().strip_prefix('|')?.split('|').collect();
                let place = lines[head].trim().strip_prefix('|')?.split('|').position(|name| name.trim() == *column)?;
                (cells.get(place)?.trim() != *value).then_some(())?;
                let new = cells.iter().enumerate().map(|(at, cell)| if at == place { value } else { cell.trim() });
                let row = new.collect::<Vec<_>>().join(" | ");
                Some(with(Some(format!("{}| {}", &line[..indent(line)], row.trim_end())), 1))
            }
            Self::Award(award) => {
                let above = at.checked_sub(1).map(|above| lines[above].trim_start())?;
                let band = |line: &str| line.starts_with("below ") && line.contains("  credit ") && line.contains('%');
                (band(above) && band(line.trim_start()) && line.trim_end().ends_with('%')).then_some(())?;
                let cut = line.find("credit ")?;
                Some(with(Some(format!("{}{award}", &line[..cut])), 1))
            }
            Self::FirstBand(change) => {
                let head = lines[at.checked_sub(1)?].trim_start().starts_with("credits for");
                (head && line.trim_start().starts_with("below ")).then_some(())?;
                match change {
                    Some((old, new)) => line.contains(old).then(|| with(Some(line.replacen(old, new, 1)), 1)),
                    None => lines.get(at + 1)?.trim_start().starts_with("below ").then(|| with(None, 1)),
                }
            }
        }
    }
}

/// The parts of a text that are words or figures.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || ".%".contains(letter)))
}

/// The names and figures in a text.
fn names(text: &str) -> BTreeSet<&str> {
    let is_name =
        |word: &&str| word.len() > 1 && word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    words(text).filter(is_name).collect()
}

/// A damaged text.
struct Mutant {
    lines: Vec<String>,
    /// The line of the damage, from 0: the changed one, or the one that stands where others were taken out.
    at: usize,
    /// What was taken out.
    out: String,
    /// What was put in its place; empty for nothing.
    put: String,
}

impl Mutant {
    fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// The section of the damage; nothing where it was taken out as a whole.
    fn section(&self) -> Range<usize> {
        let is_head = |line: &str| indent(line) == 0 && !line.is_empty() && !line.starts_with('#');
        if self.put.is_empty() && is_head(&self.out) {
            return 0..0;
        }
        // What stood in a section stood behind its head.
        let last = if self.put.is_empty() { self.at.saturating_sub(1) } else { self.at };
        let first = (0..=last).rev().find(|at| is_head(&self.lines[*at])).unwrap_or(0);
        let end = (first + 1..self.lines.len()).find(|at| is_head(&self.lines[*at])).unwrap_or(self.lines.len());
        first..end
    }

    /// The names and figures that only one of the texts has.
    fn changed(&self) -> BTreeSet<&str> {
        &names(&self.out) ^ &names(&self.put)
    }

    /// Whether a finding shows this damage: a place of it lies in the damaged section, or, where something was taken
    /// out, at the head of the agreement; or its message says what was changed.
    fn is_shown_by(&self, finding: &Diagnostic, source: &Source) -> bool {
        let section = self.section();
        let line = |span: servanda::source::Span| source.position(span.start as usize).line - 1;
        let head = self.lines.iter().position(|line| line.starts_with("agreement"));
        let mut places = finding.span.into_iter().chain(finding.related.iter().map(|related| related.span)).map(line);
        let said = |word: &str| words(&finding.message).any(|of| of == word);
        places.any(|at| section.contains(&at) || self.put.is_empty() && Some(at) == head)
            || self.changed().into_iter().any(said)
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// How many lines a statement has, with what is indented below it and a prose block.
fn block(lines: &[&str], at: usize) -> usize {
    let deeper = |line: &&&str| line.trim().is_empty() || indent(line) > indent(lines[at]);
    1 + lines[at + 1..].iter().take_while(deeper).count()
}

#[test]
fn the_check_names_the_damage_and_nothing_else() {
    let mut paths = entries("examples/real");
    paths.extend(["examples/north-star.sla", "examples/help-desk.sla", "examples/saas.sla"].map(String::from));
    let data = read("tests/cases/mutants.txt");
    let (mut total, mut wrong, mut idle) = (0_usize, Vec::new(), Vec::new());
    let texts: Vec<(String, String)> = paths.into_iter().map(|path| (read(&path), path)).collect();
    for line in data.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (rules, damage) = line.split_once(" : ").expect(line);
        let rules: BTreeSet<&str> = rules.split(' ').collect();
        let (whole, damage) = damage.strip_prefix("whole ").map_or((false, damage), |damage| (true, damage));
        let mut spared: Vec<&str> =
            damage.strip_prefix("unless ").map_or(Vec::new(), |rest| rest.split("; ").collect());
        let damage = Damage::parse(spared.pop().unwrap_or(damage));
        let spared = |text: &str, path: &str| spared.iter().any(|words| text.contains(words) || path.contains(words));
        let before = total;
        for (text, path) in
            texts.iter().filter(|(text, path)| (!whole || !text.contains("  part of ")) && !spared(text, path))
        {
            for mutant in damage.done(text) {
                total += 1;
                let spec = examine(Source::new("case.sla", mutant.text()), &mut Nothing, &Options::default());
                let findings = &spec.report.diagnostics;
                let source = spec.report.sources.get(spec.report.main).expect("the spec");
                let astray: Vec<_> = findings
                    .iter()
                    .filter(|finding| !rules.contains(finding.rule) || !mutant.is_shown_by(finding, source))
                    .collect();
                if findings.is_empty() || !astray.is_empty() {
                    let mut report = format!("{line}\n  {path}:{}", mutant.at + 1);
                    for finding in astray {
                        let _ = write!(report, "\n    {}: {}", finding.rule, finding.message);
                    }
                    wrong.push(report);
                }
            }
        }
        if total == before {
            idle.push(line);
        }
    }
    let missed = wrong.len() * 1000 / total.max(1);
    println!("{total} mutants, {} not named exactly", wrong.len());
    assert!(idle.is_empty(), "no example can be damaged so:\n{}", idle.join("\n"));
    assert!(total > 500, "only {total} mutants");
    assert!(missed <= 20, "{} of {total} are not named exactly:\n{}", wrong.len(), wrong.join("\n"));
}
