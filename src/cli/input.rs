//! Reading specs: from files and standard input, with clear words for what cannot be read.

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::refusal::{Refusal, reason};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{Source, Sources, Span};

/// No spec is larger: 16 MB, a hundred times the longest real agreement.
pub(super) const LIMIT: u64 = 16 * 1024 * 1024;

/// How deep folders of specs may lie in one another.
const DEPTH: usize = 16;

/// The rule of a finding about a file that cannot be read.
const RULE: &str = "unreadable";

/// Why a file cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// The file's name and what could be read of it.
    source: Box<Source>,
    /// What is wrong.
    pub(super) why: String,
    /// The bytes that are wrong, where it is about bytes.
    bytes: Option<Range<usize>>,
    help: Option<&'static str>,
}

impl Unreadable {
    fn new(name: String, why: impl Into<String>, help: Option<&'static str>) -> Self {
        Self { source: Box::new(Source::new(name, "")), why: why.into(), bytes: None, help }
    }

    /// A report with one finding.
    pub(super) fn report(self) -> Report {
        let message = format!("cannot read `{}`: {}", self.source.name(), self.why);
        let mut sources = Sources::default();
        let main = sources.add(*self.source);
        let span = self.bytes.map(|bytes| Span::new(main, bytes.start, bytes.end));
        let mut finding = Diagnostic::new(RULE, Severity::Error, span, message);
        finding.help.extend(self.help.map(String::from));
        Report { sources, main, diagnostics: vec![finding] }
    }
}

/// Reads a spec; `-` is standard input.
pub(super) fn read(path: &Path) -> Result<Source, Unreadable> {
    let name = name(path);
    if path.as_os_str() == "-" {
        return decode(name, bytes(io::stdin().lock()));
    }
    if path.is_dir() {
        return Err(Unreadable::new(name, "it is a folder", Some("name the files in it")));
    }
    decode(name, File::open(path).and_then(bytes))
}

/// Reads a file that is no text, within the same limit; `-` is standard input.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let name = name(path);
    let read = if path.as_os_str() == "-" { bytes(io::stdin().lock()) } else { File::open(path).and_then(bytes) };
    match read {
        Ok(bytes) if bytes.len() as u64 > LIMIT => {
            let help = Some("a contract has at most 16 MB; save it without its pictures, or is it the wrong file?");
            Err(Unreadable::new(name, "it is larger than 16 MB", help))
        }
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(Unreadable::new(name, reason(&error), None)),
    }
}

/// The files that are named, and for each folder the specs below it, in the order of their names; hidden folders
/// and files are left out.
pub(super) fn specs(named: &[PathBuf]) -> Result<Vec<PathBuf>, Refusal> {
    let none = ("spec", "a spec is a file whose name ends in .sla");
    files(named, |path| path.extension().is_some_and(|ending| ending == "sla"), none)
}

/// The files that are named, and for each folder those below it whose name `is_one` accepts; `none` says what they are,
/// and how one is told, where a folder holds none.
pub(super) fn files(
    named: &[PathBuf],
    is_one: impl Fn(&Path) -> bool + Copy,
    none: (&str, &str),
) -> Result<Vec<PathBuf>, Refusal> {
    let mut files = Vec::new();
    for path in named {
        if path.as_os_str() == "-" || !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        below(path, 0, is_one, &mut files)?;
        if files.len() == before {
            return Err(Refusal::new(format!("there is no {} below `{}`", none.0, path.display())).help(none.1));
        }
    }
    Ok(files)
}

fn below(
    folder: &Path,
    depth: usize,
    is_one: impl Fn(&Path) -> bool + Copy,
    files: &mut Vec<PathBuf>,
) -> Result<(), Refusal> {
    let refuse = |error: io::Error| Refusal::io(format_args!("cannot read `{}`", folder.display()), &error);
    let mut entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<_>>).map_err(refuse)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        // Links to folders are not followed: they may lead in circles.
        let kind = entry.file_type().map_err(refuse)?;
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() && depth < DEPTH {
            below(&path, depth + 1, is_one, files)?;
        } else if !kind.is_dir() && is_one(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// The name people know a file by.
pub(super) fn name(path: &Path) -> String {
    if path.as_os_str() == "-" { "<stdin>".into() } else { path.display().to_string() }
}

fn bytes(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed, to tell a file of the full size from a larger one.
    reader.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decode(name: String, bytes: io::Result<Vec<u8>>) -> Result<Source, Unreadable> {
    const SAVE: Option<&str> = Some("save the file as UTF-8 in the editor");
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return Err(Unreadable::new(name, reason(&error), None)),
    };
    if bytes.len() as u64 > LIMIT {
        let help = Some("a spec is text of at most 16 MB; is this the right file?");
        return Err(Unreadable::new(name, "it is larger than 16 MB", help));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Unreadable::new(name, "it is written in UTF-16", SAVE));
    }
    let packed = [(b"%PDF".as_slice(), "it is a PDF"), (b"PK\x03\x04", "it is a packed document, such as Word's")];
    if let Some((_, why)) = packed.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        let help = "`servanda lint` reads contracts that others wrote; `servanda init` begins a spec";
        return Err(Unreadable::new(name, *why, Some(help)));
    }
    match String::from_utf8(bytes) {
        // A byte order mark is no part of the text.
        Ok(text) => Ok(Source::new(name, text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let why = format!("the byte {:#04x} is no part of UTF-8 text", error.as_bytes()[at]);
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            // The wrong byte is shown as the character that stands for it.
            let bytes = Some(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
            Err(Unreadable { source: Box::new(Source::new(name, text)), why, bytes, help: SAVE })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(bytes: &[u8]) -> (String, Option<Range<usize>>) {
        let report = decode("a.sla".into(), Ok(bytes.to_vec())).expect_err("it cannot be read").report();
        let finding = report.diagnostics.first().expect("a finding");
        (finding.message.clone(), finding.span.map(Span::range))
    }

    #[test]
    fn text_is_read_without_its_byte_order_mark() {
        let source = decode("a.sla".into(), Ok(b"\xef\xbb\xbfparties\r\n".to_vec())).expect("text");
        assert_eq!(source.text(), "parties\r\n");
        let full = vec![b'a'; usize::try_from(LIMIT).expect("it fits")];
        assert!(decode("a.sla".into(), Ok(full)).is_ok());
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let (message, span) = finding(b"parties\n  M\xfcller");
        assert_eq!(message, "cannot read `a.sla`: the byte 0xfc is no part of UTF-8 text");
        assert_eq!(span, Some(11..14));
        assert_eq!(finding(b"\xff\xfea\0").0, "cannot read `a.sla`: it is written in UTF-16");
        assert_eq!(finding(b"%PDF-1.7\n%\xbb").0, "cannot read `a.sla`: it is a PDF");
        let huge = vec![b'a'; usize::try_from(LIMIT).expect("it fits") + 1];
        assert_eq!(finding(&huge).0, "cannot read `a.sla`: it is larger than 16 MB");
    }
}
