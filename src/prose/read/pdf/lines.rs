//! From stretches of text to running text: lines joined, words that were broken at a line's end made whole.

use std::collections::BTreeSet;

use super::super::extract::{At, Piece, Remark};
use super::content::{Page, Run};

/// A stretch on a page, both counted from 0.
pub(super) type Place = (usize, usize);

/// All pages, with what is needed to join their lines.
pub(super) struct Ink {
    pub(super) pages: Vec<Page>,
    /// The base lines of each page, from top to bottom.
    lines: Vec<Vec<f64>>,
    /// All words that stand whole in a line, in lower case.
    words: BTreeSet<String>,
}

impl Ink {
    pub(super) fn new(pages: Vec<Page>) -> Self {
        let mut words = BTreeSet::new();
        let mut lines = Vec::new();
        for page in &pages {
            let mut bases: Vec<f64> = page.runs.iter().map(|run| run.base).collect();
            bases.sort_by(|one, other| other.total_cmp(one));
            bases.dedup_by(|next, kept| (*kept - *next).abs() < 3.0);
            lines.push(bases);
            for run in &page.runs {
                let mut whole: Vec<&str> = run.text.split([' ', ',', ';', '(', ')', '\u{201C}', '"']).collect();
                // The last word may be broken.
                whole.pop();
                words.extend(whole.into_iter().map(|word| word.trim_end_matches(['.', ':']).to_lowercase()));
            }
        }
        Self { pages, lines, words }
    }

    pub(super) fn run(&self, (page, run): Place) -> &Run {
        &self.pages[page].runs[run]
    }

    /// Where a stretch stands, as people count.
    pub(super) fn at(&self, place: Place) -> At {
        let base = self.run(place).base;
        let line = self.lines[place.0].partition_point(|line| *line > base + 3.0) + 1;
        At { page: u32::try_from(place.0 + 1).ok(), line: u32::try_from(line).ok() }
    }

    /// The text of stretches in the order they are read.
    pub(super) fn pieces(&self, places: &[(Place, bool)]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut before: Option<Place> = None;
        for (place, aside) in places {
            let run = self.run(*place);
            let mut text = run.text.clone();
            if let (Some(last), Some(piece)) = (before, pieces.last_mut()) {
                let spaced = piece.text.ends_with(' ') || text.starts_with(' ');
                match self.between(last, *place) {
                    Between::Nothing => {}
                    Between::Space if spaced => {}
                    Between::Space => text.insert(0, ' '),
                    Between::Break => self.join(&mut piece.text, &mut text),
                }
            }
            before = Some(*place);
            pieces.push(Piece {
                text,
                counts: run.hidden.is_none(),
                bold: run.bold,
                aside: *aside,
                remark: run.hidden.map(Remark::Hidden),
                at: Some(self.at(*place)),
            });
        }
        pieces
    }

    fn between(&self, last: Place, next: Place) -> Between {
        let (one, other) = (self.run(last), self.run(next));
        let size = one.size.max(other.size);
        if last.0 != next.0 || (one.base - other.base).abs() > size * 0.5 {
            return Between::Break;
        }
        let gap = other.left - one.right;
        if gap > size * 0.16 || gap < -size { Between::Space } else { Between::Nothing }
    }

    /// Joins the end of a line and the beginning of the next one.
    fn join(&self, end: &mut String, start: &mut String) {
        let begun = end.trim_end();
        let goes_on = start.starts_with(char::is_lowercase);
        if goes_on && begun.ends_with('\u{AD}') {
            end.truncate(begun.len() - '\u{AD}'.len_utf8());
            return;
        }
        if let Some(bare) = begun.strip_suffix(['-', '\u{2010}']).filter(|_| goes_on) {
            let left = bare.rsplit([' ', '(', '"', '\u{201C}']).next().unwrap_or_default().to_lowercase();
            let right: String = start.chars().take_while(|letter| letter.is_alphabetic()).collect();
            let (whole, joined) = (format!("{left}{right}"), format!("{left}-{right}"));
            let (bare, begun) = (bare.len(), begun.len());
            // A hyphen of the word itself stays: it stands so elsewhere, or after a word that is always followed by one.
            let keeps = self.words.contains(&joined) && !self.words.contains(&whole)
                || left.contains('-')
                || ["non", "self", "third", "well", "long", "short", "half", "cross", "ex"].contains(&left.as_str())
                    && !self.words.contains(&whole);
            end.truncate(if keeps { begun } else { bare });
            return;
        }
        if !end.ends_with(' ') && !start.starts_with(' ') && !end.ends_with('/') {
            start.insert(0, ' ');
        }
    }
}

enum Between {
    Nothing,
    Space,
    Break,
}
