//! What people get wrong in a spec, each with what they are told.
//!
//! `tests/cases/mistakes.txt` has a block a mistake: `- words of the first example`, `+ what is written in their
//! place`, then every finding with its place and its help.

use std::fmt::Write as _;

use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use crate::support::{check_expected, read};

const CASES: &str = "tests/cases/mistakes.txt";

/// Nothing is extended.
struct Alone;

impl Loader for Alone {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

/// Line breaks, tabs and no-break spaces are written as escapes.
fn unescaped(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u{a0}", "\u{a0}")
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let spec = read("examples/north-star.sla");
    let mut told = String::new();
    for case in read(CASES).split("\n\n") {
        let mut lines = case.lines();
        let (old, new) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let (old, new) = (old.strip_prefix("- ").expect("- words"), new.strip_prefix("+").expect("+ words"));
        let new = new.strip_prefix(' ').unwrap_or(new);
        let (from, to) = (unescaped(old), unescaped(new));
        assert!(spec.contains(&from), "the example does not say {old}");
        let text = spec.replacen(&from, &to, 1);
        let report = examine(Source::new("spec", text.as_str()), &mut Alone, &Options::default()).report;
        assert!(!report.diagnostics.is_empty(), "nothing is found in {new}");
        assert!(!report.diagnostics.iter().any(|finding| finding.help.is_empty() && finding.rule == "unknown-name"));
        let _ = write!(told, "{}- {old}\n+ {new}\n", if told.is_empty() { "" } else { "\n" });
        for finding in &report.diagnostics {
            let source = finding.span.and_then(|span| Some((span, report.sources.get(span.source)?)));
            let place = source.map(|(span, source)| source.position(span.start as usize));
            let place = place.map_or(String::new(), |place| format!("{}:{}", place.line, place.column));
            let _ = writeln!(told, "  {place} {}: {}", finding.rule, finding.message);
            for help in &finding.help {
                let _ = writeln!(told, "    {help}");
            }
            if let Some(fix) = &finding.fix {
                let _ = writeln!(told, "    fix: {}", fix.title);
            }
        }
    }
    check_expected(CASES, &told);
}
