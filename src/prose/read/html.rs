//! HTML: the words between tags. Nothing is run, fetched or trusted; what is not closed ends with the text.

use crate::prose::document::{Block, BlockKind};

/// The blocks of an HTML text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader { blocks: vec![Block::new(BlockKind::Paragraph)], hidden: None, aside: 0 };
    reader.read(text, 0, true);
    reader.blocks
}

/// Adds the words of a piece of HTML within another text to a block.
pub(super) fn words(html: &str, at: usize, block: &mut Block) {
    let taken = std::mem::replace(block, Block::new(block.kind));
    let mut reader = Reader { blocks: vec![taken], hidden: None, aside: 0 };
    reader.read(html, at, false);
    if let Some(read) = reader.blocks.pop() {
        *block = read;
    }
}

struct Reader {
    blocks: Vec<Block>,
    /// The element whose contents are not for readers.
    hidden: Option<String>,
    aside: usize,
}

impl Reader {
    fn read(&mut self, text: &str, base: usize, with_blocks: bool) {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(comment) = rest.strip_prefix("<!--") {
                at += comment.find("-->").map_or(rest.len(), |end| end + 7);
            } else if rest.starts_with('<')
                && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
            {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.tag(&rest[..end], with_blocks, base + at);
                at += end;
            } else {
                let next = rest.char_indices().skip(1).find(|(_, letter)| *letter == '<');
                let end = next.map_or(rest.len(), |(end, _)| end);
                self.words(&rest[..end], base + at);
                at += end;
            }
        }
    }

    fn tag(&mut self, tag: &str, with_blocks: bool, at: usize) {
        let closing = tag.starts_with("</");
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_lowercase();
        if let Some(hidden) = &self.hidden {
            if closing && *hidden == name {
                self.hidden = None;
            }
            return;
        }
        if !closing && matches!(name.as_str(), "script" | "style" | "head" | "nav" | "template" | "svg") {
            self.hidden = Some(name);
            return;
        }
        if matches!(name.as_str(), "a" | "code" | "cite" | "q") {
            self.aside = if closing { self.aside.saturating_sub(1) } else { self.aside + 1 };
        }
        let kind = match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" => BlockKind::Heading,
            "li" | "dd" => BlockKind::Item,
            "td" => BlockKind::Cell,
            "th" => BlockKind::Head,
            "blockquote" => BlockKind::Quote,
            "pre" => BlockKind::Code,
            "p" | "div" | "section" | "article" | "dt" | "ul" | "ol" | "table" | "tr" | "body" | "hr" | "dl" => {
                BlockKind::Paragraph
            }
            "br" => {
                if let Some(block) = self.blocks.last_mut() {
                    block.push(" ", at);
                }
                return;
            }
            _ => return,
        };
        if !with_blocks {
            return;
        }
        let within = self.blocks.last().map_or(BlockKind::Paragraph, |block| block.kind);
        // A paragraph in a point of a list, in a cell or in a quotation is still one of these.
        let kept = kind == BlockKind::Paragraph && name == "p" && !closing && within != BlockKind::Heading;
        let next = if closing {
            BlockKind::Paragraph
        } else if kept {
            within
        } else {
            kind
        };
        self.blocks.push(Block::new(next));
    }

    fn words(&mut self, words: &str, at: usize) {
        let Some(block) = self.blocks.last_mut().filter(|_| self.hidden.is_none()) else { return };
        let start = block.text.len();
        let mut from = 0;
        while let Some(found) = words[from..].find('&') {
            block.push(&words[from..from + found], at + from);
            let rest = &words[from + found..];
            let (letter, length) = entity(rest);
            block.push_char(letter, at + from + found);
            from += found + length;
        }
        block.push(&words[from..], at + from);
        if self.aside > 0 {
            block.mark_aside(start);
        }
    }
}

/// The letter of an entity, and its length in the text; `&` itself where it is none.
fn entity(text: &str) -> (char, usize) {
    const NAMED: [(&str, char); 14] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '\u{2013}'),
        ("mdash", '\u{2014}'),
        ("lsquo", '\''),
        ("rsquo", '\''),
        ("ldquo", '"'),
        ("rdquo", '"'),
        ("hellip", '\u{2026}'),
        ("sect", '\u{A7}'),
    ];
    let Some(end) = text.char_indices().take(12).find(|(_, letter)| *letter == ';').map(|(at, _)| at) else {
        return ('&', 1);
    };
    let name = &text[1..end];
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let letter = number
        .and_then(char::from_u32)
        .or_else(|| NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter));
    letter.map_or(('&', 1), |letter| (letter, end + 1))
}
