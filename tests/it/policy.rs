//! The policy: complete, the same in its three formats, and read back with what is wrong at its place.

use servanda::diagnostic::{Format, Options, render};
use servanda::model::Agreement;
use servanda::policy::{self, Policy};
use servanda::source::{Source, Sources};

use crate::support::{check_expected, entries, read};

/// An agreement with every kind of absence and every text that another type could be made of.
fn agreement() -> Agreement {
    let mut agreement: serde_json::Value =
        serde_json::from_str(&read("tests/cases/policy/agreement.json")).expect("the case is JSON");
    agreement["severities"]["matrix"] = serde_json::json!({
        "impacts": [{ "name": "Wide", "criteria": "no" }],
        "urgencies": [{ "name": "Now", "criteria": "1.0" }, { "name": "Later", "criteria": "~" }],
        "cells": [["P1", "-"]],
    });
    agreement["definitions"] =
        serde_json::from_str(&read("tests/cases/policy/hostile.json")).expect("the case is JSON");
    serde_json::from_value(agreement).expect("the case is an agreement")
}

fn made() -> Policy {
    Policy::new(&agreement()).expect("the holidays of its years are known")
}

fn parse(text: &str) -> Result<Policy, String> {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("policy.json", text));
    policy::read(source, text).map_err(|finding| render(Format::Human, &[finding], &sources, &Options::default()))
}

#[test]
fn the_typed_agreement_comes_back_from_json() {
    let read = parse(&policy::to_json(&made())).expect("a policy that was just written");
    assert_eq!(read, made());
    assert_eq!(read.agreement, agreement());
}

#[test]
fn a_cell_of_the_matrix_is_what_is_written() {
    let json = policy::to_json(&made());
    assert!(json.contains("\"P1\",\n            \"-\""), "{json}");
    for cell in ["-", " -", "- ", ""] {
        let read = parse(&json.replacen("            \"-\"", &format!("            {cell:?}"), 1)).expect("a policy");
        assert_eq!(parse(&policy::to_json(&read)).as_ref(), Ok(&read), "{cell:?}");
    }
}

#[test]
fn yaml_and_toml_hold_the_same_data() {
    let json: serde_json::Value = serde_json::from_str(&policy::to_json(&made())).expect("JSON");
    let yaml: serde_json::Value = serde_saphyr::from_str(&policy::to_yaml(&made()).expect("YAML")).expect("YAML");
    let toml: serde_json::Value = toml::from_str(&policy::to_toml(&made()).expect("TOML")).expect("TOML");
    assert_eq!(yaml, json);
    assert_eq!(toml, json);
    let typed: Policy = toml::from_str(&policy::to_toml(&made()).expect("TOML")).expect("a policy");
    assert_eq!(typed, made());
    let typed: Policy = serde_saphyr::from_str(&policy::to_yaml(&made()).expect("YAML")).expect("a policy");
    assert_eq!(typed, made());
}

#[test]
fn written_twice_is_the_same() {
    let read = parse(&policy::to_json(&made())).expect("a policy");
    assert_eq!(policy::to_json(&read), policy::to_json(&made()));
    assert_eq!(policy::to_yaml(&read), policy::to_yaml(&made()));
    assert_eq!(policy::to_toml(&read), policy::to_toml(&made()));
}

#[test]
fn expected_files() {
    check_expected("tests/cases/policy/made.json", &policy::to_json(&made()));
    check_expected("tests/cases/policy/made.yaml", &policy::to_yaml(&made()).expect("YAML"));
    check_expected("tests/cases/policy/made.toml", &policy::to_toml(&made()).expect("TOML"));
    // The published schema: after a release, a change to it is a new version of the format.
    check_expected("docs/policy-1.0.schema.json", &policy::schema());
}

/// March 2027 in Berlin is an hour short: 99.95% of its 44,580 minutes leaves 22 minutes 17 seconds.
#[test]
fn downtime_is_exact_in_each_month_of_the_term() {
    let made = made();
    let allowance = made.computed.downtime.first().expect("an availability level");
    assert_eq!(allowance.cycles.len(), 12);
    let march = &allowance.cycles[2];
    assert_eq!((march.first_day.to_string(), march.counted_seconds), ("2027-03-01".into(), 44_580 * 60));
    assert_eq!(march.allowed_seconds, 22 * 60 + 17);
    assert!(made.computed.holidays.iter().any(|holiday| holiday.date.to_string() == "2027-03-08"));
    assert!(made.computed.sources.holidays.starts_with("holidays "));
}

/// Each file is a policy with one mistake, made by an edit `FROM => TO` of the good one.
#[test]
fn mistakes_are_told_at_their_place() {
    let good = policy::to_json(&made());
    for case in entries("tests/cases/policy/bad").iter().filter(|path| path.ends_with(".edit")) {
        let edit = read(case);
        let (from, to) = edit.trim_end().split_once(" => ").expect("FROM => TO");
        assert!(good.contains(from), "{case}: {from}");
        let refused = parse(&good.replacen(from, to, 1)).expect_err(case);
        check_expected(&case.replace(".edit", ".txt"), &refused);
    }
}

/// Whatever is cut off or flipped, the reader neither stops nor panics, and points into the text.
#[test]
fn every_prefix_and_flipped_bit() {
    let good = policy::to_json(&made());
    let look = |text: &str| {
        let mut sources = Sources::default();
        let source = sources.add(Source::new("policy.json", text));
        if let Err(finding) = policy::read(source, text) {
            let range = finding.span.expect("a place").range();
            assert!(text.get(range.clone()).is_some(), "{range:?} {finding:?}");
        }
    };
    for end in (0..good.len()).step_by(37).filter(|end| good.is_char_boundary(*end)) {
        look(&good[..end]);
    }
    for at in (0..good.len()).step_by(29) {
        let mut bytes = good.clone().into_bytes();
        bytes[at] ^= 1;
        if let Ok(text) = String::from_utf8(bytes) {
            look(&text);
        }
    }
}

#[test]
fn deep_nesting_is_refused() {
    let head = "{\"servanda_policy\":\"1.0\",\"agreement\":{\"metrics\":[{\"name\":\"Deep\",\"inputs\":[],\"formula\":";
    let (opening, closing) = ("{\"rounded\":{\"decimals\":0,\"of\":", "}}");
    let deep = |levels: usize| format!("{head}{}\"1\"{}", opening.repeat(levels), closing.repeat(levels));
    let refused = parse(&format!("{}}}]}}}}", deep(10_000))).expect_err("too deep");
    assert!(refused.contains("nested"), "{refused}");
    let refused = parse(&format!("{head}{}{}}}]}}}}", "[".repeat(100_000), "]".repeat(100_000))).expect_err("too deep");
    assert!(refused.contains("is expected here"), "{refused}");
}
