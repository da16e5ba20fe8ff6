//! The styles of a Word file, as far as they decide what a paragraph is and whether it can be seen.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::super::Unreadable;
use super::super::xml::{self, Element, Node};

/// Styles that are based on styles that are based on styles …: Word allows nine.
const DEEPEST: usize = 16;

/// The styles of a file, by their identity.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    look: Look,
}

/// How words look; each is none where it is not said.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) vanishes: Option<bool>,
    pub(super) white: Option<bool>,
    pub(super) tiny: Option<bool>,
    pub(super) shaded: Option<bool>,
    pub(super) bold: Option<bool>,
}

impl Look {
    /// Reads a property of a run.
    pub(super) fn set(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val").unwrap_or_default();
        match element.name() {
            "vanish" | "specVanish" => self.vanishes = Some(element.is_on()),
            "b" => self.bold = Some(element.is_on()),
            "color" => self.white = Some(is_white(&value())),
            // Half points: nobody reads letters of a point and a half.
            "sz" => self.tiny = value().parse::<u32>().ok().map(|size| size <= 3),
            "highlight" => self.shaded = Some(!matches!(value().as_str(), "none" | "white")),
            "shd" => self.shaded = Some(shades(element)),
            _ => {}
        }
    }

    /// What it says, and else what another says.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            vanishes: self.vanishes.or(other.vanishes),
            white: self.white.or(other.white),
            tiny: self.tiny.or(other.tiny),
            shaded: self.shaded.or(other.shaded),
            bold: self.bold.or(other.bold),
        }
    }

    /// How words of this look are hidden; none where they can be seen.
    pub(super) fn hides(self) -> Option<&'static str> {
        match self {
            Self { vanishes: Some(true), .. } => Some("formatted as hidden text"),
            Self { tiny: Some(true), .. } => Some("too small to be seen"),
            Self { white: Some(true), shaded, .. } if shaded != Some(true) => Some("white on white"),
            _ => None,
        }
    }
}

/// Whether a fill is darker than paper.
pub(super) fn shades(element: &Element<'_>) -> bool {
    let fill = element.attribute("fill").unwrap_or_default();
    let pattern = element.attribute("val").unwrap_or_default();
    !matches!(fill.as_str(), "" | "auto") && !is_white(&fill)
        || element.attribute("themeFill").is_some()
        || !matches!(pattern.as_str(), "" | "clear" | "nil")
}

fn is_white(color: &str) -> bool {
    let part = |from: usize| color.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
    color.len() == 6 && [0, 2, 4].into_iter().all(|from| part(from).is_some_and(|value| value >= 0xF8))
}

impl Styles {
    pub(super) fn read(part: impl BufRead) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let mut current: Option<String> = None;
        let mut open: Vec<String> = Vec::new();
        xml::read(part, |node| {
            match node {
                Node::Open(element) => {
                    if element.name() == "style" {
                        current = element.attribute("styleId");
                        styles.0.insert(current.clone().unwrap_or_default(), Style::default());
                    } else if let Some(style) = current.as_ref().and_then(|id| styles.0.get_mut(id)) {
                        let value = || element.attribute("val");
                        let within = open.last().map_or("", String::as_str);
                        match element.name() {
                            "name" => style.name = value().unwrap_or_default().to_lowercase(),
                            "basedOn" => style.based_on = value(),
                            "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
                            "numId" => style.list = value(),
                            "ilvl" => style.level = value().and_then(|level| level.parse().ok()),
                            // Looks of a table's first row and the like are not those of words.
                            _ if within == "rPr" && open.len() <= 3 => style.look.set(&element),
                            _ => {}
                        }
                    }
                    open.push(element.name().to_owned());
                }
                Node::Close => {
                    if open.pop().as_deref() == Some("style") {
                        current = None;
                    }
                }
                Node::Words(_) => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let first = self.0.get(id).map(|style| (id, style));
        std::iter::successors(first, |(_, style)| {
            let base = style.based_on.as_deref()?;
            self.0.get(base).map(|style| (base, style))
        })
        .take(DEEPEST)
    }

    /// How deep a heading of this style is, from 1; none where it is none.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|(_, style)| match style.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => match style.name.strip_prefix("heading ") {
                Some(level) => level.parse().ok(),
                None => (style.name == "title" || style.name == "subtitle").then_some(1),
            },
        })
    }

    /// Whether paragraphs of this style repeat what stands elsewhere: a table of contents, a page's head or foot.
    pub(super) fn repeats(&self, id: &str) -> bool {
        self.chain(id).any(|(_, style)| {
            ["toc ", "contents ", "header", "footer", "index "].iter().any(|name| style.name.starts_with(name))
        })
    }

    /// Whether it is the style of a table's head.
    pub(super) fn heads_table(&self, id: &str) -> bool {
        self.chain(id).any(|(_, style)| style.name == "table heading")
    }

    /// Whether it is a style of quotations, or of code.
    pub(super) fn quotes(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|(_, style)| match style.name.as_str() {
            "quote" | "intense quote" | "quotations" | "block text" => Some(true),
            "preformatted text" | "html preformatted" | "source code" | "macro" => Some(false),
            _ => None,
        })
    }

    /// Whether words of this style are code within a sentence.
    pub(super) fn is_code(&self, id: &str) -> bool {
        let is_code = |style: &Style| {
            ["source text", "html code", "html typewriter", "verbatim char", "teletype"].contains(&style.name.as_str())
        };
        self.chain(id).any(|(_, style)| is_code(style))
    }

    /// The list that a style belongs to, with the style that says so and the level it names.
    pub(super) fn list<'s>(&'s self, id: &'s str) -> Option<(&'s str, &'s str, Option<usize>)> {
        self.chain(id).find_map(|(id, style)| Some((style.list.as_deref()?, id, style.level)))
    }

    /// How words of a style look.
    pub(super) fn look(&self, id: &str) -> Look {
        self.chain(id).fold(Look::default(), |look, (_, style)| look.or(style.look))
    }
}
