//! Markdown: the blocks that its parser sees, and the text of the HTML within.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::prose::document::{Block, BlockKind};

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_STRIKETHROUGH;
    let mut blocks = Vec::new();
    let mut open: Vec<Block> = Vec::new();
    let (mut items, mut quotes, mut links, mut hidden, mut head) = (0_usize, 0_usize, 0_usize, 0_usize, false);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(tag) => match tag {
                Tag::Heading { .. } => open.push(Block::new(BlockKind::Heading)),
                Tag::Paragraph => {
                    let kind = if quotes > 0 {
                        BlockKind::Quote
                    } else if items > 0 {
                        BlockKind::Item
                    } else {
                        BlockKind::Paragraph
                    };
                    open.push(Block::new(kind));
                }
                Tag::Item => {
                    items += 1;
                    // A tight list has no paragraphs: its words belong to the item.
                    open.push(Block::new(BlockKind::Item));
                }
                Tag::TableHead => head = true,
                Tag::TableCell => open.push(Block::new(if head { BlockKind::Head } else { BlockKind::Cell })),
                Tag::BlockQuote(_) => quotes += 1,
                Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::HtmlBlock => {
                    let html = matches!(tag, Tag::HtmlBlock);
                    hidden += usize::from(!html);
                    open.push(Block::new(if html { BlockKind::Paragraph } else { BlockKind::Code }));
                }
                Tag::Link { .. } => links += 1,
                Tag::Image { .. } => hidden += 1,
                _ => {}
            },
            Event::End(tag) => match tag {
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell => blocks.extend(open.pop()),
                TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                    hidden = hidden.saturating_sub(1);
                    blocks.extend(open.pop());
                }
                TagEnd::HtmlBlock => blocks.extend(open.pop()),
                TagEnd::Item => {
                    items = items.saturating_sub(1);
                    blocks.extend(open.pop());
                }
                TagEnd::TableHead => head = false,
                TagEnd::BlockQuote(_) => quotes = quotes.saturating_sub(1),
                TagEnd::Link => links = links.saturating_sub(1),
                TagEnd::Image => hidden = hidden.saturating_sub(1),
                // What an item says before a list within it is a block of its own.
                _ => {}
            },
            Event::Text(words) => {
                let Some(block) = open.last_mut().filter(|_| hidden == 0) else { continue };
                // An escaped letter or an entity is shorter or longer than its source: its start is what counts.
                let words = if text.get(range.clone()) == Some(&*words) {
                    text[range.clone()].to_owned()
                } else {
                    words.to_string()
                };
                if links > 0 { block.push_aside(&words, range.start) } else { block.push(&words, range.start) }
            }
            Event::Code(words) => {
                if let Some(block) = open.last_mut() {
                    block.push_aside(&words, range.start + 1);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(block) = open.last_mut() {
                    block.push(" ", range.start);
                }
            }
            Event::Html(words) => {
                if let Some(block) = open.last_mut() {
                    super::html::words(&words, range.start, block);
                }
            }
            Event::InlineHtml(tag) => {
                if let Some(block) = open.last_mut().filter(|_| tag.starts_with("<br")) {
                    block.push(" ", range.start);
                }
            }
            _ => {}
        }
        // A list that begins ends what its item has said so far.
        if items > 0 && open.len() > 1 {
            let last = open.len() - 2;
            if open[last].kind == BlockKind::Item && !open[last].text.is_empty() {
                let said = std::mem::replace(&mut open[last], Block::new(BlockKind::Item));
                blocks.push(said);
            }
        }
    }
    blocks
}
