//! Why a document cannot be typeset, in words for people.

use super::font::is_invisible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::block::{Block, BlockKind, Document, Inline};
use crate::source::Span;

/// How deep blocks and words may be nested.
const DEEPEST: usize = 64;

/// A character that none of the embedded fonts can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The text around its first occurrence.
    pub around: String,
    /// The statement of the spec that the text was made from, if known.
    pub source: Option<Span>,
}

/// Why no PDF was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// Characters without a glyph, each once, in the order of the document.
    MissingGlyphs(Vec<MissingGlyph>),
    /// Lists or groups nested too deep.
    TooDeep {
        /// The statement of the spec that the block was made from, if known.
        source: Option<Span>,
    },
    /// A part of the file could not be written; the words say which.
    File(String),
}

impl Error {
    /// The findings to show, one for each character that has no glyph.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::MissingGlyphs(missing) => missing
                .iter()
                .map(|glyph| {
                    Diagnostic::new("missing-glyph", Severity::Error, glyph.source, glyph.to_string()).help(
                        "write it in letters that the PDF's font has: Latin, Greek and Cyrillic, and common signs",
                    )
                })
                .collect(),
            Self::TooDeep { source } => {
                vec![
                    Diagnostic::new("too-deep", Severity::Error, *source, self.to_string())
                        .help("write fewer levels of lists"),
                ]
            }
            Self::File(_) => vec![Diagnostic::new("pdf", Severity::Error, None, self.to_string())],
        }
    }
}

impl std::fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = u32::from(self.character);
        if self.character.is_control() || is_invisible(self.character) {
            write!(f, "the character U+{code:04X} cannot be printed; it stands in “{}”", self.around)
        } else {
            write!(f, "the PDF's font has no “{}” (U+{code:04X}); it stands in “{}”", self.character, self.around)
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::MissingGlyphs(missing) => {
                for (at, glyph) in missing.iter().enumerate() {
                    if at > 0 {
                        f.write_str("\n")?;
                    }
                    glyph.fmt(f)?;
                }
                Ok(())
            }
            Self::TooDeep { .. } => write!(f, "the text is nested deeper than {DEEPEST} levels"),
            Self::File(what) => write!(f, "the PDF could not be written: {what}"),
        }
    }
}

impl std::error::Error for Error {}

/// Refuses a document that later recursion could not hold on the stack.
pub(super) fn check_depth(document: &Document) -> Result<(), Error> {
    check_blocks(&document.blocks, 1, None)
}

fn check_blocks(blocks: &[Block], depth: usize, outer: Option<Span>) -> Result<(), Error> {
    for block in blocks {
        let source = block.source.or(outer);
        if depth > DEEPEST {
            return Err(Error::TooDeep { source });
        }
        match &block.kind {
            BlockKind::Title(text)
            | BlockKind::Paragraph(text)
            | BlockKind::Heading { text, .. }
            | BlockKind::Clause { text, .. } => check_words(text, 1, source)?,
            BlockKind::List(items) => {
                for item in items {
                    check_blocks(&item.blocks, depth + 1, source)?;
                }
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    check_words(cell, 1, source)?;
                }
            }
            BlockKind::Group { blocks, .. } => check_blocks(blocks, depth + 1, source)?,
        }
    }
    Ok(())
}

fn check_words(words: &[Inline], depth: usize, source: Option<Span>) -> Result<(), Error> {
    if depth > DEEPEST {
        return Err(Error::TooDeep { source });
    }
    for word in words {
        match word {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                check_words(inner, depth + 1, source)?;
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Reference { .. } | Inline::Break => {}
        }
    }
    Ok(())
}
