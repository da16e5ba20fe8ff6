//! Words of a paragraph as boxes, spaces and places where a line may break.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::font::{Face, Figures, Shaper};
use super::sheet::Size;
use super::structure::{NodeId, Structure};
use crate::document::block::Inline;
use crate::source::Span;

/// How a stretch of text looks and what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) face: Face,
    pub(super) figures: Figures,
    /// The paragraph, or the link within it.
    pub(super) node: NodeId,
    /// A word for machines: never hyphenated.
    pub(super) code: bool,
}

/// A part of a paragraph; ranges are bytes of its text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    /// Letters that stay together.
    Letters { text: Range<usize>, look: Look, width: f64 },
    /// A space, where the line may break.
    Space { look: Look, width: f64 },
    /// A place where the line may break within a word.
    Break { hyphen: Option<Look>, width: f64, cost: f64 },
    /// The end of a line.
    Forced,
}

/// The text of a paragraph with its items.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) items: Vec<Item>,
}

/// What a break costs beside the looseness of the line.
mod cost {
    /// After a hyphen or a slash that stands in the text.
    pub(super) const WITHIN: f64 = 30.0;
    /// At a hyphen of ours.
    pub(super) const HYPHEN: f64 = 60.0;
    /// Anywhere in a word that no line can hold.
    pub(super) const EMERGENCY: f64 = 3000.0;
}

/// Which words may be divided, by the patterns of which language.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hyphens<'a> {
    /// None but those that no line can hold.
    Rarely(&'a str),
    /// All long enough.
    Freely(&'a str),
}

/// How a paragraph is made.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) size: Size,
    pub(super) hyphens: Hyphens<'a>,
    /// No piece may be wider than this.
    pub(super) measure: f64,
    pub(super) source: Option<Span>,
}

/// Text in one look after another.
struct Runs<'a> {
    text: String,
    /// Where each look ends.
    looks: Vec<(usize, Look)>,
    structure: &'a mut Structure,
}

impl Runs<'_> {
    fn push(&mut self, words: &str, look: Look) {
        self.text.push_str(words);
        if let Some(last) = self.looks.last_mut()
            && last.1 == look
        {
            last.0 = self.text.len();
        } else {
            self.looks.push((self.text.len(), look));
        }
    }

    fn gather(&mut self, inlines: &[Inline], look: Look) {
        for inline in inlines {
            match inline {
                // A line break in the source is a space; only `Break` ends a line.
                Inline::Text(words) => self.push(&one_line(words), look),
                Inline::Code(words) => self.push(&one_line(words), Look { code: true, ..look }),
                Inline::Emphasis(inner) => self.gather(inner, Look { face: look.face.stressed(), ..look }),
                Inline::Strong(inner) => self.gather(inner, Look { face: look.face.strong(), ..look }),
                Inline::Reference { target, text } => {
                    let node = self.structure.reference(look.node, target);
                    self.push(&together(&one_line(text)), Look { node, ..look });
                }
                Inline::Link { url, text } => {
                    let node = self.structure.link(look.node, url);
                    self.gather(text, Look { node, ..look });
                }
                Inline::Break => self.push("\n", look),
            }
        }
    }
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\r', '\t', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'], " ")
}

/// Keeps `clause 4.2` on one line: its last space does not break.
fn together(words: &str) -> String {
    match words.rsplit_once(' ') {
        Some((before, number)) if number.chars().count() <= 8 => format!("{before}\u{A0}{number}"),
        _ => words.to_owned(),
    }
}

/// Makes the items of a paragraph.
pub(super) fn paragraph(
    inlines: &[Inline],
    look: Look,
    setting: Setting,
    structure: &mut Structure,
    shaper: &mut Shaper,
) -> Paragraph {
    let mut runs = Runs { text: String::new(), looks: Vec::new(), structure };
    runs.gather(inlines, look);
    let Runs { text, looks, .. } = runs;
    if text.is_empty() {
        return Paragraph::default();
    }
    let mut maker = Maker { text: &text, items: Vec::new(), setting, shaper };
    let mut at = 0;
    let mut look_at = 0;
    for (end, opportunity) in linebreaks(&text) {
        let segment = &text[at..end];
        let core = at + segment.trim_end_matches([' ', '\n']).len();
        while at < core {
            while looks[look_at].0 <= at {
                look_at += 1;
            }
            let (look_end, look) = looks[look_at];
            let stop = look_end.min(core);
            maker.word(at..stop, look);
            at = stop;
        }
        let space = core < end;
        while look_at + 1 < looks.len() && looks[look_at].0 <= core {
            look_at += 1;
        }
        let look = looks[look_at].1;
        at = end;
        if end == text.len() {
            break;
        }
        match (opportunity, space) {
            (BreakOpportunity::Mandatory, _) => maker.items.push(Item::Forced),
            (BreakOpportunity::Allowed, true) => maker.space(look),
            (BreakOpportunity::Allowed, false) => {
                maker.items.push(Item::Break { hyphen: None, width: 0.0, cost: cost::WITHIN });
            }
        }
    }
    let items = maker.items;
    shaper.note_missing(&text, setting.source);
    Paragraph { text, items }
}

struct Maker<'a> {
    text: &'a str,
    items: Vec<Item>,
    setting: Setting<'a>,
    shaper: &'a mut Shaper,
}

impl Maker<'_> {
    fn space(&mut self, look: Look) {
        if matches!(self.items.last(), None | Some(Item::Forced | Item::Space { .. })) {
            return;
        }
        let width = self.shaper.shape(look.face, look.figures, " ").width_at(self.setting.size.em);
        self.items.push(Item::Space { look, width });
    }

    /// A word in one look, with the places where it may be hyphenated.
    fn word(&mut self, range: Range<usize>, look: Look) {
        let mut from = range.start;
        for (at, character) in self.text[range.clone()].char_indices() {
            // Controls of the line break that are themselves not printed.
            let hyphen = match character {
                '\u{AD}' => Some(look),
                '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
                _ => continue,
            };
            let at = range.start + at;
            self.solid(from..at, look);
            from = at + character.len_utf8();
            if character == '\u{AD}' {
                self.hyphen(hyphen, look);
            }
        }
        self.solid(from..range.end, look);
    }

    fn hyphen(&mut self, hyphen: Option<Look>, look: Look) {
        let width = self.shaper.shape(look.face, look.figures, "-").width_at(self.setting.size.em);
        self.items.push(Item::Break { hyphen, width, cost: cost::HYPHEN });
    }

    fn solid(&mut self, range: Range<usize>, look: Look) {
        if range.is_empty() {
            return;
        }
        let shaped = self.shaper.shape(look.face, look.figures, &self.text[range.clone()]);
        let scale = self.setting.size.em / 1000.0;
        let width = f64::from(shaped.width) * scale;
        let too_long = width > self.setting.measure;
        let points = match self.setting.hyphens {
            Hyphens::Rarely(language) | Hyphens::Freely(language) if too_long && !look.code => {
                self.syllables(range.clone(), language)
            }
            Hyphens::Freely(language) if !look.code => self.syllables(range.clone(), language),
            _ => Vec::new(),
        };
        if too_long {
            // No line can hold it: it may break anywhere between characters.
            let mut clusters = shaped.glyphs.iter().filter(|glyph| glyph.start < glyph.end).peekable();
            while let Some(glyph) = clusters.next() {
                let text = range.start + glyph.start as usize..range.start + glyph.end as usize;
                let width = f64::from(glyph.advance) * scale;
                let end = text.end;
                self.items.push(Item::Letters { text, look, width });
                if points.binary_search(&end).is_ok() {
                    self.hyphen(Some(look), look);
                } else if clusters.peek().is_some() {
                    self.items.push(Item::Break { hyphen: None, width: 0.0, cost: cost::EMERGENCY });
                }
            }
            return;
        }
        let mut from = range.start;
        let mut pen = 0;
        let mut glyphs = shaped.glyphs.iter().peekable();
        for point in points.into_iter().chain([range.end]) {
            let mut to_point = pen;
            while let Some(glyph) = glyphs.peek()
                && range.start + (glyph.end as usize) <= point
            {
                to_point += glyph.advance;
                glyphs.next();
            }
            let width = f64::from(to_point - pen) * scale;
            pen = to_point;
            self.items.push(Item::Letters { text: from..point, look, width });
            from = point;
            if point < range.end {
                self.hyphen(Some(look), look);
            }
        }
    }

    /// The bytes at which the words in `range` may be divided.
    fn syllables(&self, range: Range<usize>, language: &str) -> Vec<usize> {
        let Some(language) = patterns(language) else { return Vec::new() };
        let mut points = Vec::new();
        let text = &self.text[range.clone()];
        let mut from = 0;
        for part in text.split_inclusive(|character: char| !character.is_alphabetic()) {
            let word = part.trim_end_matches(|character: char| !character.is_alphabetic());
            // An address, a code or an abbreviation is not a word of the language.
            let figures = text.contains(|c: char| c.is_numeric() || matches!(c, '@' | '/' | '.') && !text.ends_with(c));
            let shouted = word.chars().skip(1).any(char::is_uppercase);
            if word.chars().count() >= 6 && word.len() <= LONGEST_DIVIDED && !figures && !shouted {
                let mut at = range.start + from;
                for syllable in hypher::hyphenate_bounded(word, language, 3, 3) {
                    at += syllable.len();
                    if at < range.start + from + word.len() {
                        points.push(at);
                    }
                }
            }
            from += part.len();
        }
        points
    }
}

/// The patterns are applied to words of at most so many bytes, the most that hypher takes.
const LONGEST_DIVIDED: usize = 40;

/// The hyphenation patterns of a language, if we have them.
fn patterns(language: &str) -> Option<hypher::Lang> {
    match language.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "en" => Some(hypher::Lang::English),
        "de" => Some(hypher::Lang::German),
        _ => None,
    }
}
