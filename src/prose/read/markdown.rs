//! Markdown: the blocks that its parser sees, and the text of the HTML within.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::prose::document::{Block, BlockKind, CellPlace};

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader { text, ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    /// Blocks that have begun; a point of a list may hold others.
    open: Vec<Block>,
    /// The lists that are open: the number that comes next, where they have numbers.
    lists: Vec<Option<u64>>,
    /// The cell that was last begun.
    cell: Option<CellPlace>,
    quotes: usize,
    links: usize,
    /// How many elements are open whose words are not for readers.
    hidden: usize,
    in_head: bool,
    /// Where bold words began.
    strong: Option<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => {
                let (words, range) = self.begin_point(&words, range);
                let Some(block) = self.open.last_mut().filter(|_| self.hidden == 0) else { return };
                // An escaped letter or an entity is shorter or longer than its source: its start is what counts.
                if self.links > 0 { block.push_aside(words, range.start) } else { block.push(words, range.start) }
            }
            Event::Code(words) => {
                if let Some(block) = self.open.last_mut() {
                    block.push_aside(&words, range.start + 1);
                }
            }
            Event::SoftBreak | Event::HardBreak => self.space(range.start),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.space(range.start),
            _ => {}
        }
    }

    fn space(&mut self, at: usize) {
        if let Some(block) = self.open.last_mut() {
            block.push(" ", at);
        }
    }

    /// A line that begins with a bullet, which is no mark of a list in Markdown, begins a point where a file was copied from
    /// elsewhere; gives its words and their place.
    fn begin_point<'w>(&mut self, words: &'w str, range: Range<usize>) -> (&'w str, Range<usize>) {
        let point = words.strip_prefix(['•', '●', '▪', '◦', '‣']).map(str::trim_start);
        let block = self.open.last_mut().filter(|block| block.text.is_empty() || block.text.ends_with(' '));
        match (point, block) {
            (Some(point), Some(block)) if matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) => {
                let item = Block::at_level(BlockKind::Item, self.lists.len() + 1);
                let before = std::mem::replace(block, item);
                self.blocks.extend(Some(before).filter(|before| !before.text.is_empty()));
                (point, range.start + words.len() - point.len()..range.end)
            }
            _ => (words, range),
        }
    }

    /// A list or a table within a point ends what the point has said so far.
    fn end_what_a_point_says(&mut self) {
        if let Some(item) = self.open.last_mut().filter(|block| block.kind == BlockKind::Item) {
            let rest = Block::at_level(BlockKind::Item, item.level);
            self.blocks.push(std::mem::replace(item, rest));
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open.push(Block::at_level(BlockKind::Heading, *level as usize)),
            Tag::Paragraph => {
                let within = self.open.last_mut().filter(|block| block.kind == BlockKind::Item);
                let marker = within.and_then(|item| item.marker.take());
                let block = match self.lists.len() {
                    _ if self.quotes > 0 => Block::new(BlockKind::Quote),
                    0 => Block::new(BlockKind::Paragraph),
                    depth => Block::at_level(BlockKind::Item, depth),
                };
                self.open.push(block.with_marker(marker));
            }
            Tag::List(first) => {
                self.end_what_a_point_says();
                self.lists.push(*first);
            }
            Tag::Item => {
                let marker = self.marker(range.start);
                // A tight list has no paragraphs: its words belong to the item.
                self.open.push(Block::at_level(BlockKind::Item, self.lists.len()).with_marker(marker));
            }
            Tag::Table(_) => {
                self.end_what_a_point_says();
                let table = self.cell.map_or(0, |cell| cell.table + 1);
                self.cell = Some(CellPlace::first_of(table));
            }
            Tag::TableHead => self.in_head = true,
            Tag::TableRow => {
                self.cell = self.cell.map(|cell| CellPlace { row: cell.row + 1, column: 0, ..cell });
            }
            Tag::TableCell => {
                let kind = if self.in_head { BlockKind::Head } else { BlockKind::Cell };
                self.open.extend(self.cell.map(|cell| Block::at_cell(kind, cell)));
                self.cell = self.cell.map(|cell| CellPlace { column: cell.column + 1, ..cell });
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.hidden += 1;
                self.open.push(Block::new(BlockKind::Code));
            }
            Tag::HtmlBlock if self.hidden == 0 => {
                self.end_what_a_point_says();
                let table = self.cell.map_or(0, |cell| cell.table + 1);
                let html = super::html::blocks_within(&self.text[range.clone()], range.start, table);
                self.cell = html.iter().filter_map(|block| block.cell).next_back().or(self.cell);
                self.blocks.extend(html);
            }
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => self.hidden += 1,
            Tag::Strong => self.strong = self.open.last().map(|block| block.text.len()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell | TagEnd::Item => {
                self.blocks.extend(self.open.pop());
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1);
                self.blocks.extend(self.open.pop());
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableHead => self.in_head = false,
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Strong => {
                if let (Some(block), Some(start)) = (self.open.last_mut(), self.strong.take()) {
                    block.mark_strong(start);
                }
            }
            _ => {}
        }
    }

    /// The number of a point that begins at a byte: as it is written, or counted where all are written alike, as
    /// Markdown does.
    fn marker(&mut self, at: usize) -> Option<String> {
        let next = self.lists.last_mut()?.as_mut()?;
        let digits = self.text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let written: u64 = self.text[at..at + digits].parse().ok()?;
        let number = if written > *next { written } else { *next };
        *next = number + 1;
        let closing = self.text[at + digits..].chars().next().filter(|letter| *letter == ')').unwrap_or('.');
        Some(format!("{number}{closing}"))
    }
}
