//! The measures of a page: all lengths in points, y downwards from the top edge.

use super::Paper;

/// Where things stand on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The left edge of the column that clause numbers hang in.
    pub(super) numbers: f64,
    /// The left edge of the text.
    pub(super) text: f64,
    /// The right edge of the text.
    pub(super) right: f64,
    /// The top of the text.
    pub(super) top: f64,
    /// The bottom of the text.
    pub(super) bottom: f64,
    /// The baseline of the running head.
    pub(super) head: f64,
    /// The baseline of the foot.
    pub(super) foot: f64,
}

impl Sheet {
    pub(super) fn new(paper: Paper) -> Self {
        let (width, height, margin) = match paper {
            Paper::A4 => (595.276, 841.89, 70.866),
            Paper::Letter => (612.0, 792.0, 76.0),
        };
        Self {
            width,
            height,
            numbers: margin,
            text: margin + 38.0,
            right: width - margin,
            top: 92.0,
            bottom: height - 88.0,
            head: 56.0,
            foot: height - 48.0,
        }
    }

    /// The height that text may fill.
    pub(super) fn body(&self) -> f64 {
        self.bottom - self.top
    }
}

/// A size of type with the distance from baseline to baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    pub(super) em: f64,
    pub(super) leading: f64,
}

impl Size {
    pub(super) const TITLE: Self = Self { em: 25.0, leading: 30.0 };
    pub(super) const ANNEX: Self = Self { em: 17.0, leading: 22.0 };
    pub(super) const CLAUSE_HEADING: Self = Self { em: 12.5, leading: 16.0 };
    pub(super) const HEADING: Self = Self { em: 10.5, leading: 14.5 };
    pub(super) const BODY: Self = Self { em: 10.5, leading: 14.5 };
    pub(super) const SMALL: Self = Self { em: 9.5, leading: 13.0 };
    pub(super) const TABLE: Self = Self { em: 9.5, leading: 12.75 };
    pub(super) const TABLE_TIGHT: Self = Self { em: 8.0, leading: 10.5 };
    pub(super) const FURNITURE: Self = Self { em: 8.5, leading: 11.0 };

    /// Where the baseline lies in a line of this size, from its top.
    pub(super) fn baseline(self) -> f64 {
        // Half the leading plus half the height of small letters with some of the capitals'.
        self.leading / 2.0 + self.em * 0.31
    }
}
