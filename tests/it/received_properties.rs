//! No file that somebody sends makes the readers panic, and each finding points at words.

use proptest::prelude::*;
use servanda::Options;
use servanda::prose::{Changes, Kind, MOST, Packed, extract};
use servanda::source::Source;

use crate::docx::{pack, parts};
use crate::pdf_text::pdf;
use crate::support::{read, repeatable};

fn reads(name: &str, bytes: &[u8]) {
    let packed = Packed::of(name).expect("a kind of file");
    for changes in [Changes::Accepted, Changes::Both] {
        let Ok(read) = extract(name, bytes, packed, changes) else { continue };
        for finding in &read.findings {
            let span = finding.span.expect("a place");
            assert!(read.source.text().get(span.range()).is_some_and(|words| !words.is_empty()));
        }
        for block in &read.document.blocks {
            let span = block.span(read.document.source, &(0..block.text.len()));
            assert!(read.source.text().get(span.range()).is_some());
        }
    }
}

/// A text with some of its bytes replaced, and cut at its end.
fn damaged(text: &[u8], places: &[(usize, u8)], cut: usize) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for (place, byte) in places {
        let at = place % bytes.len();
        bytes[at] = *byte;
    }
    bytes.truncate(bytes.len() - cut % bytes.len() / 8);
    bytes
}

/// Damages files and what is within them, and reads them.
fn damages(places: &[(usize, u8)], cut: usize, which: usize) {
    let case = ["numbering", "changes", "hidden", "beside"][which];
    let text = read(&format!("tests/cases/docx/{case}.parts"));
    let whole = pack(&parts(&text));
    reads("whole.docx", &damaged(&whole, places, cut));
    let inside = String::from_utf8_lossy(&damaged(text.as_bytes(), places, cut)).into_owned();
    let named: Vec<(&str, &[u8])> = parts(&inside)
        .into_iter()
        .enumerate()
        .map(|(at, (_, xml))| (["word/document.xml", "word/numbering.xml", "word/styles.xml"][at % 3], xml))
        .take(3)
        .collect();
    reads("inside.docx", &pack(&named));

    let content = read(&format!("tests/cases/pdf-text/{}.pages", ["columns", "table", "hidden"][which % 3]));
    reads("content.pdf", &pdf(&[&damaged(content.as_bytes(), places, cut)]));
    reads("whole.pdf", &damaged(&pdf(&[content.as_bytes()]), places, cut));
}

proptest! {
    #![proptest_config(repeatable(48))]

    #[test]
    fn damaged_files_are_read_or_refused(
        places in prop::collection::vec((any::<usize>(), any::<u8>()), 0..12),
        cut in any::<usize>(),
        which in 0_usize..4,
    ) {
        damages(&places, cut, which);
    }
}

/// Damages that a run found by chance.
#[test]
fn damages_found_by_chance() {
    damages(&[(14_657_108_646_739_121_466, 145)], 0, 1);
}

#[test]
fn headings_without_a_number_before_brackets_are_read() {
    for text in ["Appendix (1)", "Appendix  (1) (8T)(81))", "1. a\n\n18446744073709551615. b\n\n3. c\n"] {
        for kind in [Kind::Markdown, Kind::Html, Kind::Text] {
            servanda::lint(Source::new("their", text), kind, &Options::default());
        }
    }
}

#[test]
fn a_file_of_nothing_but_findings_is_told_from_a_contract() {
    let text = "The Host promptly ".repeat(30_000);
    let report = servanda::lint(Source::new("their.md", text), Kind::Markdown, &Options::default());
    let last = report.diagnostics.last().expect("findings");
    assert_eq!(report.diagnostics.len(), MOST + 1);
    assert_eq!(
        (last.rule, last.message.as_str()),
        ("unreadable", "only the first 10000 findings are shown, up to here")
    );
}
