//! What stands before the clauses: the title and the table of contents, and the two passes it takes.

use super::Contents;
use super::flow::{Book, Flow, Frame, Heading};
use super::font::Shaper;
use super::paginate::{self, Pages};
use super::sheet::Size;
use super::strip::Mark;
use super::structure::{Role, Target};
use super::text::Look;
use crate::document::block::{Block, BlockKind, Document, Inline, Meta};

/// A document of more pages than this gets a table of contents.
const PAGES: usize = 4;
/// A table of contents has at least so many lines.
const ENTRIES: usize = 4;
/// The room for page numbers at the right of the contents.
const NUMBERS: f64 = 40.0;

/// The reference and version in one line, or nothing.
pub(super) fn reference(meta: &Meta) -> String {
    let version = meta.version.as_ref().map(|version| format!("{} {version}", meta.words.version));
    meta.reference.iter().cloned().chain(version).collect::<Vec<_>>().join("  ·  ")
}

/// The head of the first page: reference, title, parties.
pub(super) fn title<'d>(flow: &mut Flow, block: &'d Block, meta: &'d Meta, frame: Frame<'d>) {
    let BlockKind::Title(words) = &block.kind else { return };
    let frame = Frame {
        left: frame.numbers,
        language: block.language.as_deref().unwrap_or(frame.language),
        source: block.source,
        ..frame
    };
    let line = |flow: &mut Flow, words: &str, size: Size| {
        let frame = Frame { size, ..frame };
        let look = flow.look(Role::Paragraph, frame);
        flow.text(&[Inline::Text(words.to_owned())], look, frame, false);
        flow.keep();
    };
    if let Some(id) = &block.id {
        flow.anchor(Some(id));
    }
    let reference = reference(meta);
    if !reference.is_empty() {
        line(flow, &reference, Size::SMALL);
        flow.gap(10.0);
    }
    let large = Frame { size: Size::TITLE, ..frame };
    let look = flow.look(Role::Heading(1), large);
    flow.text(words, Look { face: look.face.strong(), ..look }, large, false);
    for (at, party) in meta.parties.iter().enumerate() {
        flow.keep();
        flow.gap(if at == 0 { 10.0 } else { 0.0 });
        line(flow, party, Size { em: 12.5, leading: 17.0 });
    }
    flow.rule(frame.left, frame.right, 14.0);
    flow.gap(16.0);
}

/// Deals the strips out to pages; a long document gets its contents first.
pub(super) fn paginate(mut book: Book, document: &Document, wanted: Contents, shaper: &mut Shaper) -> (Book, Pages) {
    let pages = paginate::paginate(&book);
    let entries = entries(&book);
    let long = match wanted {
        Contents::Auto => pages.len() > PAGES && entries.len() >= ENTRIES,
        Contents::Always => !entries.is_empty(),
        Contents::Never => false,
    };
    if !long {
        return (book, pages);
    }
    // The contents take as many lines whatever the page numbers are, so that the second pass is the last.
    let mut fit = Fit::ALL[0];
    for closer in Fit::ALL {
        fit = closer;
        book = insert(remove(book), &entries, None, fit, document, shaper);
        let strips = &book.strips[..book.title + book.contents];
        if strips.iter().map(|strip| strip.before + strip.height).sum::<f64>() <= book.sheet.body() {
            break;
        }
    }
    let pages = paginate::paginate(&book);
    book = insert(remove(book), &entries, Some(&pages), fit, document, shaper);
    let pages = paginate::paginate(&book);
    (book, pages)
}

/// How close the lines of the contents stand.
#[derive(Debug, Clone, Copy)]
struct Fit {
    size: Size,
    gap: f64,
}

impl Fit {
    /// From wide to close: the first that lets the contents end on the page they begin on is taken.
    const ALL: [Self; 4] = [
        Self { size: Size::BODY, gap: 3.5 },
        Self { size: Size::BODY, gap: 1.0 },
        Self { size: Size::SMALL, gap: 1.0 },
        Self { size: Size { em: 9.0, leading: 11.5 }, gap: 0.0 },
    ];
}

/// Takes the contents out again.
fn remove(mut book: Book) -> Book {
    book.strips.drain(book.title..book.title + book.contents);
    book.contents = 0;
    book
}

/// The headings that the contents list.
fn entries(book: &Book) -> Vec<Heading> {
    let top = |deepest| {
        let listed = book.headings.iter().filter(move |heading| heading.level <= deepest);
        listed.cloned().collect::<Vec<_>>()
    };
    let first = top(1);
    if first.len() >= ENTRIES { first } else { top(2) }
}

/// Puts the contents between the title and the rest, with the page numbers that are known.
fn insert(
    mut book: Book,
    entries: &[Heading],
    pages: Option<&Pages>,
    fit: Fit,
    document: &Document,
    shaper: &mut Shaper,
) -> Book {
    let mut body = book.strips.split_off(book.title);
    let sheet = book.sheet;
    let mut flow = Flow::new(book, shaper);
    let outer = Frame::new(&sheet, &document.meta.language);
    let heading = Frame { size: Size::CLAUSE_HEADING, ..outer };
    let look = flow.look(Role::Paragraph, heading);
    flow.gap(14.0);
    let words = [Inline::Text(document.meta.words.contents.clone())];
    flow.text(&words, Look { face: look.face.strong(), ..look }, heading, false);
    flow.gap(8.0);
    flow.keep();
    let parent = flow.node(Role::Contents, outer);
    for entry in entries {
        let page = pages.and_then(|pages| pages.destinations[entry.anchor.0]).map(|(page, _)| page + 1);
        line(&mut flow, entry, page, Frame { parent, size: fit.size, ..outer });
        flow.gap(fit.gap);
    }
    book = flow.book;
    book.contents = book.strips.len() - book.title;
    if let Some(first) = body.first_mut() {
        first.new_page = true;
    }
    book.strips.append(&mut body);
    book
}

/// One line of the contents.
fn line(flow: &mut Flow, entry: &Heading, page: Option<usize>, frame: Frame) {
    let parent = flow.node(Role::ContentsLine, frame);
    let node = flow.book.structure.link_to(parent, Role::Reference, Target::Place(entry.anchor));
    let look = Look { node, ..flow.look(Role::Paragraph, frame) };
    if let Some(number) = &entry.number {
        flow.hang(frame.numbers, number, look, frame.size);
    }
    let right = frame.right;
    let from = flow.book.strips.len();
    flow.text(&[Inline::Text(entry.text.clone())], look, Frame { right: right - NUMBERS, ..frame }, false);
    flow.flush_hang(frame.size, None);
    let number = page.map(|page| flow.run(&page.to_string(), look, frame.size));
    let Some(strip) = flow.book.strips[from..].last_mut() else { return };
    let y = frame.size.baseline();
    let end = strip.marks.iter().map(|mark| if let Mark::Run { x, run, .. } = mark { x + run.width } else { 0.0 });
    let end = end.fold(frame.left, f64::max);
    let start = right - number.as_ref().map_or(0.0, |run| run.width);
    strip.marks.push(Mark::Dots { x: end + 6.0, to: start - 5.0, y });
    strip.marks.extend(number.map(|run| Mark::Run { x: start, y, run }));
}
