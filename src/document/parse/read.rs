//! Markdown's events as a tree of blocks; what a contract cannot hold is reported.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Problem;
use super::inline::{Fence, Run};
use crate::document::block::{Align, Block, BlockKind, Inline, Item, Role, Table};
use crate::document::marker;
use crate::document::template::helpers::role_named;

/// An item's marker until it is numbered: of an ordered list.
pub(super) const ORDERED: &str = "1.";
/// An item's marker until it is numbered: of a list with bullets.
pub(super) const BULLET: &str = "•";
/// How deep lists may lie in one another.
const MOST_DEPTH: usize = 8;

/// The unnumbered blocks of a rendered template.
pub(super) fn read(draft: &str, problems: &mut Vec<Problem>) -> Vec<Block> {
    let events = Parser::new_ext(draft, Options::ENABLE_TABLES).peekable();
    let mut reader = Reader { events, problems, depth: 0, groups: Vec::new(), anchor: None };
    reader.blocks(None)
}

struct Reader<'d, 'p> {
    events: std::iter::Peekable<Parser<'d>>,
    problems: &'p mut Vec<Problem>,
    /// How many lists are open.
    depth: usize,
    /// The groups that are open, with the blocks before each.
    groups: Vec<(Role, Vec<Block>)>,
    /// An anchor that stands alone, for the block after it.
    anchor: Option<String>,
}

impl Reader<'_, '_> {
    fn refuse(&mut self, what: &str, near: &str) {
        let near = marker::decode(near);
        let near = near.lines().next().unwrap_or("").trim().to_owned();
        self.problems.push(
            Problem::new("template-markdown", format!("a contract cannot hold {what}"), near)
                .help("use headings, paragraphs, lists, tables, *stress*, **strong** words, `code` and links"),
        );
    }

    /// All blocks until the end of the enclosing tag.
    fn blocks(&mut self, until: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        // The words of a list item that stand in it without a paragraph of their own.
        let mut loose = Run::default();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag) if is_block(&tag) => {
                    self.finish(&mut loose, &mut blocks);
                    self.block(tag, &mut blocks);
                }
                Event::Rule => self.refuse("a rule", "---"),
                Event::Html(html) => self.refuse("HTML", &html),
                event => self.inline(event, &mut loose),
            }
        }
        self.finish(&mut loose, &mut blocks);
        blocks
    }

    fn finish(&mut self, run: &mut Run, blocks: &mut Vec<Block>) {
        if !run.is_empty() {
            let run = std::mem::take(run);
            self.push(run, blocks, BlockKind::Paragraph);
        }
    }

    fn push(&mut self, mut run: Run, blocks: &mut Vec<Block>, kind: impl FnOnce(Vec<Inline>) -> BlockKind) {
        let kind = kind(run.finish());
        self.problems.append(&mut run.problems);
        match run.fence.take() {
            Some(fence) => self.fence(fence, blocks),
            None if kind == BlockKind::Paragraph(Vec::new()) => self.anchor = run.id.or(self.anchor.take()),
            None => {
                let id = run.id.or(self.anchor.take());
                blocks.push(Block { kind, id, language: None, source: run.source });
            }
        }
    }

    /// Begins or ends a group: what follows is collected apart.
    fn fence(&mut self, fence: Fence, blocks: &mut Vec<Block>) {
        match fence {
            Fence::Open(name) => {
                if let Some(role) = role_named(&name).filter(|_| self.depth == 0) {
                    self.groups.push((role, std::mem::take(blocks)));
                }
            }
            Fence::Close => {
                if let Some((role, before)) = self.groups.pop() {
                    let inside = std::mem::replace(blocks, before);
                    let kind = BlockKind::Group { role, blocks: inside };
                    blocks.push(Block { kind, id: None, language: None, source: None });
                }
            }
        }
    }

    fn block(&mut self, tag: Tag<'_>, blocks: &mut Vec<Block>) {
        let end = tag.to_end();
        match tag {
            Tag::Paragraph => {
                let run = self.run(end);
                self.push(run, blocks, BlockKind::Paragraph);
            }
            Tag::Heading { level, .. } => {
                let run = self.run(end);
                let level = match level {
                    HeadingLevel::H1 => 0,
                    HeadingLevel::H2 => 1,
                    HeadingLevel::H3 => 2,
                    HeadingLevel::H4 => 3,
                    HeadingLevel::H5 | HeadingLevel::H6 => {
                        self.refuse("a heading below the fourth level", "#####");
                        3
                    }
                };
                if run.has_no_words() {
                    self.refuse("a heading without words", "");
                }
                self.push(run, blocks, |text| match level {
                    0 => BlockKind::Title(text),
                    level => BlockKind::Heading { level, number: None, text },
                });
            }
            Tag::List(start) => {
                self.depth += 1;
                let marker = if start.is_some() { ORDERED } else { BULLET };
                let items = self.items(marker, end);
                self.depth -= 1;
                if self.depth >= MOST_DEPTH {
                    self.refuse("lists so deep in one another", "");
                }
                self.push(Run::default(), blocks, |_| BlockKind::List(items));
            }
            Tag::Table(columns) => {
                let table = self.table(&columns, end);
                self.push(Run::default(), blocks, |_| BlockKind::Table(table));
            }
            other => {
                let what = match other {
                    Tag::BlockQuote(_) => "a quotation (`>`)",
                    Tag::CodeBlock(_) => "a block of code (four spaces or ``` in front)",
                    Tag::HtmlBlock => "HTML",
                    _ => "this kind of block",
                };
                let near = self.skip(end);
                self.refuse(what, &near);
            }
        }
    }

    /// Passes over a block; gives the first words in it.
    fn skip(&mut self, until: TagEnd) -> String {
        let mut first = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(end) if end == until => break,
                Event::Text(text) | Event::Html(text) | Event::Code(text) if first.is_empty() => {
                    first = text.into_string();
                }
                _ => {}
            }
        }
        first
    }

    fn items(&mut self, marker: &str, until: TagEnd) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(end) if end == until => break,
                Event::Start(Tag::Item) => {
                    let mut blocks = self.blocks(Some(TagEnd::Item));
                    if !matches!(blocks.first(), Some(Block { kind: BlockKind::Paragraph(_), .. })) {
                        self.refuse("a list item that does not begin with words", "");
                    }
                    let id = blocks.first_mut().and_then(|first| first.id.take());
                    items.push(Item { marker: marker.to_owned(), blocks, id });
                }
                _ => {}
            }
        }
        items
    }

    fn table(&mut self, columns: &[Alignment], until: TagEnd) -> Table {
        let columns = columns
            .iter()
            .map(|align| match align {
                Alignment::None | Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            })
            .collect();
        let mut table = Table { columns, head: Vec::new(), rows: Vec::new() };
        let mut row = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let mut run = self.run(TagEnd::TableCell);
                    row.push(run.finish());
                    self.problems.append(&mut run.problems);
                    if let Some(id) = run.id {
                        self.problems.push(
                            Problem::new("template-anchor", format!("the anchor `{id}` stands in a table"), id)
                                .help("put it at the start of a heading, a paragraph or a list item"),
                        );
                    }
                }
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(end) if end == until => break,
                _ => {}
            }
        }
        table
    }

    /// The words until the end of the tag.
    fn run(&mut self, until: TagEnd) -> Run {
        let mut run = Run::default();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(end) if end == until => break,
                event => self.inline(event, &mut run),
            }
        }
        run
    }

    fn inline(&mut self, event: Event<'_>, run: &mut Run) {
        match event {
            Event::Text(text) => {
                // Markdown may cut text anywhere, but a marker's words belong together.
                let mut text = text.into_string();
                while let Some(Event::Text(more)) = self.events.next_if(|next| matches!(next, Event::Text(_))) {
                    text.push_str(&more);
                }
                run.text(&text);
            }
            Event::Code(code) => run.code(&code),
            Event::SoftBreak => run.push(Inline::Text(" ".into())),
            Event::HardBreak => run.push(Inline::Break),
            Event::Start(Tag::Emphasis | Tag::Strong) => run.open(),
            Event::Start(Tag::Link { dest_url, .. }) => run.open_link(&dest_url),
            Event::End(TagEnd::Link) => run.close_link(),
            Event::End(TagEnd::Emphasis) => run.close(Inline::Emphasis),
            Event::End(TagEnd::Strong) => run.close(Inline::Strong),
            Event::InlineHtml(html) => self.refuse("HTML", &html),
            Event::Start(Tag::Image { dest_url, .. }) => self.refuse("a picture", &dest_url),
            Event::End(TagEnd::Image) => {}
            _ => self.refuse("this kind of text", ""),
        }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
}
