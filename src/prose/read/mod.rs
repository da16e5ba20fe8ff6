//! From a file to a document: a reader for each kind of file.

mod docx;
mod extract;
mod html;
mod markdown;
mod package;
mod pdf;
mod text;
mod xml;

use super::document::Document;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, SourceId};

/// How a contract is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Plain text.
    Text,
}

impl Kind {
    /// The kind that a file's name tells; plain text where it tells none.
    pub fn of(name: &str) -> Self {
        let ending = name.rsplit('.').next().unwrap_or("").to_lowercase();
        match ending.as_str() {
            "md" | "markdown" | "mdx" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => Self::Text,
        }
    }
}

/// A kind of file that has its text packed within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packed {
    /// A Word file, as Word writes it since 2007.
    Docx,
    /// A PDF whose words are text, no pictures of text.
    Pdf,
}

impl Packed {
    /// The kind that a file's name tells; none where it tells of none, or of text.
    pub fn of(name: &str) -> Option<Self> {
        let ending = name.rsplit('.').next().unwrap_or("").to_lowercase();
        match ending.as_str() {
            // A Word file of before 2007 is told apart by its bytes.
            "docx" | "docm" | "dotx" | "doc" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// Which wording of a Word file with tracked changes is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Changes {
    /// As if all were accepted.
    #[default]
    Accepted,
    /// As if all were rejected.
    Rejected,
    /// Both wordings, one beside the other.
    Both,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong with it, such as `it is damaged or cut off`.
    pub why: String,
    /// What to do.
    pub help: Option<String>,
}

impl Unreadable {
    fn new(why: impl Into<String>) -> Self {
        Self { why: why.into(), help: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// Reads a contract whose file is its text.
pub fn read(source: &Source, id: SourceId, kind: Kind) -> Document {
    let blocks = match kind {
        Kind::Markdown => markdown::blocks(source.text()),
        Kind::Html => html::blocks(source.text()),
        Kind::Text => text::blocks(source.text()),
    };
    Document { source: id, blocks: blocks.into_iter().filter(|block| !block.text.trim().is_empty()).collect() }
}

/// A contract whose text was taken out of a file.
#[derive(Debug, Clone)]
pub struct Extracted {
    /// The text, with where its parts stand in the file.
    pub source: Source,
    /// The contract; its source is the first one of a report.
    pub document: Document,
    /// What a reader of the file does not see, or should not find in it: hidden words, tracked changes, comments.
    pub findings: Vec<Diagnostic>,
}

/// Takes the text out of a file that is no text itself.
pub fn extract(name: &str, bytes: &[u8], packed: Packed, changes: Changes) -> Result<Extracted, Unreadable> {
    let extract = match packed {
        Packed::Docx => docx::extract(bytes, changes)?,
        Packed::Pdf => pdf::extract(bytes)?,
    };
    if extract.text.trim().is_empty() {
        return Err(
            Unreadable::new("it has no words in it").help("where it is a picture of text, have its words read first")
        );
    }
    let blocks = extract.blocks.into_iter().filter(|block| !block.text.trim().is_empty()).collect();
    Ok(Extracted {
        source: Source::extracted(name, extract.text, extract.passages),
        document: Document { source: SourceId(0), blocks },
        findings: extract.findings,
    })
}
