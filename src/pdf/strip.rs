//! Strips: what a page is stacked of, from top to bottom, and never broken.

use super::line::Run;
use super::structure::NodeId;

/// Something that stands in a strip; y is measured downwards from the strip's top.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// Text with its left end at `x` of the page and its baseline at `y`.
    Run { x: f64, y: f64, run: Run },
    /// A horizontal line.
    Rule { x: f64, to: f64, y: f64, pen: Pen },
    /// Round dots from one end to the other, on the baseline.
    Dots { x: f64, to: f64, y: f64 },
    /// The place that an anchor names.
    Anchor(AnchorId),
    /// A part of the document that has a place in the tree even if nothing of it is printed.
    Node(NodeId),
}

/// The lines that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pen {
    /// Above and below a table, under a title.
    Outer,
    /// Under the head of a table, and to write on.
    Head,
    /// Between rows, under the running head.
    Fine,
    /// Beside an example.
    Bar,
}

impl Pen {
    /// The weight in points, and the grey from 0 (black) to 1.
    pub(super) fn stroke(self) -> (f64, f32) {
        match self {
            Self::Outer => (0.7, 0.0),
            Self::Head => (0.45, 0.0),
            Self::Fine => (0.35, 0.55),
            Self::Bar => (0.8, 0.45),
        }
    }
}

/// An anchor: an index into [`Book::anchors`](super::flow::Book).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AnchorId(pub(super) usize);

/// A vertical hairline beside a group of strips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bar {
    pub(super) x: f64,
    /// Which group; a line goes through from the first of its strips on a page to the last.
    pub(super) group: usize,
}

/// A line of text, a row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// The space above, left out at the top of a page.
    pub(super) before: f64,
    pub(super) height: f64,
    /// Whether it stands on the same page as the strip before.
    pub(super) keep: bool,
    /// Whether it begins a page.
    pub(super) new_page: bool,
    /// The head that is printed again if a page begins with this strip: an index into `Book::heads`.
    pub(super) head: Option<usize>,
    pub(super) bar: Option<Bar>,
    pub(super) marks: Vec<Mark>,
}
