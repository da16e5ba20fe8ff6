//! No contract, however broken, stops the linter; each finding points at words of the text, and each text gives a draft
//! that is a spec.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use libfuzzer_sys::fuzz_target;
use servanda::prose::Kind;
use servanda::source::Source;
use servanda::{Options, import, lint};

fuzz_target!(init: one_thread(), |text: &str| {
    for kind in [Kind::Markdown, Kind::Html, Kind::Text] {
        let report = lint(Source::new("contract", text), kind, &Options::default());
        for finding in &report.diagnostics {
            let span = finding.span.expect("a place");
            assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
        }
        import(Source::new("contract", text), kind).expect("a draft without errors");
    }
});

/// Threads get in each other's way by chance, which the fuzzer would take for something new.
fn one_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    pool.build_global().expect("no threads yet");
}
