//! PDF files (ISO 32000-1), read with limits: by their tags where they have them, else by where the words stand.

#![allow(
    clippy::float_arithmetic,
    reason = "page geometry is measured in fractions of a point; no quantity of an agreement is computed here"
)]

mod content;
mod font;
mod layout;
mod lexer;
mod lines;
mod structure;

use std::collections::BTreeSet;

use lopdf::{Document, LoadOptions, Object, ObjectId};

use super::Unreadable;
use super::extract::{At, Extract, Part, Remark};
use content::{Painter, too_large, words};
use lines::{Ink, Place};
use structure::Item;

/// No contract has more pages.
const MOST_PAGES: usize = 4000;
/// No part that is unpacked while the file is opened is larger.
const LARGEST_PART: usize = 24 * 1024 * 1024;
/// A file that tags less than this share of its words does not mean its tags: nine tenths.
const TAGGED: (usize, usize) = (9, 10);

/// Takes the text out of a PDF.
pub(super) fn extract(bytes: &[u8]) -> Result<Extract, Unreadable> {
    let begin = &bytes[..bytes.len().min(1024)];
    if !begin.windows(5).any(|window| window == b"%PDF-") {
        return Err(Unreadable::new("it is no PDF, whatever its name says")
            .help("where it is text, say so with `--as txt`, `--as md` or `--as html`"));
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_PART), ..LoadOptions::default() };
    let file = Document::load_mem_with_options(bytes, options).map_err(refusal)?;
    if file.is_encrypted() && !file.was_encrypted() {
        return Err(locked());
    }
    let pages: Vec<ObjectId> = file.page_iter().take(MOST_PAGES + 1).collect();
    if pages.len() > MOST_PAGES {
        return Err(Unreadable::new(format!("it has more than {MOST_PAGES} pages")));
    }
    if pages.is_empty() {
        return Err(damaged());
    }
    let mut painter = Painter::new(&file);
    let mut inked = Vec::new();
    for page in &pages {
        inked.push(painter.page(*page)?);
    }
    let ink = Ink::new(inked);
    let mut extract = Extract::default();
    let counted = |place: &Place| ink.run(*place).text.chars().filter(|letter| !letter.is_whitespace()).count();
    let all: Vec<Place> = layout::stretches(&ink);
    let (items, used) = structure::items(&file, &pages, &ink).unwrap_or_default();
    let (tagged, whole): (usize, usize) = (used.iter().map(counted).sum(), all.iter().map(counted).sum());
    let (items, rest) = if tagged * TAGGED.1 >= whole * TAGGED.0 {
        (items, all.into_iter().filter(|place| !used.contains(place)).collect())
    } else {
        (Vec::new(), all)
    };
    let rest: BTreeSet<Place> = rest.into_iter().filter(|place| counted(place) > 0).collect();
    for item in items.into_iter().chain(layout::items(&ink, &rest)) {
        add(&mut extract, &ink, item)?;
    }
    for (number, page) in (1..).zip(&pages) {
        comments(&mut extract, &file, *page, At { page: Some(number), line: None })?;
    }
    Ok(extract)
}

fn add(extract: &mut Extract, ink: &Ink, item: Item) -> Result<(), Unreadable> {
    match item {
        Item::Paragraph(block, runs) => {
            let Some((first, _)) = runs.first() else { return Ok(()) };
            let mut pieces = ink.pieces(&runs);
            if let Some(marker) = &block.marker {
                pieces.insert(0, super::extract::Piece::marker(format!("{marker} ")));
            }
            let number = block.marker.clone();
            let number = number.map(|marker| marker.trim_end_matches(['.', ':']).to_owned());
            extract.paragraph(*block, number.as_deref(), pieces, ink.at(*first))
        }
        Item::Row(cells) => {
            let first = cells.iter().flat_map(|(_, runs)| runs).map(|(place, _)| *place).next();
            let at = first.map_or_else(At::default, |first| ink.at(first));
            let part = |(block, runs): (_, Vec<_>)| Part { block, pieces: ink.pieces(&runs) };
            extract.row(cells.into_iter().map(part).collect(), None, at)
        }
    }
}

/// Adds what somebody noted on a page.
fn comments(extract: &mut Extract, file: &Document, page: ObjectId, at: At) -> Result<(), Unreadable> {
    const NOTES: [&[u8]; 7] = [b"Text", b"FreeText", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly", b"Caret"];
    for note in file.get_page_annotations(page).unwrap_or_default() {
        let kind = note.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if !NOTES.contains(&kind) {
            continue;
        }
        let text = |key: &[u8]| note.get_deref(key, file).and_then(Object::as_str).map(words).unwrap_or_default();
        extract.aside(text(b"Contents").trim(), Remark::Comment(text(b"T")), at)?;
    }
    Ok(())
}

fn refusal(error: lopdf::Error) -> Unreadable {
    match error {
        lopdf::Error::Decompress(_) => too_large(),
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) | lopdf::Error::UnsupportedSecurityHandler(_) => {
            locked()
        }
        _ => damaged(),
    }
}

fn locked() -> Unreadable {
    Unreadable::new("it is protected with a password").help("save it without a password, or ask for such a file")
}

fn damaged() -> Unreadable {
    Unreadable::new("it is damaged or cut off").help("ask for the file again, or print it to a new PDF")
}
