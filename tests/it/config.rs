//! `servanda.toml`: what is right is read, what is wrong is reported at its place.

use servanda::config::{self, Output, Side, Weight};
use servanda::diagnostic::{Format, Options, RuleInfo, Severity, render};
use servanda::source::{Source, Sources};

use crate::support::{check_expected, repository};

const RULES: [RuleInfo; 2] = [rule("unknown-name", true), rule("unused-parameter", false)];

const fn rule(name: &'static str, fixed: bool) -> RuleInfo {
    RuleInfo { name, severity: Severity::Error, summary: "what it finds", page: "", fixed, tags: &[] }
}

fn read(text: &str) -> (config::Config, String) {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("servanda.toml", text));
    let (config, findings) = config::read(source, text, &RULES);
    (config, render(Format::Human, &findings, &sources, &Options::default()))
}

#[test]
fn whole() {
    let (config, findings) = read(
        "house = \"house/saas.sla\"\ntemplates = \"words\"\n[rules]\nunused-parameter = \"off\"\n\
         [build]\nformats = [\"pdf\", \"policy.json\"]\nout = \"out\"\n[check]\nfor = \"customer\"\n",
    );
    assert_eq!(findings, "");
    assert_eq!(config.house.map(|house| house.path).as_deref(), Some("house/saas.sla"));
    assert_eq!(config.templates.map(|folder| folder.path).as_deref(), Some("words"));
    assert_eq!(config.rules.into_iter().collect::<Vec<_>>(), [("unused-parameter".into(), Weight::Off)]);
    assert_eq!(config.build.formats, Some(vec![Output::Pdf, Output::PolicyJson]));
    assert_eq!(config.build.out.map(|out| out.path).as_deref(), Some("out"));
    assert_eq!(config.check.side, Some(Side::Customer));
}

#[test]
fn mistakes() {
    for name in ["unknown-keys", "wrong-types", "paths", "broken"] {
        let text = std::fs::read_to_string(repository(&format!("tests/cases/config/{name}.toml"))).expect("the case");
        check_expected(&format!("tests/cases/config/{name}.txt"), &read(&text).1);
    }
}

#[test]
fn schema() {
    check_expected("tests/cases/config/schema.json", &config::schema(&RULES));
}

/// Whatever is in the file, reading it neither stops nor panics, and points into the file.
#[test]
fn every_prefix() {
    let text = std::fs::read_to_string(repository("tests/cases/config/wrong-types.toml")).expect("the case");
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let mut sources = Sources::default();
        let source = sources.add(Source::new("servanda.toml", &text[..end]));
        for finding in config::read(source, &text[..end], &RULES).1 {
            assert!(finding.span.is_some_and(|span| span.range().end <= end), "{finding:?}");
        }
    }
}
