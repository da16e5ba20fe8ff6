//! The syntax: good specs, told errors, the one layout.

use std::path::Path;

use servanda::source::{Source, SourceId};

/// The findings about a text as `line:column rule: message`, with their help.
fn findings(text: &str) -> String {
    let (_, findings) = servanda::syntax::parse(SourceId(0), text);
    let source = Source::new("spec", text);
    let mut shown = String::new();
    for finding in findings {
        let span = finding.span.unwrap_or_default();
        let (from, to) = (source.position(span.start as usize), source.position(span.end as usize));
        shown +=
            &format!("{}:{}-{}:{} {}: {}\n", from.line, from.column, to.line, to.column, finding.rule, finding.message);
        for help in &finding.help {
            shown += &format!("    {help}\n");
        }
        if let Some(fix) = &finding.fix {
            shown += &format!("    fix: {}\n", fix.title);
        }
    }
    shown
}

fn specs(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut specs: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sla"))
        .collect();
    specs.sort();
    specs
}

#[test]
fn good_specs_have_no_errors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = specs(&root.join("examples"));
    all.extend(specs(&root.join("tests/cases/syntax/good")));
    assert!(all.len() > 1);
    let mut wrong = String::new();
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a spec");
        let found = findings(&text);
        if !found.is_empty() {
            wrong += &format!("{}\n{found}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
