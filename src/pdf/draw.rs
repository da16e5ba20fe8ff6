//! Pages as printpdf's operations: glyphs, rules, and which part of the document each belongs to.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, Line, LineCapStyle, LineDashPattern, LinePoint, Mm, Op, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfPage, Point, Pt, TextItem, TextMatrix,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::contents;
use super::error::Error;
use super::flow::Book;
use super::font::{Face, Figures, Shaper};
use super::line::{self, Run};
use super::paginate::{Pages, Placed, What};
use super::sheet::{Sheet, Size};
use super::strip::{Bar, Mark, Pen};
use super::structure::{NodeId, Role};
use super::text::Look;
use crate::document::block::Meta;

/// What a node of the structure holds, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kid {
    /// Another node.
    Node(NodeId),
    /// Marked content of a page: the page and the content's number on it.
    Content(usize, usize),
    /// A link annotation: the page and the link's number on it.
    Link(usize, usize),
}

/// An area of a page that leads elsewhere; y upwards from the page's foot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LinkArea {
    /// Left, bottom, right, top.
    pub(super) area: [f64; 4],
    pub(super) node: NodeId,
    pub(super) words: String,
}

/// One page beside its operations.
#[derive(Debug, Default)]
pub(super) struct PageParts {
    /// The node of each marked content, by its number.
    pub(super) contents: Vec<NodeId>,
    pub(super) links: Vec<LinkArea>,
}

/// All pages drawn.
pub(super) struct Drawn {
    pub(super) pdf: PdfDocument,
    pub(super) parts: Vec<PageParts>,
    /// The kids of each node.
    pub(super) kids: Vec<Vec<Kid>>,
}

impl Drawn {
    /// The words of the links among `kids`.
    pub(super) fn words(&self, kids: &[Kid]) -> String {
        let links =
            kids.iter().filter_map(|kid| if let Kid::Link(page, link) = kid { Some((page, link)) } else { None });
        links.map(|(page, link)| self.parts[*page].links[*link].words.as_str()).collect()
    }
}

/// Draws all pages.
pub(super) fn draw(book: &mut Book, pages: &Pages, meta: &Meta, shaper: &mut Shaper) -> Result<Drawn, Error> {
    let furniture = furniture(book, pages.len(), meta, shaper);
    let nodes = book.structure.len();
    let mut painter = Painter {
        book,
        fonts: Face::ALL.iter().map(|_| Used::default()).collect(),
        kids: vec![Vec::new(); nodes],
        attached: vec![false; nodes],
        ops: Vec::new(),
        part: PageParts::default(),
        page: 0,
        open: None,
        font: None,
        pen: None,
    };
    let mut parts = Vec::with_capacity(pages.len());
    let mut drawn = Vec::with_capacity(pages.len());
    for (page, (placed, furniture)) in pages.pages.iter().zip(&furniture).enumerate() {
        painter.page = page;
        painter.page(placed, furniture);
        parts.push(std::mem::take(&mut painter.part));
        let ops = std::mem::take(&mut painter.ops);
        let sheet = &painter.book.sheet;
        let (width, height) = (Pt(sheet.width as f32), Pt(sheet.height as f32));
        drawn.push(PdfPage::new(Mm::from(width), Mm::from(height), ops));
    }
    let mut pdf = PdfDocument::new("");
    for (face, used) in Face::ALL.iter().zip(&painter.fonts) {
        if !used.text.is_empty() {
            pdf.resources.fonts.map.insert(font_id(*face), embed(*face, used)?);
        }
    }
    pdf.pages = drawn;
    Ok(Drawn { pdf, parts, kids: painter.kids })
}

/// The glyphs that a document uses of a face.
#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    /// What each glyph stands for when text is copied, by its new number.
    text: BTreeMap<u16, String>,
}

fn font_id(face: Face) -> FontId {
    FontId(format!("F{}", face as usize))
}

/// The part of a face that is used, named as PDF wants subsets named.
fn embed(face: Face, used: &Used) -> Result<PdfFont, Error> {
    let refuse = || Error::File(format!("the font {} cannot be embedded", face.name()));
    let subset = subsetter::subset(face.data(), 0, &used.glyphs).map_err(|_| refuse())?;
    let mut font = ParsedFont::from_bytes(&subset, 0, &mut Vec::new()).ok_or_else(refuse)?;
    let tag: String = Sha256::digest(&subset).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    font.font_name = Some(format!("{tag}+{}", face.name()));
    // The subset leaves the OS/2 table out.
    font.pdf_font_metrics.us_weight_class = face.weight();
    Ok(PdfFont::new(font))
}

/// The running head and foot of each page.
fn furniture(book: &mut Book, count: usize, meta: &Meta, shaper: &mut Shaper) -> Vec<Vec<Mark>> {
    let sheet = book.sheet;
    let titled = book.title > 0;
    let reference = contents::reference(meta);
    let look = Look { face: Face::Regular, figures: Figures::Proportional, node: NodeId::ROOT, code: false };
    let size = Size::FURNITURE;
    let mut run =
        |words: &str, face: Face| line::single(words, Look { face, ..look }, size, &mut book.structure, shaper);
    let right = run(&reference, Face::Regular);
    let room = sheet.right - sheet.numbers - right.width - 24.0;
    let mut left = run(&meta.title, Face::Italic);
    let mut words = meta.title.clone();
    while left.width > room && !words.is_empty() {
        // By tenths, so that a very long title takes few steps.
        let keep = words.chars().count() * 9 / 10;
        words = words.chars().take(keep).collect();
        left = run(&format!("{}…", words.trim_end()), Face::Italic);
    }
    let mut all = Vec::with_capacity(count);
    for page in 0..count {
        let mut marks = Vec::new();
        if page > 0 || !titled {
            marks.push(Mark::Run { x: sheet.numbers, y: sheet.head, run: left.clone() });
            marks.push(Mark::Run { x: sheet.right - right.width, y: sheet.head, run: right.clone() });
            marks.push(Mark::Rule { x: sheet.numbers, to: sheet.right, y: sheet.head + 6.0, pen: Pen::Fine });
        }
        let words = meta.words.page.replace("{page}", &(page + 1).to_string()).replace("{pages}", &count.to_string());
        let foot = run(&words, Face::Regular);
        marks.push(Mark::Run { x: sheet.right - foot.width, y: sheet.foot, run: foot });
        all.push(marks);
    }
    all
}

/// The grey of the running head and foot.
const FURNITURE_GREY: f32 = 0.32;

struct Painter<'a> {
    book: &'a Book,
    fonts: Vec<Used>,
    kids: Vec<Vec<Kid>>,
    attached: Vec<bool>,
    ops: Vec<Op>,
    part: PageParts,
    page: usize,
    /// The node whose marked content is open.
    open: Option<NodeId>,
    font: Option<(Face, f64)>,
    pen: Option<Pen>,
}

impl Painter<'_> {
    fn page(&mut self, placed: &[Placed], furniture: &[Mark]) {
        self.font = None;
        self.pen = None;
        let book = self.book;
        // Lines and repeated heads are no part of the text: they come last, marked as artifacts.
        let mut artifacts: Vec<(f64, &Mark)> = Vec::new();
        let mut bars: Vec<(Bar, f64, f64)> = Vec::new();
        for placed in placed {
            let (strip, again) = match placed.what {
                What::Strip(index) => (&book.strips[index], false),
                What::Again(head, index) => (&book.heads[head][index], true),
            };
            if let Some(bar) = strip.bar {
                let bottom = placed.top + strip.height;
                match bars.last_mut() {
                    Some((open, _, to)) if *open == bar => *to = bottom,
                    _ => bars.push((bar, placed.top, bottom)),
                }
            }
            for mark in &strip.marks {
                match mark {
                    Mark::Run { x, y, run } if !again => self.tagged(*x, placed.top + y, run),
                    Mark::Node(node) if !again => self.attach(*node),
                    Mark::Run { .. } | Mark::Rule { .. } | Mark::Dots { .. } => artifacts.push((placed.top, mark)),
                    Mark::Anchor(_) | Mark::Node(_) => {}
                }
            }
        }
        self.close();
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".into() });
        for (top, mark) in artifacts {
            self.artifact(top, mark);
        }
        for (bar, top, bottom) in bars {
            self.stroke((bar.x, top + 1.0), (bar.x, bottom - 1.0), Pen::Bar);
        }
        self.ops.push(Op::SetFillColor { col: grey(FURNITURE_GREY) });
        for mark in furniture {
            self.artifact(0.0, mark);
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn artifact(&mut self, top: f64, mark: &Mark) {
        match mark {
            Mark::Run { x, y, run } => self.glyphs(*x, top + y, run),
            Mark::Rule { x, to, y, pen } => self.stroke((*x, top + y), (*to, top + y), *pen),
            Mark::Dots { x, to, y } => self.dots(*x, *to, top + y),
            Mark::Anchor(_) | Mark::Node(_) => {}
        }
    }

    /// Text that belongs to a node.
    fn tagged(&mut self, x: f64, y: f64, run: &Run) {
        let node = run.look.node;
        if self.open != Some(node) {
            self.close();
            self.attach(node);
            let number = self.part.contents.len();
            self.part.contents.push(node);
            self.kids[node.index()].push(Kid::Content(self.page, number));
            let mcid = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: role_name(self.book.structure.node(node).role).into(),
                properties: DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), mcid)]) },
            });
            self.open = Some(node);
        }
        if self.book.structure.node(node).target.is_some() {
            let foot = self.book.sheet.height - y;
            let area = [x, foot - run.em * 0.28, x + run.width, foot + run.em * 0.78];
            let words = run.pieces.iter().map(|piece| &*piece.shaped.text).collect();
            self.kids[node.index()].push(Kid::Link(self.page, self.part.links.len()));
            self.part.links.push(LinkArea { area, node, words });
        }
        self.glyphs(x, y, run);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContentWithProperties);
        }
    }

    /// Gives a node its place below its parent, the first time something of it is placed.
    fn attach(&mut self, node: NodeId) {
        if node == NodeId::ROOT || std::mem::replace(&mut self.attached[node.index()], true) {
            return;
        }
        let parent = self.book.structure.node(node).parent;
        self.attach(parent);
        self.kids[parent.index()].push(Kid::Node(node));
    }

    fn glyphs(&mut self, x: f64, y: f64, run: &Run) {
        let sheet: &Sheet = &self.book.sheet;
        let face = run.look.face;
        self.ops.push(Op::StartTextSection);
        if self.font != Some((face, run.em)) {
            let font = PdfFontHandle::External(font_id(face));
            self.ops.push(Op::SetFont { font, size: Pt(run.em as f32) });
            self.font = Some((face, run.em));
        }
        let (x, y) = (hundredth(x), hundredth(sheet.height - y));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
        let used = &mut self.fonts[face as usize];
        let mut items: Vec<TextItem> = Vec::new();
        let mut codes: Vec<Codepoint> = Vec::new();
        for piece in &run.pieces {
            let mut actual = piece.hyphen.then(|| "\u{AD}".to_owned());
            let mut piece_codes = Vec::with_capacity(piece.shaped.glyphs.len());
            let mut back = 0.0;
            for (at, glyph) in piece.shaped.glyphs.iter().enumerate() {
                if glyph.shift != 0 || back != 0.0 {
                    // The pen goes to where the glyph is drawn and back again after it.
                    let by = back - f64::from(glyph.shift);
                    match piece_codes.last_mut().or(codes.last_mut()) {
                        Some(last) => adjust(last, by),
                        None => items.push(TextItem::Offset(hundredth(by))),
                    }
                }
                back = f64::from(glyph.shift);
                let id = used.glyphs.remap(glyph.id);
                let says = piece.shaped.text.get(glyph.start as usize..glyph.end as usize).unwrap_or("");
                let says = if matches!(says, "\u{A0}" | "\u{202F}") { " " } else { says };
                let known = used.text.entry(id).or_insert_with(|| says.to_owned());
                if known != says && actual.is_none() {
                    actual = Some(piece.shaped.text.to_string());
                }
                let last = at + 1 == piece.shaped.glyphs.len();
                let extra = if last { piece.extra * 1000.0 / run.em } else { 0.0 };
                let offset = f64::from(glyph.natural - glyph.advance) - extra;
                piece_codes.push(Codepoint::with_cid(id, hundredth(offset), known.clone()));
            }
            if back != 0.0
                && let Some(last) = piece_codes.last_mut()
            {
                adjust(last, back);
            }
            let Some(actual) = actual else {
                codes.append(&mut piece_codes);
                continue;
            };
            self.ops.extend(show(&mut items, &mut codes));
            let data = utf16(&actual);
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".into(),
                properties: DictItem::Dict {
                    map: BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]),
                },
            });
            self.ops.extend(show(&mut items, &mut piece_codes));
            self.ops.push(Op::EndMarkedContentWithProperties);
        }
        self.ops.extend(show(&mut items, &mut codes));
        self.ops.push(Op::EndTextSection);
    }

    fn stroke(&mut self, from: (f64, f64), to: (f64, f64), pen: Pen) {
        if self.pen != Some(pen) {
            let (weight, grey) = pen.stroke();
            self.ops.push(Op::SetOutlineThickness { pt: Pt(weight as f32) });
            self.ops.push(Op::SetOutlineColor { col: self::grey(grey) });
            self.pen = Some(pen);
        }
        self.line(from, to);
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let height = self.book.sheet.height;
        let point = |(x, y): (f64, f64)| LinePoint {
            p: Point { x: Pt(hundredth(x)), y: Pt(hundredth(height - y)) },
            bezier: false,
        };
        self.ops.push(Op::DrawLine { line: Line { points: vec![point(from), point(to)], is_closed: false } });
    }

    fn dots(&mut self, x: f64, to: f64, y: f64) {
        /// From dot to dot; dots of all lines stand below each other.
        const STEP: f64 = 5.0;
        let first = (x / STEP).ceil() * STEP;
        if first >= to {
            return;
        }
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.ops.push(Op::SetLineDashPattern {
            dash: LineDashPattern { offset: 0.0, pattern: vec![0.0, STEP as f32].into() },
        });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(0.7) });
        self.line((first, y - 0.4), (to, y - 0.4));
        self.ops.push(Op::RestoreGraphicsState);
    }
}

fn adjust(code: &mut Codepoint, by: f64) {
    code.offset = hundredth(f64::from(code.offset) + by);
}

/// The operation that shows what has been gathered, if anything has.
fn show(items: &mut Vec<TextItem>, codes: &mut Vec<Codepoint>) -> Option<Op> {
    if !codes.is_empty() {
        items.push(TextItem::GlyphIds(std::mem::take(codes)));
    }
    if items.is_empty() {
        return None;
    }
    Some(Op::ShowText { items: std::mem::take(items) })
}

/// Text as PDF writes it in strings.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

/// Rounded to hundredths, as printed in the file.
fn hundredth(points: f64) -> f32 {
    ((points * 100.0).round() / 100.0) as f32
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

/// The standard structure type of a role.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(_) => "H4",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeadCell | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Section => "Sect",
        Role::Note => "Div",
        Role::Contents => "TOC",
        Role::ContentsLine => "TOCI",
        Role::Reference | Role::Link => "Link",
    }
}
