//! Items of one line as runs of glyphs with their places.

use std::rc::Rc;

use super::fit::{self, Measure};
use super::font::{Shaped, Shaper};
use super::sheet::Size;
use super::structure::Structure;
use super::text::{self, Hyphens, Item, Look, Paragraph, Setting};
use crate::document::block::Inline;

/// A shaped piece and the extra room after it, in points.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) shaped: Rc<Shaped>,
    pub(super) extra: f64,
    /// Whether it is a hyphen of ours, which copied text does not have.
    pub(super) hyphen: bool,
}

/// Pieces of one look, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// From the left edge of the line.
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) em: f64,
    pub(super) look: Look,
    pub(super) pieces: Vec<Piece>,
}

/// One line of text.
#[derive(Debug, Clone, Default)]
pub(super) struct SetLine {
    pub(super) runs: Vec<Run>,
    pub(super) width: f64,
}

/// The most that a space may grow, in ems, before a line is left ragged instead.
const WIDEST: f64 = 0.9;
/// How much of a hyphen, full stop or comma stands out of the right edge, as printers hang them.
const HANGING: f64 = 0.5;

/// Breaks a paragraph and sets its lines.
pub(super) fn set(paragraph: &Paragraph, measure: Measure, size: Size, shaper: &mut Shaper) -> Vec<SetLine> {
    let lines = fit::lines(&paragraph.items, measure);
    let mut set = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let width = if at == 0 { measure.first } else { measure.rest };
        let mut setter = Setter { size, shaper, words: String::new(), look: None, runs: Vec::new(), spaces: 0 };
        for item in &paragraph.items[line.start..line.end] {
            setter.item(item, &paragraph.text);
        }
        setter.flush();
        if !line.last
            && let Some(Item::Break { hyphen: Some(look), .. }) = paragraph.items.get(line.end)
        {
            setter.piece(*look, "-", true);
        }
        let fill = match (measure.justified, line.last) {
            (false, _) => Fill::Natural,
            (true, true) => Fill::Ragged,
            (true, false) => Fill::Justified,
        };
        set.push(setter.finish(width, fill));
    }
    set
}

/// Words on one line, however long it gets.
pub(super) fn single(words: &str, look: Look, size: Size, structure: &mut Structure, shaper: &mut Shaper) -> Run {
    let source = structure.node(look.node).source;
    let setting = Setting { size, hyphens: Hyphens::Rarely(""), measure: f64::INFINITY, source };
    let paragraph = text::paragraph(&[Inline::Text(words.to_owned())], look, setting, structure, shaper);
    let mut setter = Setter { size, shaper, words: String::new(), look: None, runs: Vec::new(), spaces: 0 };
    for item in &paragraph.items {
        setter.item(item, &paragraph.text);
    }
    setter.flush();
    let line = setter.finish(0.0, Fill::Natural);
    let empty = Run { x: 0.0, width: 0.0, em: size.em, look, pieces: Vec::new() };
    line.runs.into_iter().next().unwrap_or(empty)
}

/// How a line fills its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// Its spaces keep their widths.
    Natural,
    /// Its spaces shrink where it is too long.
    Ragged,
    /// It ends at the right edge.
    Justified,
}

struct Setter<'a> {
    size: Size,
    shaper: &'a mut Shaper,
    words: String,
    look: Option<Look>,
    runs: Vec<Run>,
    spaces: usize,
}

impl Setter<'_> {
    fn item(&mut self, item: &Item, text: &str) {
        match item {
            Item::Letters { text: range, look, .. } => {
                if self.look != Some(*look) {
                    self.flush();
                    self.look = Some(*look);
                }
                self.words.push_str(&text[range.clone()]);
            }
            Item::Space { look, .. } => {
                self.flush();
                self.spaces += 1;
                self.piece(*look, " ", false);
            }
            Item::Break { .. } | Item::Forced => {}
        }
    }

    fn flush(&mut self) {
        if let Some(look) = self.look.take() {
            let words = std::mem::take(&mut self.words);
            self.piece(look, &words, false);
        }
    }

    fn piece(&mut self, look: Look, words: &str, hyphen: bool) {
        let shaped = self.shaper.shape(look.face, look.figures, words);
        let piece = Piece { shaped, extra: 0.0, hyphen };
        match self.runs.last_mut() {
            Some(run) if run.look == look => run.pieces.push(piece),
            _ => self.runs.push(Run { x: 0.0, width: 0.0, em: self.size.em, look, pieces: vec![piece] }),
        }
    }

    /// Gives the spaces their widths and the runs their places.
    fn finish(mut self, measure: f64, fill: Fill) -> SetLine {
        let em = self.size.em;
        let natural: f64 = self.runs.iter().flat_map(|run| &run.pieces).map(|piece| piece.shaped.width_at(em)).sum();
        let spare = measure + self.hanging() - natural;
        let mut extra = 0.0;
        if self.spaces > 0 && (fill == Fill::Justified || (fill == Fill::Ragged && spare < 0.0)) {
            extra = spare / self.spaces as f64;
            let shrunk = -fit::SHRINK * 1.3 * em * 0.25;
            extra = if extra > WIDEST * em { 0.0 } else { extra.max(shrunk) };
        }
        let mut x = 0.0;
        for run in &mut self.runs {
            run.x = x;
            for piece in &mut run.pieces {
                if &*piece.shaped.text == " " {
                    piece.extra = extra;
                }
                x += piece.shaped.width_at(em) + piece.extra;
            }
            run.width = x - run.x;
        }
        SetLine { runs: self.runs, width: x }
    }

    fn hanging(&self) -> f64 {
        let last = self.runs.last().and_then(|run| run.pieces.last());
        let Some(shaped) = last.map(|piece| &piece.shaped) else { return 0.0 };
        if shaped.text.ends_with(['-', '.', ',', '\u{2019}', '\u{201D}']) {
            let glyph = shaped.glyphs.last().map_or(0, |glyph| glyph.advance);
            f64::from(glyph) * self.size.em / 1000.0 * HANGING
        } else {
            0.0
        }
    }
}
