//! The file beside a contract that allows findings, where no comment can stand in the contract itself.
//!
//! ```toml
//! [[allow]]
//! rule = "vague-time"
//! sentence = "The Host answers promptly."
//! reason = "the order form has the times"
//! ```

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::{Diagnostic, Report, RuleInfo, Severity, suggest};
use crate::source::{Source, SourceId, Span};

/// What is put after a contract's name: `their.docx.allow.toml`.
pub const ALLOW_ENDING: &str = ".allow.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    allow: Vec<Spanned<Allow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allow {
    rule: Spanned<String>,
    sentence: Spanned<String>,
    #[serde(default)]
    reason: String,
}

/// Takes away the findings of a contract that the file beside it allows, by rule and sentence, and reports in that
/// file what allows nothing, names no rule or gives no reason. An error of the language or of a file stays.
pub fn allow(report: &mut Report, beside: Source, rules: &[RuleInfo]) {
    let text = beside.text().to_owned();
    let source = report.sources.add(beside);
    let file = match toml::from_str::<File>(&text) {
        Ok(file) => file,
        Err(error) => {
            let finding = Diagnostic::error("configuration", at(source, error.span()), error.message().to_lowercase());
            let help = "write `[[allow]]` with `rule`, `sentence` and `reason` below it, each in quotes";
            report.diagnostics.push(finding.help(help));
            return;
        }
    };
    let mut used = vec![false; file.allow.len()];
    let mut keep = Vec::new();
    for finding in &report.diagnostics {
        let fixed = rules.iter().any(|rule| rule.name == finding.rule && rule.fixed);
        let sentence = report.sentence(finding);
        let by = file.allow.iter().position(|allow| {
            let allow = allow.get_ref();
            !fixed
                && !allow.reason.trim().is_empty()
                && allow.rule.get_ref() == finding.rule
                && normal(allow.sentence.get_ref()) == normal(&sentence)
        });
        keep.push(by.map(|by| used[by] = true).is_none());
    }
    let mut keep = keep.into_iter();
    report.diagnostics.retain(|_| keep.next().unwrap_or(true));
    for (allow, used) in file.allow.iter().zip(used) {
        report.diagnostics.extend(complaint(source, allow, used, rules));
    }
}

/// What is wrong with an entry; none where it allows something, with a reason.
fn complaint(source: SourceId, entry: &Spanned<Allow>, used: bool, rules: &[RuleInfo]) -> Option<Diagnostic> {
    let allow = entry.get_ref();
    let name = allow.rule.get_ref();
    let warning = |rule, span, message: String| Diagnostic::new(rule, Severity::Warning, Some(span), message);
    let rule_at = at(source, Some(allow.rule.span()));
    Some(match rules.iter().find(|rule| rule.name == name) {
        None => {
            let finding = warning("unknown-rule", rule_at, format!("there is no rule `{name}`"));
            let meant = suggest::did_you_mean(name, rules.iter().map(|rule| rule.name));
            finding.help(meant.unwrap_or_else(|| "`servanda rules` lists them".to_owned()))
        }
        Some(rule) if rule.fixed => {
            warning("unused-allow", rule_at, format!("`{name}` is an error and cannot be allowed"))
                .help("delete this entry")
        }
        Some(_) if allow.reason.trim().is_empty() => {
            let message = "this does not say why the finding is allowed, so it is not";
            warning("allow-without-reason", rule_at, message.to_owned())
                .help("add `reason = \"…\"` for those who read this later")
        }
        Some(_) if !used => {
            let place = at(source, Some(allow.sentence.span()));
            warning("unused-allow", place, format!("the contract has no `{name}` in this sentence"))
                .help("delete this entry, or write the sentence as `--format json` shows it")
        }
        Some(_) => return None,
    })
}

fn at(source: SourceId, range: Option<Range<usize>>) -> Span {
    let range = range.unwrap_or(0..0);
    Span::new(source, range.start, range.end)
}

/// A sentence in the form in which it is compared: single spaces, straight quotation marks, no case.
fn normal(sentence: &str) -> String {
    let straight = sentence.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201C}', '\u{201D}', '\u{201E}'], "\"");
    straight.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
