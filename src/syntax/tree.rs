//! The tree of parsed lines: what the grammar saw, with every word's place.
//!
//! A statement's kind is the name of its rule in `grammar/agreement.pest`, so
//! a line `claim within 30 days after the report` has the kind
//! [`Kind::claim_within`] everywhere in the house.

use crate::source::{SourceId, Span};

pub use super::grammar::Rule as Kind;

/// A spec as written: its statements, the good ones kept where others are wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spec {
    /// The source it was read from.
    pub source: SourceId,
    /// The sections in the order of the text.
    pub lines: Vec<Line>,
    /// Comments after the last statement.
    pub closing_comments: Vec<Comment>,
}

/// A comment with its `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The text from `#` to the end of the line.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether an empty line stands before it.
    pub blank_before: bool,
}

/// A logical line with all that is indented below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The statement. Its kind names the rule; its children are what the rule captured,
    /// without the words of the language (`kw_…`) and without the condition.
    pub node: Node,
    /// `if …` or `unless …` at the end of the line.
    pub condition: Option<Node>,
    /// Lines indented below.
    pub children: Vec<Line>,
    /// A prose block (`"""`) indented below, dedented.
    pub prose: Option<Node>,
    /// A table indented below.
    pub table: Option<Table>,
    /// Comments on lines of their own above it.
    pub comments: Vec<Comment>,
    /// A comment at its end.
    pub trailing_comment: Option<Comment>,
    /// Comments after the last line below it, indented like that line.
    pub closing_comments: Vec<Comment>,
    /// Whether an empty line stands directly before it (after its comments).
    pub blank_before: bool,
}

/// A part of a statement that the grammar gave a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The rule that saw it.
    pub kind: Kind,
    /// Its words: for a string without the quotes, for all else as written with single spaces.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The named parts within, without the words of the language.
    pub children: Vec<Node>,
}

/// A table: a head of column names and rows of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns (`Kind::column_head`).
    pub head: Vec<Node>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Comments above its head, and the one at the head's end.
    pub comments: Vec<Comment>,
    /// The whole table.
    pub span: Span,
}

/// A row of a table; a cell that could not be parsed was reported and is `Kind::cell_blank`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As many as columns. A blank cell is `Kind::cell_blank`, `-` is `Kind::none`.
    pub cells: Vec<Node>,
    /// `if …` or `unless …` after the last bar.
    pub condition: Option<Node>,
    /// Comments above.
    pub comments: Vec<Comment>,
    /// A comment at its end.
    pub trailing_comment: Option<Comment>,
    /// Whether an empty line stands directly before it.
    pub blank_before: bool,
    /// The whole row.
    pub span: Span,
}

impl Line {
    /// The rule of the line's statement.
    pub fn kind(&self) -> Kind {
        self.node.kind
    }

    /// Where the statement stands, without what is below it.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// The first line directly below of this kind.
    pub fn child(&self, kind: Kind) -> Option<&Line> {
        self.children.iter().find(|line| line.kind() == kind)
    }

    /// All lines directly below of this kind.
    pub fn children_of(&self, kind: Kind) -> impl Iterator<Item = &Line> {
        self.children.iter().filter(move |line| line.kind() == kind)
    }
}

impl Node {
    /// The first part of this kind, one level down.
    pub fn get(&self, kind: Kind) -> Option<&Node> {
        self.children.iter().find(|node| node.kind == kind)
    }

    /// All parts of this kind, one level down.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |node| node.kind == kind)
    }

    /// Whether a part of this kind is there, one level down.
    pub fn has(&self, kind: Kind) -> bool {
        self.get(kind).is_some()
    }
}
