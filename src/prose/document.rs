//! A contract as a reader sees it: blocks of plain text, each letter with its place in the source.

use crate::source::{SourceId, Span};

/// A contract.
#[derive(Debug, Clone)]
pub struct Document {
    /// The source that it was read from.
    pub source: SourceId,
    /// Its blocks, in the order of the text.
    pub blocks: Vec<Block>,
}

impl CellPlace {
    /// The first cell of a table.
    pub fn first_of(table: usize) -> Self {
        Self { table, row: 0, column: 0, rows: 1, columns: 1 }
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A point of a list; it continues the sentence that leads to the list, if one does.
    Item,
    /// A cell of a table.
    Cell,
    /// A cell of a table's head.
    Head,
    /// Words of somebody else.
    Quote,
    /// Code, or what is not for people.
    Code,
}

/// Where a cell stands: tables count from 0 over the document, rows over the table, columns over the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The table.
    pub table: usize,
    /// The row; the head is a row too.
    pub row: usize,
    /// The column; a cell over several stands in the first.
    pub column: usize,
    /// How many rows it takes, at least 1.
    pub rows: usize,
    /// How many columns it takes, at least 1.
    pub columns: usize,
}

/// A block of text.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words: marks removed, one space for a break of lines, straight quotation marks.
    pub text: String,
    /// A heading's level, or how many lists a point stands in, from 1; 0 for all other blocks, and where unknown.
    pub level: usize,
    /// The number that a list shows before the words, where it is no part of `text`: `2.`, `b)`, `(iv)`.
    pub marker: Option<String>,
    /// Where a cell stands; empty cells are no blocks, so a row may lack some.
    pub cell: Option<CellPlace>,
    /// Where runs of the text stand in the source: the byte in the text, the byte in the source; in order. Within a
    /// run both go on byte by byte.
    map: Vec<(usize, usize)>,
    /// The last letter is written otherwise in the source, with more or fewer bytes.
    breaks: bool,
    /// Letters that the source writes with another number of bytes: the byte in the text, the bytes in the source; in
    /// order.
    widths: Vec<(usize, usize)>,
    /// Parts of the text that are not the author's sentence: code and the words of links; byte ranges.
    aside: Vec<std::ops::Range<usize>>,
    /// Parts of the text in bold; byte ranges.
    strong: Vec<std::ops::Range<usize>>,
}

impl Block {
    /// An empty block.
    pub fn new(kind: BlockKind) -> Self {
        Self {
            kind,
            text: String::new(),
            level: 0,
            marker: None,
            cell: None,
            map: Vec::new(),
            breaks: false,
            widths: Vec::new(),
            aside: Vec::new(),
            strong: Vec::new(),
        }
    }

    /// An empty heading or point of a list of a level.
    pub(super) fn at_level(kind: BlockKind, level: usize) -> Self {
        Self { level, ..Self::new(kind) }
    }

    /// The block with the number that a list shows before it.
    pub(super) fn with_marker(self, marker: Option<String>) -> Self {
        Self { marker, ..self }
    }

    /// An empty cell.
    pub(super) fn at_cell(kind: BlockKind, cell: CellPlace) -> Self {
        Self { cell: Some(cell), ..Self::new(kind) }
    }

    /// Adds words that stand at a byte of the source just so.
    pub fn push(&mut self, words: &str, at: usize) {
        for (offset, letter) in words.char_indices() {
            self.push_char(letter, at + offset);
        }
    }

    /// Adds a letter, in the form that it is compared in.
    pub(super) fn push_char(&mut self, letter: char, at: usize) {
        let width = letter.len_utf8();
        let letter = match letter {
            '\u{2018}' | '\u{2019}' | '\u{201B}' => '\'',
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' => '"',
            '\u{00A0}' | '\t' | '\n' | '\r' | '\u{202F}' => ' ',
            '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => return,
            other => other,
        };
        if letter == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
            return;
        }
        // A run of letters that stand side by side in both texts is noted once.
        let goes_on = self.map.last().is_some_and(|(text, place)| self.text.len() - text == at.wrapping_sub(*place))
            && !self.breaks;
        if !goes_on {
            self.map.push((self.text.len(), at));
        }
        self.breaks = letter.len_utf8() != width;
        if self.breaks {
            self.widths.push((self.text.len(), width));
        }
        self.text.push(letter);
    }

    /// Adds words that are not the author's sentence.
    pub(super) fn push_aside(&mut self, words: &str, at: usize) {
        let start = self.text.len();
        self.push(words, at);
        self.aside.push(start..self.text.len());
    }

    /// Marks all words from a byte of the text on as not the author's sentence.
    pub(super) fn mark_aside(&mut self, start: usize) {
        self.aside.push(start..self.text.len());
    }

    /// Marks all words from a byte of the text on as bold.
    pub(super) fn mark_strong(&mut self, start: usize) {
        self.strong.push(start..self.text.len());
    }

    /// The same for the next piece of a line: bold words go on where nothing stands between them.
    pub(super) fn go_on_strong(&mut self, start: usize) {
        match self.strong.last_mut() {
            Some(last) if self.text[last.end..start].trim().is_empty() => last.end = self.text.len(),
            _ => self.mark_strong(start),
        }
    }

    /// The parts of the text in bold, in order.
    pub fn strong(&self) -> &[std::ops::Range<usize>] {
        &self.strong
    }

    /// Whether a range of the text touches words that are not the author's sentence.
    pub fn is_aside(&self, range: &std::ops::Range<usize>) -> bool {
        self.aside.iter().any(|aside| aside.start < range.end && range.start < aside.end)
    }

    /// Where the block begins in its source.
    pub fn start(&self) -> usize {
        self.map.first().map_or(0, |(_, place)| *place)
    }

    /// The byte of the text that stands at a byte of the source; none where the source's byte is before or after it.
    pub fn byte_of(&self, place: usize) -> Option<usize> {
        let at = self.map.partition_point(|(_, from)| *from <= place).checked_sub(1)?;
        let (text, from) = self.map[at];
        let end = self.map.get(at + 1).map_or(self.text.len(), |(next, _)| *next);
        let byte = text + (place - from);
        // What the text leaves out between two runs stands at the end of the first.
        (byte < end).then_some(byte).or((at + 1 < self.map.len()).then(|| end.saturating_sub(1).max(text)))
    }

    /// Where a range of the text stands in a source.
    pub fn span(&self, source: SourceId, range: &std::ops::Range<usize>) -> Span {
        let at = |byte: usize| {
            let index = self.map.partition_point(|(text, _)| *text <= byte).saturating_sub(1);
            self.map.get(index).map_or(0, |(text, place)| place + byte.saturating_sub(*text))
        };
        let last = self.text[range.clone()].char_indices().last();
        let last = last.map_or(range.start, |(offset, _)| range.start + offset);
        let width = match self.widths.binary_search_by_key(&last, |(byte, _)| *byte) {
            Ok(known) => self.widths[known].1,
            Err(_) => self.text[last..].chars().next().map_or(0, char::len_utf8),
        };
        Span::new(source, at(range.start), at(last) + width)
    }
}
