//! HTML: the words between tags. Nothing is run, fetched or trusted; what is not closed ends with the text.

use crate::prose::document::{Block, BlockKind, CellPlace};

/// The blocks of an HTML text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    blocks_within(text, 0, 0)
}

/// The blocks of a piece of HTML that begins at a byte of another text; its tables are counted from `first_table`.
pub(super) fn blocks_within(html: &str, at: usize, first_table: usize) -> Vec<Block> {
    let mut reader = Reader {
        blocks: vec![Block::new(BlockKind::Paragraph)],
        hidden: None,
        aside: 0,
        strong: None,
        lists: Vec::new(),
        tables: Vec::new(),
        next_table: first_table,
    };
    reader.read(html, at);
    reader.blocks.retain(|block| !block.text.is_empty());
    reader.blocks
}

struct Reader {
    blocks: Vec<Block>,
    /// The element whose contents are not for readers.
    hidden: Option<String>,
    aside: usize,
    /// Where bold words began in the last block.
    strong: Option<usize>,
    /// The lists that are open.
    lists: Vec<List>,
    /// The tables that are open.
    tables: Vec<Table>,
    next_table: usize,
}

struct List {
    /// How its numbers are written, where it has them: `1`, `a`, `A`, `i`, `I`.
    style: Option<char>,
    next: usize,
}

struct Table {
    next: CellPlace,
    /// By column, the first row that no cell from above reaches into.
    reached: Vec<usize>,
}

impl Reader {
    fn read(&mut self, text: &str, base: usize) {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(comment) = rest.strip_prefix("<!--") {
                at += comment.find("-->").map_or(rest.len(), |end| end + 7);
            } else if rest.starts_with('<')
                && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
            {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.tag(&rest[..end], base + at);
                at += end;
            } else {
                let next = rest.char_indices().skip(1).find(|(_, letter)| *letter == '<');
                let end = next.map_or(rest.len(), |(end, _)| end);
                self.words(&rest[..end], base + at);
                at += end;
            }
        }
    }

    fn tag(&mut self, tag: &str, at: usize) {
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
        match name.as_str() {
            "a" | "code" | "cite" | "q" => {
                self.aside = if closing { self.aside.saturating_sub(1) } else { self.aside + 1 };
            }
            "b" | "strong" => self.bold(closing),
            "ul" | "ol" => self.list(tag, name == "ol", closing),
            "table" if closing => {
                self.tables.pop();
            }
            "table" => {
                let next = CellPlace::first_of(self.next_table);
                self.tables.push(Table { next, reached: Vec::new() });
                self.next_table += 1;
            }
            "tr" if closing => self.next_row(),
            _ => {}
        }
        let within = self.blocks.last().map_or(BlockKind::Paragraph, |block| block.kind);
        let next = match name.as_str() {
            "br" => {
                if let Some(block) = self.blocks.last_mut() {
                    block.push(" ", at);
                }
                return;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" if !closing => {
                let level = name[1..].parse().unwrap_or(1);
                Block::at_level(BlockKind::Heading, level)
            }
            "li" if !closing => self.item(tag),
            "dd" if !closing => Block::at_level(BlockKind::Item, self.lists.len().max(1)),
            "td" if !closing => self.cell(tag, BlockKind::Cell),
            "th" if !closing => self.cell(tag, BlockKind::Head),
            "blockquote" if !closing => Block::new(BlockKind::Quote),
            "pre" if !closing => Block::new(BlockKind::Code),
            // A paragraph in a point of a list, in a cell or in a quotation is still one of these.
            "p" if within != BlockKind::Heading => self.same_again(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" | "li" | "dd" | "td" | "th" | "blockquote" | "pre"
            | "p" | "div" | "section" | "article" | "dt" | "ul" | "ol" | "table" | "tr" | "body" | "hr" | "dl" => {
                Block::new(BlockKind::Paragraph)
            }
            _ => return,
        };
        self.strong = self.strong.map(|_| 0);
        match self.blocks.last_mut() {
            // A block without words is none: a million tags make no more than one.
            Some(last) if last.text.is_empty() => *last = next,
            _ => self.blocks.push(next),
        }
    }

    fn bold(&mut self, closing: bool) {
        let Some(block) = self.blocks.last_mut() else { return };
        if !closing {
            self.strong = Some(block.text.len());
        } else if let Some(start) = self.strong.take().filter(|start| *start < block.text.len()) {
            block.mark_strong(start);
        }
    }

    fn list(&mut self, tag: &str, numbered: bool, closing: bool) {
        if closing {
            self.lists.pop();
            return;
        }
        let style = attribute(tag, "type").and_then(|style| style.chars().next()).unwrap_or('1');
        let first = attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
        self.lists.push(List { style: numbered.then_some(style), next: first });
    }

    /// A point of the innermost list, with its number.
    fn item(&mut self, tag: &str) -> Block {
        let level = self.lists.len().max(1);
        let marker = self.lists.last_mut().and_then(|list| {
            let number = attribute(tag, "value").and_then(|value| value.parse().ok()).unwrap_or(list.next);
            list.next = number.saturating_add(1);
            list.style.map(|style| format!("{}.", numeral(number, style)))
        });
        Block::at_level(BlockKind::Item, level).with_marker(marker)
    }

    /// A block like the last: what it has of a number or a place, where it has no words yet, goes over to it.
    fn same_again(&mut self) -> Block {
        let Some(block) = self.blocks.last_mut() else { return Block::new(BlockKind::Paragraph) };
        let marker = if block.text.is_empty() { block.marker.take() } else { None };
        let mut again = Block::at_level(block.kind, block.level).with_marker(marker);
        again.cell = block.cell;
        again
    }

    fn next_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.next = CellPlace { row: table.next.row + 1, column: 0, ..table.next };
        }
    }

    /// A cell of the innermost table; rows above may reach into its row.
    fn cell(&mut self, tag: &str, kind: BlockKind) -> Block {
        let Some(table) = self.tables.last_mut() else { return Block::new(kind) };
        // Browsers stop at these too.
        let span = |name: &str, most: usize| {
            let count = attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1);
            count.clamp(1, most)
        };
        let (columns, rows) = (span("colspan", 1000), span("rowspan", 65_534));
        while table.reached.get(table.next.column).is_some_and(|row| *row > table.next.row) {
            table.next.column += 1;
        }
        let place = CellPlace { rows, columns, ..table.next };
        table.next.column += columns;
        if table.reached.len() < table.next.column {
            table.reached.resize(table.next.column, 0);
        }
        table.reached[place.column..table.next.column].fill(place.row + rows);
        Block::at_cell(kind, place)
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

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (at, _) = tag.match_indices(name).find(|(at, _)| {
        tag[..*at].ends_with(char::is_whitespace) && tag[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..].trim_start().trim_start_matches('=').trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '>', '/']).next(),
    }
}

/// A number in the style of a list: `1`, `a`, `A`, `i`, `I`; digits where the style has no such number.
fn numeral(number: usize, style: char) -> String {
    const ROMAN: [(usize, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let small = match style.to_ascii_lowercase() {
        'a' => u8::try_from(number)
            .ok()
            .filter(|number| (1..=26).contains(number))
            .map(|number| char::from(b'a' + number - 1).to_string()),
        'i' if (1..400).contains(&number) => {
            let mut rest = number;
            let mut written = String::new();
            for (value, letters) in ROMAN {
                written += &letters.repeat(rest / value);
                rest %= value;
            }
            Some(written)
        }
        _ => None,
    };
    match small {
        Some(small) if style.is_ascii_uppercase() => small.to_uppercase(),
        Some(small) => small,
        None => number.to_string(),
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
