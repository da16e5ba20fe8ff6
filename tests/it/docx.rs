//! Word files: what is read of them, where it stands, and what is said about what nobody sees.
//!
//! A case is a text with the parts of a Word file, each below a line with its name; the test packs them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use servanda::Options;
use servanda::diagnostic::{self, Format, Report};
use servanda::prose::{Block, Changes, Packed, extract};
use zip::write::SimpleFileOptions;

use crate::support::{check_expected, entries, read};

/// A Word file of these parts.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        file.start_file(*name, SimpleFileOptions::default()).expect("a part");
        file.write_all(content).expect("its content");
    }
    file.finish().expect("a file").into_inner()
}

/// The parts that a case lists.
pub(crate) fn parts(case: &str) -> Vec<(&str, &[u8])> {
    case.split("=== ")
        .skip(1)
        .filter_map(|part| part.split_once('\n'))
        .map(|(name, xml)| (name, xml.as_bytes()))
        .collect()
}

/// What kind of block it is, with what is known of it.
pub(crate) fn described(block: &Block) -> String {
    let mut line = format!("{:?}", block.kind).to_lowercase();
    if block.level > 0 {
        let _ = write!(line, " {}", block.level);
    }
    if let Some(cell) = block.cell {
        let _ = write!(line, " {}/{}/{}", cell.table, cell.row, cell.column);
        if (cell.rows, cell.columns) != (1, 1) {
            let _ = write!(line, " over {}x{}", cell.rows, cell.columns);
        }
    }
    if let Some(marker) = &block.marker {
        let _ = write!(line, " [{marker}]");
    }
    let bold: Vec<&str> = block.strong().iter().map(|range| &block.text[range.clone()]).collect();
    if !bold.is_empty() {
        let _ = write!(line, " bold {bold:?}");
    }
    line
}

/// The blocks of a file with their places, and what is found in it.
pub(crate) fn outcome(name: &str, bytes: &[u8], changes: Changes) -> String {
    let packed = Packed::of(name).expect("a kind of file");
    let extracted = extract(name, bytes, packed, changes).expect("a file that can be read");
    let mut out = String::new();
    for block in &extracted.document.blocks {
        let place = extracted.source.passage(block.start()).map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(out, "{}: {}", described(block), block.text);
        if !place.is_empty() {
            let _ = writeln!(out, "    {place}");
        }
    }
    let report = servanda::lint_packed(name, bytes, packed, changes, &Options::default());
    let report: Report = report.expect("a file that can be read");
    out + "\n" + &diagnostic::render_all(Format::Short, &[report], &diagnostic::Options::default())
}

#[test]
fn word_files_are_read_as_they_are_printed() {
    let cases: Vec<String> = entries("tests/cases/docx").into_iter().filter(|path| path.ends_with(".parts")).collect();
    assert!(!cases.is_empty());
    for path in cases {
        let case = read(&path);
        let bytes = pack(&parts(&case));
        let mut all = String::new();
        let tracked = case.contains("<w:ins ") || case.contains("<w:del ");
        let ways: &[Changes] =
            if tracked { &[Changes::Accepted, Changes::Rejected, Changes::Both] } else { &[Changes::Accepted] };
        for changes in ways {
            if tracked {
                let _ = writeln!(all, "--changes {changes:?}\n").map(|()| all.make_ascii_lowercase());
            }
            all += &outcome("their.docx", &bytes, *changes);
            all += "\n";
        }
        check_expected(&path.replace(".parts", ".txt"), &all);
    }
}

/// Each format of findings names the place as people name it.
#[test]
fn every_format_points_into_the_file() {
    let bytes = pack(&parts(&read("tests/cases/docx/numbering.parts")));
    let report = servanda::lint_packed("their.docx", &bytes, Packed::Docx, Changes::Accepted, &Options::default());
    let reports = [report.expect("a file that can be read")];
    let mut all = String::new();
    for (name, format) in [
        ("human", Format::Human),
        ("short", Format::Short),
        ("json", Format::Json),
        ("github", Format::Github),
        ("junit", Format::Junit),
    ] {
        let _ = writeln!(all, "# {name}\n");
        all += &diagnostic::render_all(format, &reports, &diagnostic::Options::default());
        all += "\n";
    }
    let sarif = diagnostic::render_all(Format::Sarif, &reports, &diagnostic::Options::default());
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    let _ = writeln!(all, "# sarif\n\n{:#}", sarif["runs"][0]["results"]);
    check_expected("tests/cases/docx/formats.txt", &all);
}
