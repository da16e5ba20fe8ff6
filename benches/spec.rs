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

/// The north star with more of the same: definitions and availability levels, until it has so many lines.
fn spec_of(lines: usize) -> String {
    let level = "  uptime of API as Uptime NAME\n    at least 99.95% each month\n    \
                 down when error rate is above 5% for 1 minute\n    measured by Acme over all requests\n    \
                 minutes without data count as down\n    no credits\n\n";
    let missing = lines.saturating_sub(NORTH_STAR.lines().count());
    let (mut levels, mut definitions) = (String::new(), String::new());
    for number in 0..missing / 14 {
        levels.push_str(&level.replace("NAME", &name(number)));
    }
    for number in 0..missing - missing / 14 * 7 {
        let _ = writeln!(definitions, "  Word {} means \"a thing that the parties know by this word\"", name(number));
    }
    let after = |text: String, head: &str, more: &str| text.replacen(head, &format!("{head}{more}"), 1);
    let text = after(NORTH_STAR.to_owned(), "\ndefinitions\n", &definitions);
    let text = after(text, "\nlevels\n", &levels);
    assert_eq!(text.lines().count(), lines);
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
