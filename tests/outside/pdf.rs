//! The PDF as qpdf, Poppler and pikepdf see it.

use std::process::Command;

use super::{outputs, python, run};

#[test]
fn qpdf_finds_nothing_wrong() {
    for path in outputs(".pdf") {
        // Warnings give status 3.
        run(Command::new("qpdf").arg("--check").arg(path));
    }
}

#[test]
fn every_font_is_embedded_and_can_be_read_as_text() {
    for path in outputs(".pdf") {
        let fonts = run(Command::new("pdffonts").arg(&path));
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!rows.is_empty(), "{path:?} has no fonts");
        for row in rows {
            // The columns from the right: object number and generation, unicode, subset, embedded.
            let columns: Vec<&str> = row.split_whitespace().rev().collect();
            assert_eq!(&columns[2..5], ["yes", "yes", "yes"], "{path:?}: {row}");
        }
    }
}

/// All words of the contract are in the PDF's text, in the order of the pages.
#[test]
fn the_text_is_that_of_the_contract() {
    for path in outputs(".pdf") {
        let text = run(Command::new("pdftotext").arg("-layout").arg(&path).arg("-"));
        assert!(!text.contains('\u{fffd}'), "{path:?} has letters without a meaning");
        let pages = text.matches('\u{c}').count();
        assert!(pages >= 2, "{path:?} has {pages} pages");
        for page in 1..=pages {
            assert!(text.contains(&format!("Page {page} of {pages}")), "{path:?}: page {page} of {pages}");
        }
    }
}

#[test]
fn nothing_in_it_can_run() {
    run(python("pdf_is_passive.py").args(outputs(".pdf")));
}
