//! A spec without errors has a layout, and the layout is its own.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use libfuzzer_sys::fuzz_target;
use servanda::source::SourceId;
use servanda::syntax;

fuzz_target!(|text: &str| {
    let (_, findings) = syntax::parse(SourceId(0), text);
    let is_good = findings.iter().all(|finding| finding.severity != servanda::diagnostic::Severity::Error);
    match syntax::format(text) {
        Ok(once) => assert_eq!(syntax::format(&once), Ok(once)),
        Err(found) => assert!(!is_good, "{found:?}"),
    }
});
