//! Every rule by name: what the language, the configuration and the templates demand, and what is checked.

use std::sync::LazyLock;

use crate::check::Hurts;
use crate::diagnostic::{RuleInfo, Severity};

/// All rules, sorted by name.
pub fn rules() -> &'static [RuleInfo] {
    static RULES: LazyLock<Vec<RuleInfo>> = LazyLock::new(|| {
        let mut rules = language();
        rules.extend(agreement());
        rules.extend(vague());
        rules.extend(hidden());
        rules.extend(structure());
        rules.sort_unstable_by_key(|rule| rule.name);
        rules
    });
    &RULES
}

/// A rule of the language, whose page is `docs/rules/NAME.md`.
macro_rules! language_rules {
    ($($name:literal $severity:ident [$($tag:literal),+],)+) => {
        vec![$(rule($name, Severity::$severity, &[$($tag),+], include_str!(concat!("../docs/rules/", $name, ".md"))),)+]
    };
}

/// The families of vague words: what is open in a contract that others wrote.
fn vague() -> Vec<RuleInfo> {
    macro_rules! pages {
        ($($name:literal),+ $(,)?) => {
            vec![$(rule($name, Severity::Warning, &["vague", "prose"], include_str!(concat!("../docs/rules/", $name, ".md")))),+]
        };
    }
    pages![
        "vague-ambiguity",
        "vague-degree",
        "vague-discretion",
        "vague-efforts",
        "vague-modality",
        "vague-open-list",
        "vague-quantity",
        "vague-scope",
        "vague-time",
    ]
}

/// What a file has within that a reader of the contract does not see, or should not find there.
fn hidden() -> Vec<RuleInfo> {
    macro_rules! pages {
        ($($name:literal),+ $(,)?) => {
            vec![$(rule($name, Severity::Warning, &["prose", "security"], include_str!(concat!("../docs/rules/", $name, ".md")))),+]
        };
    }
    pages!["comment-left", "hidden-text", "tracked-change"]
}

/// The rules about the structure of a contract that others wrote.
fn structure() -> impl Iterator<Item = RuleInfo> {
    crate::prose::STRUCTURE.iter().map(|rule| RuleInfo {
        name: rule.name,
        severity: rule.severity,
        summary: summary(rule.page),
        page: rule.page,
        fixed: false,
        tags: &["structure", "prose"],
    })
}

/// The rules about agreements, each with its family and whom it protects as tags.
fn agreement() -> impl Iterator<Item = RuleInfo> {
    crate::check::FAMILIES.iter().flat_map(|(family, rules)| {
        rules.iter().map(|rule| RuleInfo {
            name: rule.name,
            severity: rule.severity,
            summary: summary(rule.page),
            page: rule.page,
            fixed: false,
            tags: match rule.hurts {
                Hurts::Customer => tags(family)[0],
                Hurts::Provider => tags(family)[1],
                Hurts::Both => tags(family)[2],
            },
        })
    })
}

/// The tags of a family's rules: with the customer, the provider, both.
fn tags(family: &str) -> [&'static [&'static str]; 3] {
    macro_rules! of {
        ($($name:literal)+) => {
            match family {
                $($name => [&[$name, "customer"], &[$name, "provider"], &[$name, "customer", "provider"]],)+
                _ => [&[]; 3],
            }
        };
    }
    of!("completeness" "consistency" "bands" "feasibility" "fairness" "clarity")
}

/// The rules without which a spec means nothing definite; its errors cannot be silenced.
fn language() -> Vec<RuleInfo> {
    language_rules! {
        "allow-without-reason" Warning ["language"],
        "already-inherited" Error ["language", "inheritance"],
        "comma-decimal" Error ["language"],
        "configuration" Error ["files"],
        "extends-cycle" Error ["files", "inheritance"],
        "extends-depth" Error ["files", "inheritance"],
        "extends-missing" Error ["files", "inheritance"],
        "extends-outside" Error ["files", "inheritance", "security"],
        "extends-unreadable" Error ["files", "inheritance"],
        "hidden-character" Error ["language", "security"],
        "indentation" Error ["language"],
        "layout" Error ["language"],
        "missing-glyph" Error ["printing"],
        "misplaced" Error ["language"],
        "misplaced-statement" Error ["language"],
        "missing-statement" Error ["language"],
        "mixed-script-name" Warning ["language", "security"],
        "name-twice" Error ["language", "names"],
        "nothing-inherited" Error ["language", "inheritance"],
        "nothing-to-change" Error ["language", "inheritance"],
        "nothing-to-remove" Error ["language", "inheritance"],
        "parameter-unset" Error ["language", "inheritance"],
        "pdf" Error ["printing"],
        "plan-not-chosen" Warning ["language", "inheritance"],
        "policy" Error ["files"],
        "said-twice" Error ["language"],
        "syntax" Error ["language"],
        "table" Error ["language"],
        "template-anchor" Error ["templates"],
        "template-field" Error ["templates"],
        "template-helper" Error ["templates"],
        "template-language" Error ["templates"],
        "template-limit" Error ["templates", "security"],
        "template-markdown" Error ["templates"],
        "template-name" Error ["templates"],
        "template-partial" Error ["templates"],
        "template-syntax" Error ["templates"],
        "template-value" Error ["templates"],
        "template-words" Error ["templates"],
        "too-deep" Error ["printing", "security"],
        "too-large" Error ["language", "security"],
        "unknown-choice" Error ["language", "names"],
        "unknown-currency" Error ["language", "names"],
        "unknown-holidays" Error ["language", "calendars"],
        "unknown-name" Error ["language", "names"],
        "unknown-parameter" Error ["language", "names"],
        "unknown-plan" Error ["language", "names"],
        "unknown-reference" Error ["language", "names"],
        "unknown-region" Error ["language", "names"],
        "unknown-zone" Error ["language", "names"],
        "unreadable" Error ["files"],
        "unknown-rule" Warning ["language", "names"],
        "unused-allow" Warning ["language"],
        "value" Error ["language"],
        "wrong-example" Error ["language", "examples"],
        "wrong-kind-of-name" Error ["language", "names"],
        "wrong-parameter-type" Error ["language", "inheritance"],
    }
}

fn rule(name: &'static str, severity: Severity, tags: &'static [&'static str], page: &'static str) -> RuleInfo {
    RuleInfo { name, severity, summary: summary(page), page, fixed: severity == Severity::Error, tags }
}

/// The first paragraph after the heading, without its full stop; it stands on one line.
fn summary(page: &'static str) -> &'static str {
    page.lines().nth(2).unwrap_or_default().trim_end_matches('.')
}
