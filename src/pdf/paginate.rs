//! Strips dealt out to pages.

use super::flow::Book;
use super::strip::{Mark, Strip};

/// A strip with its place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// Its top edge, from the top of the page.
    pub(super) top: f64,
    pub(super) what: What,
}

/// What is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The strip with this index.
    Strip(usize),
    /// A strip of the head with this index, printed again.
    Again(usize, usize),
}

/// All pages.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pub(super) pages: Vec<Vec<Placed>>,
    /// For each anchor the page and the height it stands at.
    pub(super) destinations: Vec<Option<(usize, f64)>>,
}

impl Pages {
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }
}

/// Deals the strips out: what keeps together stays together as long as a page can hold it.
pub(super) fn paginate(book: &Book) -> Pages {
    let mut dealer = Dealer { book, pages: vec![Vec::new()], y: book.sheet.top };
    let mut at = 0;
    while at < book.strips.len() {
        let end = (at + 1..book.strips.len())
            .find(|next| !book.strips[*next].keep || book.strips[*next].new_page)
            .unwrap_or(book.strips.len());
        dealer.chunk(at, end);
        at = end;
    }
    let mut destinations = vec![None; book.anchors.len()];
    for (number, page) in dealer.pages.iter().enumerate() {
        for placed in page {
            let What::Strip(index) = placed.what else { continue };
            for mark in &book.strips[index].marks {
                if let Mark::Anchor(anchor) = mark {
                    destinations[anchor.0] = Some((number, placed.top));
                }
            }
        }
    }
    Pages { pages: dealer.pages, destinations }
}

struct Dealer<'a> {
    book: &'a Book,
    pages: Vec<Vec<Placed>>,
    /// Where the next strip goes.
    y: f64,
}

impl Dealer<'_> {
    /// Strips that should stand on one page.
    fn chunk(&mut self, from: usize, to: usize) {
        let strips = &self.book.strips[from..to];
        let height: f64 = strips.iter().map(|strip| strip.before + strip.height).sum();
        let first = &strips[0];
        let forced = first.new_page && !self.is_fresh();
        if forced || (!self.is_fresh() && !self.fits(height)) {
            self.turn(first);
        }
        for (at, strip) in strips.iter().enumerate() {
            // Only a chunk taller than a page comes to this.
            if !self.is_fresh() && !self.fits(strip.before + strip.height) {
                self.turn(strip);
            }
            self.place(strip, What::Strip(from + at));
        }
    }

    fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn fits(&self, height: f64) -> bool {
        self.y + height <= self.book.sheet.bottom + 0.01
    }

    /// Begins a page, with the head of the table that goes on.
    fn turn(&mut self, next: &Strip) {
        self.pages.push(Vec::new());
        self.y = self.book.sheet.top;
        if let Some(head) = next.head {
            let book = self.book;
            for (at, strip) in book.heads[head].iter().enumerate() {
                self.place(strip, What::Again(head, at));
            }
        }
    }

    fn place(&mut self, strip: &Strip, what: What) {
        if !self.is_fresh() {
            self.y += strip.before;
        }
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { top: self.y, what });
        }
        self.y += strip.height;
    }
}
