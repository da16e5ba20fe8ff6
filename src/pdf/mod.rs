//! Blocks to PDF bytes: a pure function, typeset with embedded fonts.
//!
//! The way through: [`flow`] turns blocks into strips (a line of text, a row of
//! a table) from top to bottom; [`paginate`] deals the strips out to pages;
//! [`draw`] places their glyphs with printpdf; [`finish`] gives the file its
//! outline, links, identity and metadata. Every placed run carries the node of
//! [`structure`] it belongs to: its role, language and source.
#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "page geometry is measured in fractions of a point; no quantity of an agreement is computed here"
)]

mod contents;
mod draw;
mod error;
mod finish;
mod fit;
mod flow;
mod font;
mod grey;
mod line;
mod outline;
mod paginate;
mod sheet;
mod signatures;
mod strip;
mod structure;
mod table;
mod tags;
mod text;
mod xmp;

pub use error::{Error, MissingGlyph};

use crate::document::block::Document;

/// The paper that the pages are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 mm by 297 mm.
    #[default]
    A4,
    /// 8.5 inches by 11 inches.
    Letter,
}

/// Whether the document begins with a table of contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contents {
    /// If the document has more than four pages and at least four headings.
    #[default]
    Auto,
    /// If it has a heading at all.
    Always,
    /// Not at all.
    Never,
}

/// What the bytes depend on besides the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The paper.
    pub paper: Paper,
    /// When the document was made, in seconds since 1970 (UTC); left out of the file if none.
    pub created: Option<i64>,
    /// Whether there is a table of contents.
    pub contents: Contents,
}

/// Typesets `document` and gives the bytes of a PDF file; the same input gives the same bytes.
///
/// # Errors
/// [`Error::MissingGlyphs`] if a character stands in none of the embedded fonts,
/// [`Error::TooDeep`] if blocks or words are nested deeper than 64 levels.
pub fn render(document: &Document, options: &Options) -> Result<Vec<u8>, Error> {
    error::check_depth(document)?;
    let sheet = sheet::Sheet::new(options.paper);
    let mut shaper = font::Shaper::new(&document.meta.language)?;
    let book = flow::lay_out(document, sheet, &mut shaper);
    let (mut book, pages) = contents::paginate(book, document, options.contents, &mut shaper);
    let drawn = draw::draw(&mut book, &pages, &document.meta, &mut shaper);
    // Every text that is printed has been shaped by now.
    shaper.check()?;
    finish::finish(&drawn?, &book, &pages, &document.meta, options)
}
