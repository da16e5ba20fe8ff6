//! How fast a spec is read and checked: `cargo bench`.

use std::fmt::Write as _;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use servanda::source::{Source, SourceId};
use servanda::{LoadError, Loader, Options, examine};

const NORTH_STAR: &str = include_str!("../examples/north-star.sla");

fn main() {
    divan::main();
}

/// Nothing is extended.
struct Alone;

impl Loader for Alone {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

/// The north star with more of the same, until it has so many lines: services with a fee, a level for each, definitions
/// and duties that use them. Nothing is found in it, as in the work of someone who knows the craft.
fn spec_of(lines: usize) -> String {
    let missing = lines.saturating_sub(NORTH_STAR.lines().count());
    let [mut definitions, mut services, mut levels, mut duties] = [const { String::new() }; 4];
    for number in 0..missing / 13 {
        let name = name(number);
        let _ = writeln!(definitions, "  Records {name} means \"the files that Globex keeps in room {number}\"");
        let _ =
            write!(services, "  Service {name} \"Service of room {number}\"\n    fee EUR {} per month\n", 100 + number);
        let _ = write!(
            levels,
            "  uptime of Service {name} as Uptime {name}\n    at least 99.9% each month\n    \
             down when error rate is above 5% for 1 minute\n    measured by Acme over all requests\n    \
             minutes without data count as down\n    excluding Maintenance, Force Majeure and Customer Fault\n    \
             no credits\n\n"
        );
        let _ = write!(
            duties,
            "  must \"send Records {name} to Acme\" as Sending {name} within 5 days after each month\n    \
             a miss has no consequence\n"
        );
    }
    let mut text = NORTH_STAR.to_owned();
    for (section, more) in
        [("definitions", definitions), ("services", services), ("levels", levels), ("obligations of Globex", duties)]
    {
        text = text.replacen(&format!("\n{section}\n"), &format!("\n{section}\n{more}"), 1);
    }
    let rest = lines - text.lines().count();
    text.push_str(&"# a remark\n".repeat(rest));
    let report = examine(Source::new("bench.sla", text.as_str()), &mut Alone, &Options::default());
    assert!(report.report.diagnostics.is_empty());
    text
}

/// A capitalised word of letters for a number: `Baaa`, `Baab`, …
fn name(number: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap_or(0));
    format!("B{}{}{}", letter(number / 676), letter(number / 26), letter(number))
}

/// From text to tree; the throughput is in bytes of the spec.
#[divan::bench]
fn parse_thousand_lines(bencher: Bencher) {
    let text = spec_of(1000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| servanda::syntax::parse(SourceId(0), black_box(&text)));
}

/// Parse, resolve and check.
#[divan::bench]
fn check_thousand_lines(bencher: Bencher) {
    let text = spec_of(1000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| examine(Source::new("bench.sla", black_box(text.as_str())), &mut Alone, &Options::default()));
}

/// The same ten times as long: the time grows with the lines, not with their square.
#[divan::bench]
fn check_ten_thousand_lines(bencher: Bencher) {
    let text = spec_of(10_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| examine(Source::new("bench.sla", black_box(text.as_str())), &mut Alone, &Options::default()));
}

/// Parse, resolve and check the first example.
#[divan::bench]
fn check_north_star(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(NORTH_STAR))
        .bench(|| examine(Source::new("bench.sla", black_box(NORTH_STAR)), &mut Alone, &Options::default()));
}
