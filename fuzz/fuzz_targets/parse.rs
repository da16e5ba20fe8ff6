//! Parsing never panics, and every finding lies within the text.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use libfuzzer_sys::fuzz_target;
use servanda::source::SourceId;

fuzz_target!(|text: &str| {
    let (_, findings) = servanda::syntax::parse(SourceId(0), text);
    for span in findings.iter().filter_map(|finding| finding.span) {
        assert!(text.get(span.range()).is_some(), "{span:?}");
    }
});
