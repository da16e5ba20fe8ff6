//! Blocks as strips, from top to bottom, before anyone knows where pages end.

use super::fit::{self, Measure};
use super::font::{Face, Figures, Shaper};
use super::line::{self, Run, SetLine};
use super::sheet::{Sheet, Size};
use super::strip::{AnchorId, Bar, Mark, Pen, Strip};
use super::structure::{Node, NodeId, Role, Structure};
use super::text::{self, Hyphens, Look, Setting};
use super::{contents, signatures, table};
use crate::document::block::{self, Block, BlockKind, Document, Inline, Item, plain};
use crate::source::Span;

/// A heading, for the table of contents and the outline.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) number: Option<String>,
    pub(super) text: String,
    pub(super) anchor: AnchorId,
}

/// The document as strips, with what they refer to.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) sheet: Sheet,
    /// The strips of the title, which the contents follow.
    pub(super) title: usize,
    /// The strips of the contents, which follow those of the title.
    pub(super) contents: usize,
    pub(super) strips: Vec<Strip>,
    /// The heads of tables, to be repeated.
    pub(super) heads: Vec<Vec<Strip>>,
    /// The anchors' names, for those that the document names.
    pub(super) anchors: Vec<Option<String>>,
    pub(super) headings: Vec<Heading>,
    pub(super) structure: Structure,
}

/// Where and how blocks are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'d> {
    /// Where numbers hang.
    pub(super) numbers: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) size: Size,
    pub(super) face: Face,
    pub(super) bar: Option<Bar>,
    pub(super) parent: NodeId,
    pub(super) language: &'d str,
    pub(super) source: Option<Span>,
    pub(super) annex: bool,
}

impl<'d> Frame<'d> {
    /// The frame of a page's text.
    pub(super) fn new(sheet: &Sheet, language: &'d str) -> Self {
        Self {
            numbers: sheet.numbers,
            left: sheet.text,
            right: sheet.right,
            size: Size::BODY,
            face: Face::Regular,
            bar: None,
            parent: NodeId::ROOT,
            language,
            source: None,
            annex: false,
        }
    }
}

/// The space above a block, in points.
mod space {
    pub(super) const CLAUSE_HEADING: f64 = 21.0;
    pub(super) const HEADING: f64 = 12.0;
    pub(super) const AFTER_HEADING: f64 = 5.0;
    pub(super) const PARAGRAPH: f64 = 6.5;
    pub(super) const ITEM: f64 = 4.0;
    pub(super) const GROUP: f64 = 9.0;
}

/// How far the left edge moves in at most: deeper lists stay there.
const NARROWEST: f64 = 150.0;

/// Sets all blocks.
pub(super) fn lay_out(document: &Document, sheet: Sheet, shaper: &mut Shaper) -> Book {
    let book = Book {
        sheet,
        title: 0,
        contents: 0,
        strips: Vec::new(),
        heads: Vec::new(),
        anchors: Vec::new(),
        headings: Vec::new(),
        structure: Structure::new(),
    };
    let mut flow = Flow::new(book, shaper);
    let frame = Frame::new(&sheet, &document.meta.language);
    let mut blocks = document.blocks.as_slice();
    if let [Block { kind: BlockKind::Title(_), .. }, rest @ ..] = blocks {
        contents::title(&mut flow, &blocks[0], &document.meta, frame);
        blocks = rest;
    }
    flow.book.title = flow.book.strips.len();
    flow.blocks(blocks, frame);
    flow.book
}

/// The strips so far and what waits for the next of them.
pub(super) struct Flow<'a> {
    pub(super) book: Book,
    pub(super) shaper: &'a mut Shaper,
    gap: f64,
    keep: bool,
    new_page: bool,
    /// A number or marker that stands beside the next line.
    hang: Option<(f64, Run)>,
    anchors: Vec<AnchorId>,
    groups: usize,
}

impl<'a> Flow<'a> {
    pub(super) fn new(book: Book, shaper: &'a mut Shaper) -> Self {
        Self { book, shaper, gap: 0.0, keep: false, new_page: false, hang: None, anchors: Vec::new(), groups: 0 }
    }
    /// At least so much space above the next strip.
    pub(super) fn gap(&mut self, points: f64) {
        self.gap = self.gap.max(points);
    }

    /// Keeps the next strip on the page of the one before.
    pub(super) fn keep(&mut self) {
        self.keep = true;
    }

    pub(super) fn push(&mut self, mut strip: Strip) {
        strip.before = std::mem::take(&mut self.gap);
        strip.keep |= std::mem::take(&mut self.keep);
        strip.new_page |= std::mem::take(&mut self.new_page);
        strip.marks.extend(self.anchors.drain(..).map(Mark::Anchor));
        self.book.strips.push(strip);
    }

    pub(super) fn anchor(&mut self, name: Option<&str>) -> AnchorId {
        self.book.anchors.push(name.map(str::to_owned));
        let id = AnchorId(self.book.anchors.len() - 1);
        self.anchors.push(id);
        id
    }

    pub(super) fn node(&mut self, role: Role, frame: Frame) -> NodeId {
        let outer = self.book.structure.node(frame.parent);
        let language = (self.language_of(frame.parent, frame.language)).then(|| frame.language.to_owned());
        let source = frame.source.or(outer.source);
        self.book.structure.push(Node { role, parent: frame.parent, language, source, target: None })
    }

    /// Whether `language` has to be said below `parent`.
    fn language_of(&self, parent: NodeId, language: &str) -> bool {
        let mut at = parent;
        loop {
            let node = self.book.structure.node(at);
            if let Some(said) = &node.language {
                return said != language;
            }
            if at == NodeId::ROOT {
                return false;
            }
            at = node.parent;
        }
    }

    /// One line of text, set apart from any paragraph.
    pub(super) fn run(&mut self, words: &str, look: Look, size: Size) -> Run {
        line::single(words, look, size, &mut self.book.structure, self.shaper)
    }

    /// Ragged lines between the frame's edges.
    pub(super) fn lines(&mut self, inlines: &[Inline], look: Look, frame: Frame) -> Vec<SetLine> {
        let measure = frame.right - frame.left;
        let setting =
            Setting { size: frame.size, hyphens: Hyphens::Rarely(frame.language), measure, source: frame.source };
        let paragraph = text::paragraph(inlines, look, setting, &mut self.book.structure, self.shaper);
        line::set(&paragraph, Measure { first: measure, rest: measure, justified: false }, frame.size, self.shaper)
    }

    /// Text as lines: justified in body sizes, ragged in headings.
    pub(super) fn text(&mut self, inlines: &[Inline], look: Look, frame: Frame, justified: bool) {
        // A number too wide for its column moves the first line in.
        let mut indent = 0.0;
        if let Some((x, run)) = &self.hang {
            indent = (x + run.width + 6.0 - frame.left).max(0.0);
            if indent > (frame.right - frame.left) * 0.7 {
                self.flush_hang(frame.size, frame.bar);
                indent = 0.0;
            }
        }
        let measure = frame.right - frame.left;
        let setting = Setting {
            size: frame.size,
            hyphens: if justified { Hyphens::Freely(frame.language) } else { Hyphens::Rarely(frame.language) },
            measure: measure - indent,
            source: frame.source,
        };
        let paragraph = text::paragraph(inlines, look, setting, &mut self.book.structure, self.shaper);
        let measure = Measure { first: measure - indent, rest: measure, justified };
        let measure = if justified { measure } else { fit::balanced(&paragraph.items, measure) };
        let lines = line::set(&paragraph, measure, frame.size, self.shaper);
        let count = lines.len();
        let leads_on = paragraph.text.trim_end().ends_with(':');
        for (at, line) in lines.into_iter().enumerate() {
            let shift = if at == 0 { indent } else { 0.0 };
            let y = frame.size.baseline();
            let mut marks: Vec<Mark> = Vec::with_capacity(line.runs.len() + 1);
            if let Some((x, run)) = self.hang.take() {
                marks.push(Mark::Run { x, y, run });
            }
            marks.extend(line.runs.into_iter().map(|run| Mark::Run { x: frame.left + shift + run.x, y, run }));
            // Neither the first line alone at the foot of a page nor the last alone at the top;
            // headings stay whole.
            let keep = at == 1 || (at > 0 && at + 1 == count) || (at > 0 && !justified);
            self.push(Strip { height: frame.size.leading, keep, bar: frame.bar, marks, ..Strip::default() });
        }
        if leads_on {
            self.keep();
        }
    }

    /// A number or marker that stands at `x` beside the next line of text.
    pub(super) fn hang(&mut self, x: f64, words: &str, look: Look, size: Size) {
        let run = self.run(words, look, size);
        self.hang = Some((x, run));
    }

    /// Sets a number or marker that no line of text has taken on a line of its own.
    pub(super) fn flush_hang(&mut self, size: Size, bar: Option<Bar>) {
        if let Some((x, run)) = self.hang.take() {
            let marks = vec![Mark::Run { x, y: size.baseline(), run }];
            self.push(Strip { height: size.leading, bar, marks, ..Strip::default() });
            self.keep();
        }
    }

    pub(super) fn blocks<'d>(&mut self, blocks: &'d [Block], frame: Frame<'d>) {
        let mut rest = blocks;
        while let [block, after @ ..] = rest {
            // One group of signatures after another is one group.
            let count = rest.iter().take_while(|block| signatures::of(block).is_some()).count();
            if count > 1 {
                self.gap(space::GROUP);
                signatures::signatures(self, &rest[..count], frame);
                rest = &rest[count..];
            } else {
                self.block(block, frame);
                rest = after;
            }
        }
    }

    pub(super) fn block<'d>(&mut self, block: &'d Block, outer: Frame<'d>) {
        let frame = Frame {
            language: block.language.as_deref().unwrap_or(outer.language),
            source: block.source.or(outer.source),
            ..outer
        };
        let heading = matches!(block.kind, BlockKind::Heading { .. });
        if let Some(id) = &block.id
            && !heading
        {
            self.anchor(Some(id));
        }
        match &block.kind {
            BlockKind::Title(text) => self.title(text, frame),
            BlockKind::Heading { level, number, text } => {
                self.heading(*level, number.as_deref(), text, block.id.as_deref(), frame);
            }
            BlockKind::Clause { number, text } => {
                self.gap(space::PARAGRAPH);
                let look = self.look(Role::Paragraph, frame);
                self.hang(frame.numbers, number, look, frame.size);
                self.text(text, look, frame, true);
                self.flush_hang(frame.size, frame.bar);
            }
            BlockKind::Paragraph(text) => {
                self.gap(space::PARAGRAPH);
                let look = self.look(Role::Paragraph, frame);
                self.text(text, look, frame, true);
            }
            BlockKind::List(items) => self.list(items, frame),
            BlockKind::Table(grid) => table::table(self, grid, frame),
            BlockKind::Group { role, blocks } => self.group(*role, blocks, frame),
        }
    }

    pub(super) fn look(&mut self, role: Role, frame: Frame) -> Look {
        Look { face: frame.face, figures: Figures::Proportional, node: self.node(role, frame), code: false }
    }

    /// A title that does not stand at the top of the document.
    fn title(&mut self, text: &[Inline], frame: Frame) {
        self.gap(space::CLAUSE_HEADING);
        let frame = Frame { size: Size::ANNEX, left: frame.numbers, ..frame };
        let look = Look { face: frame.face.strong(), ..self.look(Role::Heading(1), frame) };
        self.text(text, look, frame, false);
        self.gap(space::AFTER_HEADING);
        self.keep();
    }

    fn heading(&mut self, level: u8, number: Option<&str>, text: &[Inline], id: Option<&str>, frame: Frame) {
        let level = level.clamp(1, 3);
        let anchor = self.anchor(id);
        self.book.headings.push(Heading { level, number: number.map(str::to_owned), text: plain(text), anchor });
        // Below the title, if there is one.
        let depth = level + u8::from(self.book.title > 0);
        let look = self.look(Role::Heading(depth), frame);
        let strong = Look { face: frame.face.strong(), ..look };
        if level == 1 && frame.annex {
            let frame = Frame { left: frame.numbers, size: Size::ANNEX, ..frame };
            if let Some(number) = number {
                let marks = vec![Mark::Run {
                    x: frame.left,
                    y: Size::CLAUSE_HEADING.baseline(),
                    run: self.run(number, look, Size::CLAUSE_HEADING),
                }];
                self.push(Strip { height: Size::CLAUSE_HEADING.leading + 2.0, marks, ..Strip::default() });
                self.keep();
            }
            self.text(text, strong, frame, false);
            self.rule(frame.left, frame.right, 7.0);
            self.gap(space::PARAGRAPH + 6.0);
        } else {
            let (size, gap, look) = match level {
                1 => (Size::CLAUSE_HEADING, space::CLAUSE_HEADING, strong),
                2 => (Size::HEADING, space::HEADING, strong),
                _ => (Size::HEADING, space::HEADING, Look { face: frame.face.stressed(), ..look }),
            };
            self.gap(gap);
            if let Some(number) = number {
                self.hang(frame.numbers, number, look, size);
            }
            let frame = Frame { size, ..frame };
            self.text(text, look, frame, false);
            self.flush_hang(size, frame.bar);
            self.gap(space::AFTER_HEADING);
        }
        self.keep();
    }

    /// A line across, kept with what stands above it.
    pub(super) fn rule(&mut self, x: f64, to: f64, height: f64) {
        self.keep();
        let marks = vec![Mark::Rule { x, to, y: height, pen: Pen::Outer }];
        self.push(Strip { height, marks, ..Strip::default() });
    }

    fn list<'d>(&mut self, items: &'d [Item], frame: Frame<'d>) {
        let list = self.node(Role::List, frame);
        let frame = Frame { parent: list, ..frame };
        let runs: Vec<(NodeId, Run)> = items
            .iter()
            .map(|item| {
                let item_node = self.node(Role::Item, frame);
                let node = self.node(Role::Label, Frame { parent: item_node, ..frame });
                let look = Look { face: frame.face, figures: Figures::Proportional, node, code: false };
                (item_node, self.run(&item.marker, look, frame.size))
            })
            .collect();
        let widest = runs.iter().map(|(_, run)| run.width).fold(0.0, f64::max);
        let room = (frame.right - frame.left - NARROWEST).max(0.0);
        let indent = (widest + 7.0).max(frame.size.em * 2.0).min(room.max(widest + 4.0)).min(room);
        for (item, (node, run)) in items.iter().zip(runs) {
            self.gap(space::ITEM);
            if let Some(id) = &item.id {
                self.anchor(Some(id));
            }
            self.hang = Some((frame.left, run));
            let body = self.node(Role::ItemBody, Frame { parent: node, ..frame });
            let inner = Frame { left: frame.left + indent, numbers: frame.left + indent, parent: body, ..frame };
            // The first paragraph stands beside its marker, however much space it would like above.
            let gap = self.gap;
            for (at, block) in item.blocks.iter().enumerate() {
                self.block_in_item(block, inner, at == 0, gap);
            }
            self.flush_hang(frame.size, frame.bar);
        }
    }

    fn block_in_item<'d>(&mut self, block: &'d Block, frame: Frame<'d>, first: bool, gap: f64) {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                let frame = Frame {
                    language: block.language.as_deref().unwrap_or(frame.language),
                    source: block.source.or(frame.source),
                    ..frame
                };
                if let Some(id) = &block.id {
                    self.anchor(Some(id));
                }
                self.gap(if first { gap } else { space::ITEM });
                let look = self.look(Role::Paragraph, frame);
                self.text(text, look, frame, true);
            }
            _ => self.block(block, frame),
        }
    }

    fn group<'d>(&mut self, role: block::Role, blocks: &'d [Block], frame: Frame<'d>) {
        self.gap(space::GROUP);
        match role {
            block::Role::Parties => {
                let parent = self.node(Role::Section, frame);
                self.blocks(blocks, Frame { parent, ..frame });
            }
            block::Role::Example | block::Role::Note => {
                let parent = self.node(Role::Note, frame);
                self.groups += 1;
                let bar = (role == block::Role::Example).then_some(Bar { x: frame.left + 1.0, group: self.groups });
                let left = frame.left + if bar.is_some() { 13.0 } else { 0.0 };
                let face = if bar.is_some() { frame.face } else { frame.face.stressed() };
                let inner =
                    Frame { parent, left, numbers: left, size: Size::SMALL, bar: bar.or(frame.bar), face, ..frame };
                // The group's own space stands above it; within, the bar runs through.
                self.blocks(blocks, inner);
                self.gap(space::GROUP);
            }
            block::Role::Annex => {
                self.new_page = !self.book.strips.is_empty();
                let parent = self.node(Role::Section, frame);
                self.blocks(blocks, Frame { parent, annex: true, ..frame });
            }
            block::Role::Signatures => {
                signatures::signatures(self, blocks, frame);
            }
        }
    }
}
