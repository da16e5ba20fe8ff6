//! The policy reader never panics, points into the text, and what it reads is written and read the same.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use libfuzzer_sys::fuzz_target;
use servanda::policy;
use servanda::source::SourceId;

fuzz_target!(|text: &str| match policy::read(SourceId(0), text) {
    Ok(policy) => {
        let written = policy::to_json(&policy);
        assert_eq!(policy::read(SourceId(0), &written), Ok(policy.clone()));
        policy::to_yaml(&policy).expect("every policy has a spelling in YAML");
        policy::to_toml(&policy).expect("every policy has a spelling in TOML");
    }
    Err(finding) => {
        let range = finding.span.expect("a place").range();
        assert!(text.get(range.clone()).is_some(), "{range:?}");
    }
});
