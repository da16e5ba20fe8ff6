//! SARIF 2.1.0 (OASIS standard), as code-scanning services read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::located::{Finding, Place};
use super::{Fix, RuleInfo, Severity};
use crate::source::{Section, Sources};

pub(super) fn render(findings: &[Finding<'_>], rules: &[RuleInfo]) -> String {
    let used: BTreeSet<&str> = findings.iter().map(|finding| finding.diagnostic.rule).collect();
    let mut listed: BTreeMap<&str, Value> =
        used.iter().map(|name| (*name, json!({ "id": name, "name": name }))).collect();
    listed.extend(rules.iter().map(|rule| (rule.name, describe(rule))));
    let index: BTreeMap<&str, usize> = listed.keys().enumerate().map(|(at, name)| (*name, at)).collect();

    let mut lines = Occurrences::default();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, index.get(finding.diagnostic.rule).copied(), &mut lines))
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "servanda",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": listed.into_values().collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn describe(rule: &RuleInfo) -> Value {
    json!({
        "id": rule.name,
        "name": rule.name,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.page, "markdown": rule.page },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": rule.tags },
    })
}

fn level(severity: Severity) -> &'static str {
    severity.word()
}

fn result(finding: &Finding<'_>, rule: Option<usize>, lines: &mut Occurrences) -> Value {
    let diagnostic = finding.diagnostic;
    let text = std::iter::once(diagnostic.message.clone())
        .chain(diagnostic.why.map(str::to_owned))
        .chain(diagnostic.help.iter().map(|help| format!("help: {help}")))
        .collect::<Vec<_>>()
        .join("\n");
    let mut result = Map::new();
    result.insert("ruleId".into(), json!(diagnostic.rule));
    if let Some(index) = rule {
        result.insert("ruleIndex".into(), json!(index));
    }
    result.insert("level".into(), json!(level(diagnostic.severity)));
    result.insert("message".into(), json!({ "text": text }));
    let location = finding
        .place
        .as_ref()
        .map_or_else(|| json!({ "physicalLocation": { "artifactLocation": artifact(finding.file) } }), location);
    result.insert("locations".into(), json!([location]));
    let related: Vec<Value> = finding
        .related()
        .map(|(place, message)| {
            let mut related = self::location(&place);
            related["message"] = json!({ "text": message });
            related
        })
        .collect();
    if !related.is_empty() {
        result.insert("relatedLocations".into(), related.into());
    }
    result.insert("partialFingerprints".into(), json!({ "servandaLine/v1": lines.fingerprint(finding) }));
    if let Some(fix) = &diagnostic.fix {
        result.insert("fixes".into(), json!([rewrite(fix, finding.sources)]));
    }
    result.into()
}

/// A place in a Word or PDF file is a region of the text that was taken out of it, with the words it covers, and
/// is named as people name it: by section and page.
fn location(place: &Place<'_>) -> Value {
    let mut region = region(place);
    if place.source.is_extracted() {
        region["snippet"] = json!({ "text": &place.source.text()[place.bytes.clone()] });
    }
    let mut location = json!({ "physicalLocation": { "artifactLocation": artifact(place.file()), "region": region } });
    if let Some(passage) = place.passage() {
        let section = passage.section.as_ref().map(|section| {
            let (Section::Number(name) | Section::Heading(name)) = section;
            json!({ "name": name, "fullyQualifiedName": section.to_string(), "kind": "section" })
        });
        let page = passage.page.map(
            |page| json!({ "name": page.to_string(), "fullyQualifiedName": format!("page {page}"), "kind": "page" }),
        );
        let named: Vec<Value> = [section, page].into_iter().flatten().collect();
        if !named.is_empty() {
            location["logicalLocations"] = named.into();
        }
        if let Some(line) = passage.line {
            location["properties"] = json!({ "lineOfPage": line });
        }
    }
    location
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

fn rewrite(fix: &Fix, sources: &Sources) -> Value {
    let mut changes: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        let Some(place) = Place::new(edit.span, sources) else { continue };
        changes
            .entry(place.file())
            .or_default()
            .push(json!({ "deletedRegion": region(&place), "insertedContent": { "text": edit.text } }));
    }
    let changes: Vec<Value> = changes
        .into_iter()
        .map(|(file, replacements)| json!({ "artifactLocation": artifact(file), "replacements": replacements }))
        .collect();
    json!({ "description": { "text": fix.title }, "artifactChanges": changes })
}

/// A file as a URI reference (RFC 3986): relative paths stay relative.
fn artifact(file: &str) -> Value {
    let path = file.replace('\\', "/");
    let absolute = path.starts_with('/');
    let drive = path.as_bytes().get(1) == Some(&b':');
    let mut uri = String::from(if absolute {
        "file://"
    } else if drive {
        "file:///"
    } else {
        ""
    });
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b':' if drive && at == 1 => uri.push(':'),
            byte => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    json!({ "uri": uri })
}

/// Counts equal lines, so that each finding keeps its fingerprint when lines are inserted above it.
#[derive(Default)]
struct Occurrences(BTreeMap<String, usize>);

impl Occurrences {
    fn fingerprint(&mut self, finding: &Finding<'_>) -> String {
        let line = finding.place.as_ref().map_or("", |place| place.source.line(place.start.line).trim());
        let key = format!("{}\0{}\0{line}", finding.diagnostic.rule, finding.file);
        let digest = Sha256::digest(key.as_bytes());
        let hex = digest.iter().take(12).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        let count = self.0.entry(key).and_modify(|count| *count += 1).or_insert(1);
        format!("{hex}:{count}")
    }
}
