//! The text that is taken out of a Word or PDF file: a sentence a line, with where each stands in the file.

use crate::diagnostic::{Diagnostic, Severity};
use crate::prose::document::{Block, BlockKind, CellPlace};
use crate::prose::sentence::sentences;
use crate::source::{Passage, Section, SourceId, Span};

use super::Unreadable;

/// No contract has more words: 8 MB of text.
const LONGEST: usize = 8 * 1024 * 1024;

/// A stretch of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether a reader of the contract sees it and it counts.
    pub(super) counts: bool,
    /// Whether it is in bold.
    pub(super) bold: bool,
    /// Whether it is no sentence of the author: a link's words, code.
    pub(super) aside: bool,
    /// What is to be said about it.
    pub(super) remark: Option<Remark>,
    /// Where it stands, where that is not where the paragraph begins.
    pub(super) at: Option<At>,
}

impl Piece {
    /// Words that everybody sees.
    pub(super) fn seen(text: impl Into<String>) -> Self {
        Self { text: text.into(), counts: true, ..Self::default() }
    }

    /// What is printed before the words and is none of them: a number, a bullet.
    pub(super) fn marker(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Something about a stretch that a person who signs should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remark {
    /// Nobody sees it: how it is hidden.
    Hidden(&'static str),
    /// A tracked insertion, and whose.
    Inserted(String),
    /// A tracked deletion, and whose.
    Deleted(String),
    /// A comment, and whose.
    Comment(String),
}

/// Where a line begins in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct At {
    pub(super) page: Option<u32>,
    pub(super) line: Option<u32>,
}

/// What has been taken out so far.
#[derive(Debug, Default)]
pub(super) struct Extract {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) passages: Vec<Passage>,
    pub(super) findings: Vec<Diagnostic>,
    section: Option<Section>,
    has_headings: bool,
}

/// A cell of a table's row, or the one part of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What it is, without words yet.
    pub(super) block: Block,
    pub(super) pieces: Vec<Piece>,
}

impl Extract {
    /// Adds a paragraph. `number` is the number that the file's own numbering gives it, whole, such as `4.2(a)`.
    pub(super) fn paragraph(
        &mut self,
        block: Block,
        number: Option<&str>,
        pieces: Vec<Piece>,
        at: At,
    ) -> Result<(), Unreadable> {
        self.row(vec![Part { block, pieces }], number, at)
    }

    /// Adds a row of a table: its cells on one line.
    pub(super) fn row(&mut self, parts: Vec<Part>, number: Option<&str>, at: At) -> Result<(), Unreadable> {
        let said = |part: &Part| part.pieces.iter().any(|piece| !piece.text.trim().is_empty());
        if !parts.iter().any(said) {
            return Ok(());
        }
        let length: usize = parts.iter().flat_map(|part| &part.pieces).map(|piece| piece.text.len()).sum();
        if self.text.len() + length > LONGEST {
            return Err(Unreadable::new("it has more than 8 MB of text").help("is this the right file?"));
        }
        if let [part] = &parts[..] {
            let visible: String =
                part.pieces.iter().filter(|piece| piece.counts).map(|piece| piece.text.as_str()).collect();
            self.enter(part.block.kind, number, visible.trim());
        }
        self.passages.push(Passage {
            start: self.text.len(),
            page: at.page,
            line: at.line,
            section: self.section.clone(),
        });
        let alone = parts.len() == 1;
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                self.text.push_str(" | ");
            }
            self.part(part, alone);
        }
        self.text.push('\n');
        Ok(())
    }

    /// Notes that the cell above a place reaches down into it.
    pub(super) fn extend_cell(&mut self, place: CellPlace) {
        let of_table = |block: &&mut Block| block.cell.is_some_and(|cell| cell.table == place.table);
        let above = self.blocks.iter_mut().rev().take_while(of_table).filter_map(|block| block.cell.as_mut());
        if let Some(cell) = above.into_iter().find(|cell| cell.column == place.column) {
            cell.rows = cell.rows.max(place.row - cell.row + 1);
        }
    }

    /// Adds a line that is no part of the contract, such as a comment.
    pub(super) fn aside(&mut self, text: &str, remark: Remark, at: At) -> Result<(), Unreadable> {
        let piece = Piece { text: text.to_owned(), remark: Some(remark), ..Piece::default() };
        self.paragraph(Block::new(BlockKind::Code), None, vec![piece], at)
    }

    fn part(&mut self, part: Part, sentence_a_line: bool) {
        let mut block = part.block;
        let whole: String = part.pieces.iter().map(|piece| piece.text.as_str()).collect();
        // A sentence a line: the space after its end becomes a line break.
        let mut ends: Vec<usize> = Vec::new();
        if sentence_a_line && block.kind != BlockKind::Heading {
            ends.extend(sentences(&whole).iter().map(|range| range.end));
            ends.pop();
        }
        let mut ends = ends.into_iter().peekable();
        let (mut within, mut breaks) = (0, false);
        for piece in &part.pieces {
            self.move_to(piece.at);
            let (start, of_block) = (self.text.len(), block.text.len());
            for letter in piece.text.chars() {
                breaks |= ends.next_if(|end| *end <= within).is_some();
                within += letter.len_utf8();
                let written = match letter {
                    ' ' if breaks => '\n',
                    // A line break of the file is none of this text, and a NUL no letter.
                    letter if letter.is_control() => ' ',
                    letter => letter,
                };
                breaks &= written != '\n' && letter == ' ';
                if piece.counts {
                    block.push_char(written, self.text.len());
                }
                self.text.push(written);
            }
            if piece.aside && block.text.len() > of_block {
                block.mark_aside(of_block);
            }
            if piece.bold && block.text.len() > of_block {
                block.go_on_strong(of_block);
            }
            if let Some(remark) = &piece.remark {
                self.remark(remark, start);
            }
        }
        self.blocks.push(block);
    }

    /// Notes that the text goes on at another place.
    fn move_to(&mut self, at: Option<At>) {
        let (Some(At { page, line }), Some(last)) = (at, self.passages.last()) else { return };
        if (last.page, last.line) != (page, line) {
            let section = self.section.clone();
            self.passages.push(Passage { start: self.text.len(), page, line, section });
        }
    }

    fn remark(&mut self, remark: &Remark, start: usize) {
        let from = start + (self.text[start..].len() - self.text[start..].trim_start().len());
        let to = from + self.text[from..].trim_end().len();
        if from >= to {
            return;
        }
        // There is one source, and this is its text.
        let span = Span::new(SourceId(0), from, to);
        let words = shortened(&self.text[from..to]);
        let finding = |rule, message| Diagnostic::new(rule, Severity::Warning, Some(span), message);
        let by = |name: &str| if name.is_empty() { String::new() } else { format!(" by {name}") };
        let changed = "accept or reject it before anybody signs; `--changes rejected` reads the contract without it, \
                       `--changes both` with both wordings";
        self.findings.push(match remark {
            Remark::Hidden(how) => finding("hidden-text", format!("nobody sees `{words}`: it is {how}"))
                .help("ask what it is there for, and have it shown or removed before anybody signs"),
            Remark::Inserted(name) => {
                finding("tracked-change", format!("`{words}` was inserted{} and is not accepted yet", by(name)))
                    .help(changed)
            }
            Remark::Deleted(name) => {
                finding("tracked-change", format!("`{words}` was deleted{} and is still in the file", by(name)))
                    .help(changed)
            }
            Remark::Comment(name) => finding("comment-left", format!("a comment{} is left in the file", by(name)))
                .help("answer it and remove it before the file is signed or sent on"),
        });
    }

    /// Notes the section that a paragraph begins.
    fn enter(&mut self, kind: BlockKind, number: Option<&str>, text: &str) {
        let heading = kind == BlockKind::Heading;
        let typed = typed_number(text).or_else(|| bare_number(text).filter(|_| heading));
        let number = number.map(str::to_owned).or_else(|| typed.clone().filter(|typed| !typed.starts_with('(')));
        self.has_headings |= heading;
        match number.filter(|number| number.contains(|letter: char| letter.is_ascii_digit())) {
            // A list from 1 below a heading is no section.
            Some(number) if heading || number.contains(['.', '(']) || !self.has_headings => {
                self.section = Some(Section::Number(number));
            }
            _ if heading => self.section = Some(Section::Heading(shortened(text))),
            _ => {
                if let (Some(Section::Number(base)), Some(letter)) =
                    (&self.section, typed.filter(|typed| typed.starts_with('(')))
                {
                    let base = base.split('(').next().unwrap_or_default();
                    self.section = Some(Section::Number(format!("{base}{letter}")));
                }
            }
        }
    }
}

/// The first words of a text, on one line.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}\u{2026}", text[..at].trim_end()),
        None => text,
    }
}

/// The number that a heading begins with, without a full stop: `4 Support`.
fn bare_number(text: &str) -> Option<String> {
    let (first, _) = text.split_once(' ')?;
    let is_number = first.len() <= 3 && first.chars().all(|letter| letter.is_ascii_digit());
    is_number.then(|| first.to_owned())
}

/// The number that a paragraph begins with as its author typed it: `4.2`, `4` of `4. Support`, `(a)`.
fn typed_number(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let mut first = words.next()?;
    if matches!(first.to_lowercase().as_str(), "section" | "article" | "clause" | "\u{A7}") {
        first = words.next()?;
    }
    words.next()?;
    let first = first.trim_start_matches('\u{A7}');
    if first.starts_with('(') && first.ends_with(')') && first.len() <= 6 {
        let inside = &first[1..first.len() - 1];
        return inside.chars().all(char::is_alphanumeric).then(|| first.to_owned());
    }
    let number = first.trim_end_matches(['.', ')', ':']);
    let is_number = number.len() <= 12
        && number.starts_with(|letter: char| letter.is_ascii_digit())
        && number
            .split('.')
            .all(|part| !part.is_empty() && part.len() <= 3 && part.chars().all(|letter| letter.is_ascii_digit()));
    // `2 hours` is no number of a section; `2.` and `2.1` are.
    (is_number && (number.contains('.') || first.len() > number.len())).then(|| number.to_owned())
}
