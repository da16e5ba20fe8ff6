//! The laid-out contract as a tree of blocks: what Markdown, HTML and PDF are written from.

use crate::source::Span;

/// What the document says about itself, for running heads and metadata.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The agreement's title.
    pub title: String,
    /// The parties' reference, such as `ACME-2027-014`.
    pub reference: Option<String>,
    /// The version, such as `1.0` or a date.
    pub version: Option<String>,
    /// The language as a BCP 47 tag, such as `en-GB`.
    pub language: String,
    /// The parties' full names, provider first.
    pub parties: Vec<String>,
    /// The words of the running head and foot, which depend on the language.
    pub words: Words,
}

/// Words that the layout itself prints; they come from the language's templates folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The foot of a page, with `{page}` and `{pages}`: `Page {page} of {pages}`.
    pub page: String,
    /// Before a version in the running head: `Version`.
    pub version: String,
    /// The heading of the table of contents.
    pub contents: String,
    /// The link at the top of a page that leads past the contents.
    pub skip: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            page: "Page {page} of {pages}".into(),
            version: "Version".into(),
            contents: "Contents".into(),
            skip: "Skip to the text".into(),
        }
    }
}

/// A numbered, cross-referenced document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What the document says about itself.
    pub meta: Meta,
    /// The blocks from top to bottom.
    pub blocks: Vec<Block>,
}

/// A block with what a reader's tools need to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is and says.
    pub kind: BlockKind,
    /// Its anchor, unique in the document, if something may refer to it.
    pub id: Option<String>,
    /// Its language where it differs from the document's.
    pub language: Option<String>,
    /// The statement of the spec that it was made from, where one was.
    pub source: Option<Span>,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// The document's title (once, at the top).
    Title(Vec<Inline>),
    /// A heading; level 1 is a clause heading (`4`) or an annex, level 2 and 3 are below it.
    Heading {
        /// From 1 to 3.
        level: u8,
        /// `4`, `Annex A`, or none for an unnumbered heading.
        number: Option<String>,
        /// The heading's words.
        text: Vec<Inline>,
    },
    /// A numbered paragraph: the sub-clause `4.2`.
    Clause {
        /// `4.2`.
        number: String,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A paragraph without a number.
    Paragraph(Vec<Inline>),
    /// A list; its items may hold further lists.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// Blocks that play a part together.
    Group {
        /// The part.
        role: Role,
        /// The blocks.
        blocks: Vec<Block>,
    },
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `(a)`, `(i)`, or `•`.
    pub marker: String,
    /// What it says; usually one paragraph, then perhaps a list.
    pub blocks: Vec<Block>,
    /// Its anchor, if something may refer to it.
    pub id: Option<String>,
}

/// The part that a group of blocks plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The parties at the top of the contract.
    Parties,
    /// An example that the machine computed.
    Example,
    /// Signature blocks: tables of two columns, the label and an empty cell to
    /// write in; never broken over pages.
    Signatures,
    /// An annex: begins on a new page.
    Annex,
    /// A remark about the document that is not a term of the agreement.
    Note,
}

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// As text.
    #[default]
    Left,
    /// Centred.
    Center,
    /// As figures.
    Right,
}

/// A table with one head row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One for each column.
    pub columns: Vec<Align>,
    /// The head row's cells, as many as columns; all empty for a table without a head.
    pub head: Vec<Vec<Inline>>,
    /// The rows, each with as many cells as columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strong: a defined term where it is defined, a lead-in.
    Strong(Vec<Inline>),
    /// A word for machines: an address, a code.
    Code(String),
    /// A reference to a block of this document; `text` is already its words: `clause 4.2`.
    Reference {
        /// The anchor referred to.
        target: String,
        /// What is printed.
        text: String,
    },
    /// A link out of the document: `https:`, `mailto:` or `tel:` only.
    Link {
        /// The address.
        url: String,
        /// What is printed.
        text: Vec<Inline>,
    },
    /// A break of the line within a paragraph.
    Break,
}

/// The plain words of a run of text, with single spaces.
pub fn plain(run: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(run, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_plain(run: &[Inline], text: &mut String) {
    for inline in run {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Reference { text: words, .. } => text.push_str(words),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                push_plain(inside, text);
            }
            Inline::Break => text.push('\n'),
        }
    }
}
