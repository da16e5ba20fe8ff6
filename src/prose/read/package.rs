//! The zip file that a Word file is, opened with limits: nothing is unpacked before its size is known to be bearable.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::Unreadable;

/// A Word file has some dozens of parts.
const MOST_PARTS: usize = 4096;
/// No part that is read is larger than this.
const LARGEST_PART: u64 = 32 * 1024 * 1024;
/// All parts that are read together.
const LARGEST_WHOLE: u64 = 64 * 1024 * 1024;
/// Text of a contract is packed to a tenth, a repetitive one to a fiftieth; only a trap is packed tighter.
const TIGHTEST: u64 = 250;
/// Smaller parts may be packed as tightly as they like.
const HARMLESS: u64 = 1024 * 1024;
/// How each entry begins in the list of entries.
const ENTRY: [u8; 4] = *b"PK\x01\x02";

/// A zip file.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let damaged = || Unreadable::new("it is damaged or cut off").help("ask for the file again, or save it anew");
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > MOST_PARTS {
            return Err(Unreadable::new(format!("it has more than {MOST_PARTS} parts, as no Word file has")));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        Ok(Self { archive, left: LARGEST_WHOLE })
    }

    /// A part by its name, to be read once; none where there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<impl BufRead>, Unreadable> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|error| {
            let why = match error {
                zip::result::ZipError::UnsupportedArchive(_) => "it is encrypted, or packed in a way that Word has not",
                _ => "it is damaged or cut off",
            };
            Unreadable::new(why).help("open it in Word and save it anew as .docx, without a password")
        })?;
        // What an entry says of its size is a claim: reading counts for itself.
        if part.size() > LARGEST_PART.min(self.left) {
            return Err(too_large());
        }
        let tight = part.compressed_size().saturating_mul(TIGHTEST).max(HARMLESS);
        let limit = LARGEST_PART.min(self.left).min(tight);
        self.left -= part.size();
        Ok(Some(BufReader::new(Limited { inner: part, left: limit })))
    }
}

/// A reader that refuses to give more than it may.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::new(io::ErrorKind::FileTooLarge, "more than it may be"))?;
        Ok(read)
    }
}

/// A file that unpacks to more than any contract.
pub(super) fn too_large() -> Unreadable {
    Unreadable::new("it unpacks to far more than a contract has").help("it may be a trap; ask who sent it")
}
