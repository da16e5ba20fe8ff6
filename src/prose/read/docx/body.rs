//! The paragraphs and tables of a Word file, in the order in which they are read.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::super::extract::{At, Extract, Part, Piece, Remark};
use super::super::xml::{self, Element, Node};
use super::super::{Changes, Unreadable};
use super::numbering::{Label, Numbering};
use super::styles::{Look, Styles, shades};
use crate::prose::document::{Block, BlockKind, CellPlace};

/// What stands beside the text and is referred to from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    Comment,
    Foot,
    End,
}

/// The notes of a file: kind and identity, and what each says.
pub(super) type Notes = BTreeMap<(Note, String), Vec<Paragraph>>;

/// A paragraph while it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pieces: Vec<Piece>,
    style: String,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    /// What it refers to.
    notes: Vec<(Note, String)>,
    page: u32,
    /// Whose a comment is.
    author: String,
    /// Its end was deleted: the next one goes on in it.
    goes_on: bool,
}

/// A tracked change that is open.
#[derive(Debug, Clone)]
struct Change {
    inserted: bool,
    author: String,
}

#[derive(Debug)]
struct Table {
    next: CellPlace,
    head: bool,
    styled: bool,
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct Cell {
    place: CellPlace,
    /// It is the rest of a cell above.
    goes_on: bool,
    paragraphs: Vec<Paragraph>,
    shaded: bool,
}

/// Reads the body of a Word file.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    changes: Changes,
    open: Vec<String>,
    /// How many elements are open whose contents are not read.
    skipped: usize,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    next_table: usize,
    tracked: Vec<Change>,
    look: Look,
    run_style: String,
    page: u32,
    pages_known: bool,
    colored_page: bool,
    notes: Notes,
    extract: Extract,
    /// Where paragraphs of notes go.
    note: Option<(Note, String, String, Vec<Paragraph>)>,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: Numbering, changes: Changes) -> Self {
        Self {
            styles,
            numbering,
            changes,
            open: Vec::new(),
            skipped: 0,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            next_table: 0,
            tracked: Vec::new(),
            look: Look::default(),
            run_style: String::new(),
            page: 1,
            pages_known: false,
            colored_page: false,
            notes: Notes::new(),
            extract: Extract::default(),
            note: None,
        }
    }

    /// Reads the main part.
    pub(super) fn document(mut self, part: impl BufRead, notes: Notes) -> Result<Extract, Unreadable> {
        self.notes = notes;
        xml::read(part, |node| self.node(node, None, &mut Notes::new()))?;
        if !self.pages_known {
            self.extract.passages.iter_mut().for_each(|passage| passage.page = None);
        }
        Ok(self.extract)
    }

    /// Reads a part with notes.
    pub(super) fn notes(mut self, part: impl BufRead, kind: Note, into: &mut Notes) -> Result<(), Unreadable> {
        xml::read(part, |node| self.node(node, Some(kind), into))
    }

    fn node(&mut self, node: Node<'_>, notes: Option<Note>, into: &mut Notes) -> Result<(), Unreadable> {
        match node {
            Node::Open(element) => {
                if self.skipped > 0 || element.name() == "Fallback" {
                    // What is said twice, for older programs.
                    self.skipped += 1;
                } else {
                    self.begin(&element, notes);
                    self.open.push(element.name().to_owned());
                }
            }
            Node::Close if self.skipped > 0 => self.skipped -= 1,
            Node::Close => {
                if let Some(name) = self.open.pop() {
                    self.end(&name, into)?;
                }
            }
            Node::Words(words) => {
                let within = self.open.last().map_or("", String::as_str);
                if self.skipped == 0 && matches!(within, "t" | "delText") {
                    self.say(words);
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element<'_>, notes: Option<Note>) {
        let within = self.open.last().map_or("", String::as_str);
        let above = self.open.len().checked_sub(2).map_or("", |at| self.open[at].as_str());
        match (element.name(), within) {
            ("comment" | "footnote" | "endnote", _) => {
                if let Some(kind) = notes {
                    let id = element.attribute("id").unwrap_or_default();
                    self.note = Some((kind, id, element.attribute("author").unwrap_or_default(), Vec::new()));
                }
            }
            ("background", _) => {
                self.colored_page = element.attribute("color").is_some_and(|color| color.to_uppercase() != "FFFFFF");
            }
            ("p", _) => self.paragraphs.push(Paragraph { page: self.page, ..Paragraph::default() }),
            ("r", _) => {
                self.look = Look::default();
                self.run_style.clear();
            }
            ("tbl", _) => {
                let next = CellPlace::first_of(self.next_table);
                self.next_table += 1;
                self.tables.push(Table { next, head: false, styled: false, cells: Vec::new() });
            }
            ("tblStyle", _) => {
                let plain = element.attribute("val").is_some_and(|name| name.to_lowercase().contains("grid"));
                self.table(|table| table.styled = !plain);
            }
            ("tr", _) => self.table(|table| table.head = false),
            ("tblHeader", _) => {
                let head = element.is_on();
                self.table(|table| table.head = head);
            }
            ("gridBefore", "trPr") => {
                let columns = count(element);
                self.table(|table| table.next.column += columns);
            }
            ("tc", _) => self.table(|table| {
                let cell = Cell { place: table.next, goes_on: false, paragraphs: Vec::new(), shaded: false };
                table.cells.push(cell);
                table.next.column += 1;
            }),
            ("gridSpan", "tcPr") => {
                let columns = count(element);
                self.table(|table| {
                    table.next.column += columns - 1;
                    if let Some(cell) = table.cells.last_mut() {
                        cell.place.columns = columns;
                    }
                });
            }
            ("vMerge", "tcPr") => {
                let goes_on = element.attribute("val").is_none_or(|value| value != "restart");
                self.table(|table| {
                    if let Some(cell) = table.cells.last_mut() {
                        cell.goes_on = goes_on;
                    }
                });
            }
            ("shd", "tcPr") => {
                let shaded = shades(element);
                self.table(|table| {
                    if let Some(cell) = table.cells.last_mut() {
                        cell.shaded = shaded;
                    }
                });
            }
            ("ins" | "moveTo", "rPr") | ("ins" | "del", "trPr" | "tcPr" | "numPr") => {}
            ("del" | "moveFrom", "rPr") => {
                let merges = self.changes != Changes::Rejected && above == "pPr";
                self.paragraph(|paragraph| paragraph.goes_on |= merges);
            }
            ("ins" | "moveTo", _) => self.track(true, element),
            ("del" | "moveFrom", _) => self.track(false, element),
            ("pStyle", "pPr") => {
                let style = element.attribute("val").unwrap_or_default();
                self.paragraph(|paragraph| paragraph.style = style);
            }
            ("outlineLvl", "pPr") => {
                let level = element.attribute("val").and_then(|level| level.parse().ok());
                self.paragraph(|paragraph| paragraph.outline = level);
            }
            ("numId", "numPr") => {
                let list = element.attribute("val");
                self.paragraph(|paragraph| paragraph.list = list);
            }
            ("ilvl", "numPr") => {
                let level = element.attribute("val").and_then(|level| level.parse().ok());
                self.paragraph(|paragraph| paragraph.level = level);
            }
            ("rStyle", "rPr") if above == "r" => self.run_style = element.attribute("val").unwrap_or_default(),
            (_, "rPr") if above == "r" => self.look.set(element),
            ("tab" | "ptab", "r") => self.say(" "),
            ("br" | "cr", "r") => self.say(" "),
            ("noBreakHyphen", "r") => self.say("-"),
            ("lastRenderedPageBreak", _) => {
                self.pages_known = true;
                self.page += 1;
                // A paragraph that begins on a new page stands there.
                let page = self.page;
                self.paragraph(|paragraph| {
                    if paragraph.pieces.iter().all(|piece| piece.text.trim().is_empty()) {
                        paragraph.page = page;
                    }
                });
            }
            ("commentReference", _) => self.refer(Note::Comment, element),
            ("footnoteReference", _) => self.refer(Note::Foot, element),
            ("endnoteReference", _) => self.refer(Note::End, element),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, into: &mut Notes) -> Result<(), Unreadable> {
        match name {
            "p" => {
                let Some(mut paragraph) = self.paragraphs.pop() else { return Ok(()) };
                if let Some((.., author, said)) = &mut self.note {
                    paragraph.author.clone_from(author);
                    said.push(paragraph);
                    return Ok(());
                }
                if let Some(cell) = self.tables.last_mut().and_then(|table| table.cells.last_mut()) {
                    cell.paragraphs.push(paragraph);
                    return Ok(());
                }
                if paragraph.goes_on {
                    self.paragraphs.push(paragraph);
                    return Ok(());
                }
                // What went on is the beginning of this one.
                if self.open.iter().all(|name| name != "p")
                    && let Some(mut begun) = self.paragraphs.pop()
                {
                    begun.pieces.append(&mut paragraph.pieces);
                    begun.notes.append(&mut paragraph.notes);
                    paragraph = begun;
                }
                self.emit(paragraph)?;
            }
            "tr" => self.row()?,
            "tbl" => {
                self.tables.pop();
            }
            "ins" | "del" | "moveTo" | "moveFrom" => {
                let within = self.open.last().map_or("", String::as_str);
                if !matches!(within, "rPr" | "trPr" | "tcPr" | "numPr") {
                    self.tracked.pop();
                }
            }
            "comment" | "footnote" | "endnote" => {
                if let Some((kind, id, _, said)) = self.note.take() {
                    into.insert((kind, id), said);
                }
            }
            "body" => {
                for left in std::mem::take(&mut self.paragraphs) {
                    self.emit(left)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn track(&mut self, inserted: bool, element: &Element<'_>) {
        self.tracked.push(Change { inserted, author: element.attribute("author").unwrap_or_default() });
    }

    fn refer(&mut self, note: Note, element: &Element<'_>) {
        let id = element.attribute("id").unwrap_or_default();
        self.paragraph(|paragraph| paragraph.notes.push((note, id)));
    }

    /// Adds words to the paragraph that is open.
    fn say(&mut self, words: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let table = self.tables.last();
        let shaded = table.is_some_and(|table| table.styled || table.cells.last().is_some_and(|cell| cell.shaded));
        let look = self.look.or(self.styles.look(&self.run_style)).or(self.styles.look(&paragraph.style));
        let hidden = look.hides().filter(|how| *how != "white on white" || !(shaded || self.colored_page));
        let change = self.tracked.last();
        let counts = change.is_none_or(|change| match self.changes {
            Changes::Accepted => change.inserted,
            Changes::Rejected => !change.inserted,
            Changes::Both => true,
        });
        let remark = match (hidden, change) {
            (Some(how), _) => Some(Remark::Hidden(how)),
            (None, Some(change)) if change.inserted => Some(Remark::Inserted(change.author.clone())),
            (None, Some(change)) => Some(Remark::Deleted(change.author.clone())),
            (None, None) => None,
        };
        let counts = counts && hidden.is_none();
        let bold = look.bold == Some(true);
        let aside = self.open.iter().any(|name| name == "hyperlink") || self.styles.is_code(&self.run_style);
        // Both wordings are read one after the other, not as one word.
        if let (Some(Piece { remark: Some(Remark::Deleted(_)), counts: true, .. }), Some(Remark::Inserted(_)), true) =
            (paragraph.pieces.last(), &remark, counts)
        {
            paragraph.pieces.push(Piece::seen(" "));
        }
        match paragraph.pieces.last_mut() {
            Some(last) if (last.counts, last.bold, last.aside, &last.remark) == (counts, bold, aside, &remark) => {
                last.text += words;
            }
            _ => paragraph.pieces.push(Piece { text: words.to_owned(), counts, bold, aside, remark, at: None }),
        }
    }

    /// The number that Word prints before a paragraph.
    fn label(&mut self, paragraph: &Paragraph) -> Option<Label> {
        let of_style = self.styles.list(&paragraph.style);
        let (list, level) = match (&paragraph.list, of_style) {
            (Some(list), _) => (list.clone(), paragraph.level.unwrap_or(0)),
            (None, Some((list, style, level))) => {
                let own = self.numbering.level_of_style(list, &paragraph.style);
                let level = own.or_else(|| self.numbering.level_of_style(list, style)).or(level).or(paragraph.level);
                (list.to_owned(), level.unwrap_or(0))
            }
            (None, None) => return None,
        };
        // The list 0 takes a paragraph out of its style's list.
        if list == "0" { None } else { self.numbering.count(&list, level) }
    }

    fn emit(&mut self, mut paragraph: Paragraph) -> Result<(), Unreadable> {
        let empty = paragraph.pieces.iter().all(|piece| piece.text.trim().is_empty());
        let at = At { page: Some(paragraph.page), line: None };
        if !empty {
            let label = self.label(&paragraph);
            let mut block = self.block(&paragraph, label.as_ref());
            let number = label.as_ref().and_then(|label| label.path.clone());
            if let Some(label) = label {
                paragraph.pieces.insert(0, Piece::marker(format!("{} ", label.printed)));
                block = block.with_marker(label.path.map(|_| label.printed));
            }
            self.extract.paragraph(block, number.as_deref(), paragraph.pieces, at)?;
        }
        self.beside(paragraph.notes, at)
    }

    fn block(&self, paragraph: &Paragraph, label: Option<&Label>) -> Block {
        let outline = paragraph.outline.map(|level| (level < 9).then_some(level + 1));
        if self.styles.repeats(&paragraph.style) {
            return Block::new(BlockKind::Code);
        }
        if let Some(level) = outline.unwrap_or_else(|| self.styles.heading(&paragraph.style)) {
            return Block::at_level(BlockKind::Heading, level.into());
        }
        match (self.styles.quotes(&paragraph.style), label) {
            (Some(true), _) => Block::new(BlockKind::Quote),
            (Some(false), _) => Block::new(BlockKind::Code),
            (None, Some(label)) => Block::at_level(BlockKind::Item, label.level + 1),
            (None, None) => Block::new(BlockKind::Paragraph),
        }
    }

    /// Adds the notes that something referred to.
    fn beside(&mut self, notes: Vec<(Note, String)>, at: At) -> Result<(), Unreadable> {
        for (kind, id) in notes {
            let Some(said) = self.notes.remove(&(kind, id)) else { continue };
            for paragraph in said {
                if kind == Note::Comment {
                    let words: String = paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect();
                    self.extract.aside(words.trim(), Remark::Comment(paragraph.author), at)?;
                } else {
                    self.extract.paragraph(Block::new(BlockKind::Paragraph), None, paragraph.pieces, at)?;
                }
            }
        }
        Ok(())
    }

    fn row(&mut self) -> Result<(), Unreadable> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let cells = std::mem::take(&mut table.cells);
        table.next = CellPlace { row: table.next.row + 1, column: 0, ..table.next };
        let styled_head = |cell: &Cell| {
            cell.paragraphs.iter().any(|paragraph| self.styles.heads_table(&paragraph.style))
                && cell
                    .paragraphs
                    .iter()
                    .all(|paragraph| paragraph.pieces.is_empty() || self.styles.heads_table(&paragraph.style))
        };
        let head = table.head || !cells.is_empty() && cells.iter().all(styled_head);
        let kind = if head { BlockKind::Head } else { BlockKind::Cell };
        // A table within a cell stands before the row that it is in; its cells are not mixed with the row's.
        let page = cells.iter().flat_map(|cell| &cell.paragraphs).map(|paragraph| paragraph.page).min();
        let at = At { page, line: None };
        let (mut parts, mut notes) = (Vec::new(), Vec::new());
        for cell in cells {
            if cell.goes_on {
                self.extract.extend_cell(cell.place);
                continue;
            }
            let mut pieces: Vec<Piece> = Vec::new();
            for mut paragraph in cell.paragraphs {
                if !pieces.is_empty() {
                    pieces.push(Piece::seen(" "));
                }
                if let Some(label) = self.label(&paragraph) {
                    pieces.push(Piece { counts: label.path.is_some(), ..Piece::seen(format!("{} ", label.printed)) });
                }
                pieces.append(&mut paragraph.pieces);
                notes.append(&mut paragraph.notes);
            }
            parts.push(Part { block: Block::at_cell(kind, cell.place), pieces });
        }
        self.extract.row(parts, None, at)?;
        self.beside(notes, at)
    }
}

/// A number of columns: at least one, and no more than Word allows.
fn count(element: &Element<'_>) -> usize {
    element.attribute("val").and_then(|value| value.parse().ok()).unwrap_or(1_usize).clamp(1, 63)
}
