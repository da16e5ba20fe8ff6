//! The embedded fonts, and words shaped into glyphs of them.

use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{Direction, Feature, Language, Script, ShapePlan, UnicodeBuffer};

use super::error::{Error, MissingGlyph};
use crate::source::Span;

/// One of the embedded faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Regular,
    Italic,
    Semibold,
    SemiboldItalic,
}

impl Face {
    pub(super) const ALL: [Self; 4] = [Self::Regular, Self::Italic, Self::Semibold, Self::SemiboldItalic];

    /// The font file, unmodified.
    pub(super) fn data(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/source-serif-4/SourceSerif4-Regular.otf"),
            Self::Italic => include_bytes!("../../fonts/source-serif-4/SourceSerif4-It.otf"),
            Self::Semibold => include_bytes!("../../fonts/source-serif-4/SourceSerif4-Semibold.otf"),
            Self::SemiboldItalic => include_bytes!("../../fonts/source-serif-4/SourceSerif4-SemiboldIt.otf"),
        }
    }

    /// The `PostScript` name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSerif4-Regular",
            Self::Italic => "SourceSerif4-It",
            Self::Semibold => "SourceSerif4-Semibold",
            Self::SemiboldItalic => "SourceSerif4-SemiboldIt",
        }
    }

    /// The weight as the OS/2 table counts it.
    pub(super) fn weight(self) -> u16 {
        match self {
            Self::Regular | Self::Italic => 400,
            Self::Semibold | Self::SemiboldItalic => 600,
        }
    }

    pub(super) fn strong(self) -> Self {
        match self {
            Self::Regular | Self::Semibold => Self::Semibold,
            Self::Italic | Self::SemiboldItalic => Self::SemiboldItalic,
        }
    }

    /// Stressed within its surroundings: italic in roman text, roman in italic text.
    pub(super) fn stressed(self) -> Self {
        match self {
            Self::Regular => Self::Italic,
            Self::Italic => Self::Regular,
            Self::Semibold => Self::SemiboldItalic,
            Self::SemiboldItalic => Self::Semibold,
        }
    }
}

/// Whether figures are as wide as each needs, or all of one width so that they line up in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Figures {
    Proportional,
    Tabular,
}

/// One glyph; lengths in thousandths of the size (the fonts have 1000 units to the em).
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) id: u16,
    /// How far the pen moves.
    pub(super) advance: i32,
    /// How far the pen moves by the font's own table, before kerning.
    pub(super) natural: i32,
    /// How far right of the pen it is drawn.
    pub(super) shift: i32,
    /// Where its characters begin in the shaped text.
    pub(super) start: u32,
    /// Where they end; the same as `start` for a further glyph of the same characters.
    pub(super) end: u32,
}

/// A shaped piece of text.
#[derive(Debug)]
pub(super) struct Shaped {
    pub(super) text: Box<str>,
    pub(super) glyphs: Vec<Glyph>,
    /// The sum of the advances.
    pub(super) width: i32,
}

impl Shaped {
    /// The width in points at a size.
    pub(super) fn width_at(&self, size: f64) -> f64 {
        f64::from(self.width) * size / 1000.0
    }
}

type Words = HashMap<Box<str>, Rc<Shaped>>;

/// Shapes words, each once, and remembers the characters that have no glyph.
pub(super) struct Shaper {
    faces: Vec<rustybuzz::Face<'static>>,
    /// By face and figures. Only ever looked up in, so its order reaches no output.
    words: Vec<Words>,
    plans: Vec<(usize, Option<Script>, ShapePlan)>,
    language: Option<Language>,
    spare: Option<UnicodeBuffer>,
    /// Characters found missing since they were last asked for.
    fresh: Vec<char>,
    missing: Vec<MissingGlyph>,
}

/// More characters than these are not listed.
const MOST_MISSING: usize = 20;

impl Shaper {
    /// A shaper for a document in `language`, a BCP 47 tag.
    pub(super) fn new(language: &str) -> Result<Self, Error> {
        let faces = Face::ALL
            .iter()
            .map(|face| {
                rustybuzz::Face::from_slice(face.data(), 0)
                    .ok_or_else(|| Error::File(format!("the font {} cannot be read", face.name())))
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            faces,
            words: (0..Face::ALL.len() * 2).map(|_| Words::new()).collect(),
            plans: Vec::new(),
            language: Language::from_str(language).ok(),
            spare: None,
            fresh: Vec::new(),
            missing: Vec::new(),
        })
    }

    /// Shapes `text`, or gives what was shaped before.
    pub(super) fn shape(&mut self, face: Face, figures: Figures, text: &str) -> Rc<Shaped> {
        let slot = face as usize * 2 + figures as usize;
        if let Some(shaped) = self.words[slot].get(text) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shape_anew(face, figures, text));
        self.words[slot].insert(text.into(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, face: Face, figures: Figures, text: &str) -> Shaped {
        // The shaper would swallow these without a word.
        self.fresh.extend(text.chars().filter(|character| is_invisible(*character)));
        let mut buffer = self.spare.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        if let Some(language) = &self.language {
            buffer.set_language(language.clone());
        }
        buffer.guess_segment_properties();
        let script = Some(buffer.script());
        let slot = face as usize * 2 + figures as usize;
        let font = &self.faces[face as usize];
        let known = self.plans.iter().position(|(at, of, _)| *at == slot && *of == script);
        let plan = known.unwrap_or_else(|| {
            let proportional = u32::from(figures == Figures::Proportional);
            let features = [Feature::new(Tag::from_bytes(b"pnum"), proportional, ..)];
            let language = self.language.as_ref();
            self.plans.push((slot, script, ShapePlan::new(font, Direction::LeftToRight, script, language, &features)));
            self.plans.len() - 1
        });
        let output = rustybuzz::shape_with_plan(font, &self.plans[plan].2, buffer);
        let infos = output.glyph_infos();
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut width = 0;
        for (at, (info, position)) in infos.iter().zip(output.glyph_positions()).enumerate() {
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let begins = at == 0 || infos[at - 1].cluster != info.cluster;
            let end = infos[at..].iter().map(|next| next.cluster).find(|next| *next != info.cluster);
            let end = end.unwrap_or(u32::try_from(text.len()).unwrap_or(u32::MAX));
            if id == 0
                && let Some(character) = text.get(info.cluster as usize..).and_then(|rest| rest.chars().next())
            {
                self.fresh.push(character);
            }
            width += position.x_advance;
            glyphs.push(Glyph {
                id,
                advance: position.x_advance,
                natural: i32::from(font.glyph_hor_advance(GlyphId(id)).unwrap_or(0)),
                shift: position.x_offset,
                start: if begins { info.cluster } else { end },
                end,
            });
        }
        self.spare = Some(output.clear());
        Shaped { text: text.into(), glyphs, width }
    }

    /// Notes the characters of `text` found missing while it was shaped, with the text around them.
    pub(super) fn note_missing(&mut self, text: &str, source: Option<Span>) {
        for character in std::mem::take(&mut self.fresh) {
            let known = self.missing.iter().any(|missing| missing.character == character);
            if known || self.missing.len() >= MOST_MISSING {
                continue;
            }
            self.missing.push(MissingGlyph { character, around: around(text, character), source });
        }
    }

    /// Refuses if any character had no glyph.
    pub(super) fn check(&mut self) -> Result<(), Error> {
        self.note_missing("", None);
        if self.missing.is_empty() { Ok(()) } else { Err(Error::MissingGlyphs(std::mem::take(&mut self.missing))) }
    }
}

/// Characters that show nothing themselves, and may turn text round or hide it.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Some words of `text` on both sides of the first `character`.
fn around(text: &str, character: char) -> String {
    const REACH: usize = 24;
    let Some(at) = text.find(character) else { return text.chars().take(2 * REACH).collect() };
    let before = text[..at].char_indices().rev().nth(REACH).map_or(0, |(from, _)| from);
    let after = text[at..].char_indices().nth(REACH).map_or(text.len(), |(to, _)| at + to);
    let mut words = String::new();
    if before > 0 {
        words.push('…');
    }
    words.extend(text[before..after].chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
    if after < text.len() {
        words.push('…');
    }
    words
}
