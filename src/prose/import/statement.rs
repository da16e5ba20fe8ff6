//! Statements of the draft, each with the words of the source that it was read from.

use std::fmt::Write as _;

use super::reading::Place;
use super::words::{visible, wrap};
use crate::prose::document::Document;
use crate::source::Source;

/// How many places that were quoted last are not quoted again.
const QUOTED: usize = 64;

/// A line of a spec, what stands below it, and where it comes from.
#[derive(Debug, Clone, Default)]
pub(super) struct Statement {
    pub(super) words: String,
    /// Where the source says so.
    pub(super) from: Vec<Place>,
    /// What the source leaves to be decided.
    pub(super) open: Vec<String>,
    /// Words of the source in a block below.
    pub(super) prose: Vec<String>,
    pub(super) table: Vec<Vec<String>>,
    pub(super) below: Vec<Statement>,
}

impl Statement {
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// With a place that says so.
    pub(super) fn from(mut self, place: Place) -> Self {
        self.from.push(place);
        self
    }

    /// With what somebody must decide.
    pub(super) fn open(mut self, what: impl Into<String>) -> Self {
        self.open.push(what.into());
        self
    }

    pub(super) fn below(mut self, statements: impl IntoIterator<Item = Statement>) -> Self {
        self.below.extend(statements);
        self
    }

    /// How many statements it is, those that say only what is open aside.
    pub(super) fn count(&self) -> usize {
        usize::from(!self.from.is_empty())
            + self.table.len().saturating_sub(1)
            + self.below.iter().map(Self::count).sum::<usize>()
    }
}

/// Writes statements as the text of a spec.
pub(super) struct Writer<'d> {
    document: &'d Document,
    source: &'d Source,
    pub(super) text: String,
    /// What was quoted last: statements of one sentence quote it once.
    quoted: Vec<Place>,
}

impl<'d> Writer<'d> {
    pub(super) fn new(document: &'d Document, source: &'d Source) -> Self {
        Self { document, source, text: String::new(), quoted: Vec::new() }
    }

    /// A statement with all that stands below it.
    pub(super) fn write(&mut self, statement: &Statement, depth: usize) {
        if statement.words.is_empty() {
            statement.open.iter().for_each(|open| self.comment(depth, &format!("to decide: {open}")));
            return;
        }
        self.quote(&statement.from, depth);
        statement.open.iter().for_each(|open| self.comment(depth, &format!("to decide: {open}")));
        // Where nothing stands below a statement, what is open below it stands above it.
        let bare = statement.below.iter().all(|below| below.words.is_empty()) && statement.table.is_empty();
        if bare {
            statement.below.iter().for_each(|below| self.write(below, depth));
        }
        self.line(depth, &statement.words);
        if !statement.prose.is_empty() {
            self.line(depth + 1, "\"\"\"");
            for (at, paragraph) in statement.prose.iter().enumerate() {
                if at > 0 {
                    self.text.push('\n');
                }
                for line in wrap(paragraph) {
                    self.line(depth + 1, &line);
                }
            }
            self.line(depth + 1, "\"\"\"");
        }
        for row in &statement.table {
            self.line(depth + 1, &format!("| {} |", row.join(" | ")));
        }
        if !bare {
            statement.below.iter().for_each(|below| self.write(below, depth + 1));
        }
    }

    /// The source's words as comments: a sentence, or the cells of a row, that the statement before did not quote.
    fn quote(&mut self, from: &[Place], depth: usize) {
        let new: Vec<Place> = from.iter().filter(|place| !self.quoted.contains(place)).cloned().collect();
        let row = |(at, _): &Place| self.document.blocks[*at].cell.map(|cell| (cell.table, cell.row));
        let mut comments = Vec::new();
        for places in new.chunk_by(|one, two| row(one).is_some() && row(one) == row(two)) {
            let words: Vec<String> =
                places.iter().map(|(at, range)| visible(&self.document.blocks[*at].text[range.clone()])).collect();
            comments.extend(places.first().map(|first| format!("{}: {}", self.locate(first), words.join(" | "))));
        }
        for comment in &comments {
            self.comment(depth, comment);
        }
        self.quoted = from.iter().chain(&self.quoted).take(QUOTED).cloned().collect();
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A comment, over several lines where it is long. The bar keeps the words of a further line from being read as
    /// `# allow …`.
    pub(super) fn comment(&mut self, depth: usize, words: &str) {
        for (at, line) in wrap(&visible(words)).iter().enumerate() {
            self.line(depth, &format!("#{}{line}", if at == 0 { " " } else { " | " }));
        }
    }

    fn line(&mut self, depth: usize, words: &str) {
        let _ = writeln!(self.text, "{}{words}", "  ".repeat(depth));
    }

    /// Where words stand, for people: `their.md:12`, `their.pdf, section 4.2, page 3, line 12`.
    pub(super) fn locate(&self, (at, range): &Place) -> String {
        let span = self.document.blocks[*at].span(self.document.source, range);
        self.place(span.start as usize)
    }

    /// Where a byte of the source stands, for people.
    pub(super) fn place(&self, byte: usize) -> String {
        let name = self.source.name();
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        match self.source.passage(byte).map(ToString::to_string) {
            Some(passage) if !passage.is_empty() => format!("{name}, {passage}"),
            Some(_) => name.to_owned(),
            None => format!("{name}:{}", self.source.position(byte).line),
        }
    }
}
