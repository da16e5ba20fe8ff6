//! No Word file stops the reader: neither broken XML in a whole package, nor a broken package.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use servanda::prose::{Changes, Packed, extract};

fuzz_target!(|data: &[u8]| {
    let _ = extract("raw.docx", data, Packed::Docx, Changes::Both);
    // The parts of a file, each below a line with its name, as the cases of the tests have them.
    let text = String::from_utf8_lossy(data);
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in text.split("=== ").skip(1) {
        let Some((name, xml)) = part.split_once('\n') else { continue };
        if package.start_file(name, zip::write::SimpleFileOptions::default()).is_ok() {
            let _ = package.write_all(xml.as_bytes());
        }
    }
    let Ok(bytes) = package.finish() else { return };
    for changes in [Changes::Accepted, Changes::Rejected, Changes::Both] {
        if let Ok(read) = extract("packed.docx", bytes.get_ref(), Packed::Docx, changes) {
            for finding in &read.findings {
                let span = finding.span.expect("a place");
                assert!(read.source.text().get(span.range()).is_some_and(|words| !words.is_empty()));
            }
        }
    }
});
