//! Comments that keep a finding quiet: `# allow RULE: reason`.
//!
//! Such a comment covers the statement after it with all that is indented below; at the end of a line, that line;
//! above the first statement of a spec, the whole spec. It needs a reason, and something to allow.

use crate::diagnostic::{Diagnostic, RuleInfo, Severity};
use crate::source::{SourceId, Sources, Span};

/// A comment that allows something.
struct Allow {
    /// The rules, each with its place.
    rules: Vec<(String, Span)>,
    reason: bool,
    /// The comment.
    span: Span,
    /// The comment with its line, or with the space before it at a line's end: what is deleted with it.
    whole: Span,
    /// The lines it covers, counted from 1, last exclusive; none: everything, in all sources.
    lines: Option<std::ops::Range<usize>>,
}

/// Takes away the findings that comments allow, and reports comments without a reason, without a rule that there
/// is, or without a finding. Findings of the language itself stay.
pub fn allowed(sources: &Sources, main: SourceId, findings: &mut Vec<Diagnostic>, rules: &[RuleInfo]) {
    let mut allows: Vec<Allow> = Vec::new();
    for (id, source) in sources.iter().filter(|(_, source)| !source.name().starts_with("templates/")) {
        let first = allows.len();
        read(id, source.text(), &mut allows);
        // What a house standard allows, it allows for its own statements.
        if id != main {
            for allow in &mut allows[first..] {
                allow.lines.get_or_insert(1..usize::MAX);
            }
        }
    }
    let mut used = vec![Vec::new(); allows.len()];
    findings.retain(|finding| {
        let fixed = rules.iter().any(|rule| rule.name == finding.rule && rule.fixed);
        let by = allows.iter().position(|allow| !fixed && allow.reason && allow.covers(finding, sources));
        by.map(|at| used[at].push(finding.rule)).is_none()
    });
    for (allow, used) in allows.iter().zip(used) {
        if !allow.reason {
            let finding = Diagnostic::new(
                "allow-without-reason",
                Severity::Warning,
                Some(allow.span),
                "this does not say why the finding is allowed, so it is not",
            );
            findings.push(finding.help("write `# allow RULE: the reason, for those who read this later`"));
            continue;
        }
        for (name, span) in &allow.rules {
            match rules.iter().find(|rule| rule.name == name) {
                None => findings.push(
                    Diagnostic::new(
                        "unknown-rule",
                        Severity::Warning,
                        Some(*span),
                        format!("there is no rule `{name}`"),
                    )
                    .help("`servanda rules` lists them"),
                ),
                Some(rule) if rule.fixed => findings.push(
                    Diagnostic::new(
                        "unused-allow",
                        Severity::Warning,
                        Some(*span),
                        format!("`{name}` belongs to the language and cannot be allowed"),
                    )
                    .help("correct what it finds"),
                ),
                Some(_) if !used.contains(&name.as_str()) => {
                    let finding = Diagnostic::new(
                        "unused-allow",
                        Severity::Warning,
                        Some(*span),
                        format!("there is no `{name}` here that this allows"),
                    )
                    .help("delete it");
                    findings.push(if allow.rules.len() == 1 {
                        finding.fix("delete it", allow.whole, "")
                    } else {
                        finding
                    });
                }
                Some(_) => {}
            }
        }
    }
}

impl Allow {
    fn covers(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        if !self.rules.iter().any(|(name, _)| name == finding.rule) {
            return false;
        }
        let Some(lines) = &self.lines else { return true };
        let Some(span) = finding.span.filter(|span| span.source == self.span.source) else { return false };
        let line = sources.get(span.source).map_or(0, |source| source.position(span.start as usize).line);
        lines.contains(&line)
    }
}

fn read(id: SourceId, text: &str, allows: &mut Vec<Allow>) {
    let lines: Vec<&str> = text.split('\n').collect();
    let (mut at, mut prose, mut statements) = (0, false, 0_usize);
    for (number, line) in (1..).zip(&lines) {
        let (start, trimmed) = (at, line.trim_start());
        at += line.len() + 1;
        let quotes = line.matches("\"\"\"").count();
        if prose || quotes % 2 == 1 {
            prose ^= quotes % 2 == 1;
            statements += 1;
            continue;
        }
        let comment = comment(line);
        let alone = comment.is_some_and(|at| line[..at].trim().is_empty());
        if let Some((rules, reason)) = comment.and_then(|at| parse(id, &line[at..], start + at)) {
            let span = Span::new(id, start + comment.unwrap_or(0), start + line.trim_end().len());
            let covered = match (alone, statements) {
                (false, _) => Some(number..number + 1),
                (true, 0) => None,
                (true, _) => Some(below(&lines, number)),
            };
            let end = start + line.len();
            let whole = if alone {
                Span::new(id, start, (end + 1).min(text.len()))
            } else {
                Span::new(id, start + line[..comment.unwrap_or(0)].trim_end().len(), end)
            };
            allows.push(Allow { rules, reason, span, whole, lines: covered });
        }
        if !trimmed.is_empty() && !alone {
            statements += 1;
        }
    }
}

/// Where a line's comment begins: at a `#` outside quotation marks.
fn comment(line: &str) -> Option<usize> {
    let mut quoted = false;
    line.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == '#' && !quoted).then_some(at)
    })
}

/// The rules of `# allow one, two: reason`, and whether there is a reason.
fn parse(id: SourceId, comment: &str, start: usize) -> Option<(Vec<(String, Span)>, bool)> {
    let rest = comment.trim_start_matches('#').trim_start();
    let rest = rest.strip_prefix("allow ")?;
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let kebab = |name: &str| {
        !name.is_empty()
            && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    };
    if !names.split(',').all(|name| kebab(name.trim())) {
        return None;
    }
    let mut from = start + comment.len() - rest.len();
    let mut rules = Vec::new();
    for name in names.split(',') {
        let skipped = name.len() - name.trim_start().len();
        rules.push((name.trim().to_owned(), Span::new(id, from + skipped, from + skipped + name.trim().len())));
        from += name.len() + 1;
    }
    Some((rules, !reason.trim().is_empty()))
}

/// The lines of the statement after a comment's line, with what is indented below it.
fn below(lines: &[&str], comment: usize) -> std::ops::Range<usize> {
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = (comment..lines.len()).find(|at| says(&lines[*at])) else { return comment..comment };
    let last = (first + 1..lines.len()).find(|at| says(&lines[*at]) && indent(lines[*at]) <= indent(lines[first]));
    first + 1..last.unwrap_or(lines.len()) + 1
}
