//! From the text of a file to a document.

mod html;
mod markdown;
mod text;

use super::document::Document;
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

/// Reads a contract.
pub fn read(source: &Source, id: SourceId, kind: Kind) -> Document {
    let blocks = match kind {
        Kind::Markdown => markdown::blocks(source.text()),
        Kind::Html => html::blocks(source.text()),
        Kind::Text => text::blocks(source.text()),
    };
    Document { source: id, blocks: blocks.into_iter().filter(|block| !block.text.trim().is_empty()).collect() }
}
