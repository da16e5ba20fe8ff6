//! Every slip that a hand or a disk can make in an example: cut off at every byte, and every byte replaced, doubled or
//! left out. The whole way is walked, as `check` does: 1.6 million texts, half an hour on two cores. `FULL=1 tests/run`
//! does it, or alone:
//!
//! ```sh
//! cargo test --release --test it -- --ignored --nocapture every_slip
//! ```

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use servanda::diagnostic::Severity;
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use crate::support::{entries, repository};

/// Bytes that mean something to the language or to an editor.
const TELLING: &[u8] = b"\"#\n \t|0{\0";
/// Examples of no more bytes than this meet all 256 of them.
const SMALL: usize = 1000;
/// What a text of a few kilobytes may take, on a machine that does other work as well.
const PATIENCE: Duration = Duration::from_secs(2);

/// Reads what a spec extends from the folder of examples.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

/// How the texts with a slip ended.
#[derive(Debug, Default)]
struct Tally {
    /// An agreement, with or without findings of rules.
    read: AtomicUsize,
    /// Refused, with an error at its place.
    refused: AtomicUsize,
    /// No text at all: the file is refused when it is opened.
    not_text: AtomicUsize,
}

/// The text is read or refused with clear errors within it, in time.
fn holds(bytes: Vec<u8>, tally: &Tally) {
    let Ok(text) = String::from_utf8(bytes) else {
        tally.not_text.fetch_add(1, Ordering::Relaxed);
        return;
    };
    let start = Instant::now();
    let spec = examine(Source::new("example.sla", text), &mut Examples, &Options::default());
    assert!(start.elapsed() < PATIENCE, "it takes {:?}", start.elapsed());
    let errors: Vec<_> = spec.report.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    for found in &errors {
        assert!(!found.message.is_empty() && !found.message.ends_with('.'), "{}", found.message);
        assert!(!found.message.contains("kw_"), "{}", found.message);
        let span = found.span.unwrap_or_else(|| panic!("no place: {}", found.message));
        let source = spec.report.sources.get(span.source).expect("a file that was read");
        assert!(source.text().get(span.range()).is_some(), "{span:?} is outside: {}", found.message);
    }
    let ended = if spec.agreement().is_some() { &tally.read } else { &tally.refused };
    assert!(spec.agreement().is_some() || !errors.is_empty(), "refused without an error");
    ended.fetch_add(1, Ordering::Relaxed);
}

/// The text with each slip that can be made at a byte, with its name.
fn slips(text: &[u8], at: usize) -> Vec<(String, Vec<u8>)> {
    let all: Vec<u8> = (0..=u8::MAX).collect();
    let bytes = if text.len() <= SMALL { &all } else { TELLING };
    let with = |middle: &[u8]| [&text[..at], middle, &text[at + 1..]].concat();
    let replaced = bytes.iter().filter(|byte| **byte != text[at]).map(|byte| (format!("{byte:#04x}"), with(&[*byte])));
    let others = [
        ("cut off".to_owned(), text[..at].to_vec()),
        ("left out".to_owned(), with(&[])),
        ("doubled".to_owned(), with(&[text[at], text[at]])),
    ];
    others.into_iter().chain(replaced).collect()
}

#[test]
#[ignore = "half an hour: FULL=1 tests/run"]
fn every_slip_in_every_example_is_read_or_refused_clearly() {
    let folders = ["examples", "examples/customers", "examples/house", "examples/real"];
    let specs: Vec<String> =
        folders.iter().flat_map(|folder| entries(folder)).filter(|path| path.ends_with(".sla")).collect();
    let tally = Tally::default();
    let mut broken = Vec::new();
    for path in &specs {
        let text = std::fs::read(repository(path)).expect("an example");
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let (text, tally) = (&text, &tally);
            let walk = move |first: usize| {
                let all = (first..text.len())
                    .step_by(threads)
                    .flat_map(|at| slips(text, at).into_iter().map(move |slip| (at, slip)));
                all.filter_map(|(at, (name, bytes))| {
                    let failed = catch_unwind(|| holds(bytes, tally)).is_err();
                    failed.then(|| format!("{path}: byte {at} {name}"))
                })
                .collect::<Vec<_>>()
            };
            let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || walk(first))).collect();
            broken.extend(workers.into_iter().flat_map(|worker| worker.join().expect("panics are caught")));
        });
        eprintln!("{path}: {} bytes; so far {tally:?}", text.len());
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
