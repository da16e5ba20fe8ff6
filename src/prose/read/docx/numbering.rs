//! The numbers that Word prints before paragraphs, counted as Word counts them (ECMA-376 part 1, 17.9).

use std::collections::BTreeMap;
use std::io::BufRead;

use super::super::Unreadable;
use super::super::xml::{self, Node};

/// Lists have nine levels.
const LEVELS: usize = 9;

/// The lists of a file, with how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: BTreeMap<String, Vec<Level>>,
    lists: BTreeMap<String, List>,
    /// By kind: what the last paragraph of each level was counted as, and was called.
    counts: BTreeMap<String, Counted>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    style: Option<String>,
    decimal_only: bool,
}

#[derive(Debug, Clone, Default)]
struct List {
    kind: String,
    starts: BTreeMap<usize, u32>,
}

#[derive(Debug, Clone, Default)]
struct Counted {
    values: [Option<u32>; LEVELS],
    paths: Vec<String>,
    restarted: Vec<(String, usize)>,
}

/// What is printed before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As it is printed: `4.2`, `(a)`, a bullet.
    pub(super) printed: String,
    /// The whole number, as another clause refers to it: `4.2(a)`; none for a bullet.
    pub(super) path: Option<String>,
    /// The level of the list, from 0.
    pub(super) level: usize,
}

impl Numbering {
    pub(super) fn read(part: impl BufRead) -> Result<Self, Unreadable> {
        let mut numbering = Self::default();
        let (mut kind, mut list, mut level) = (None::<String>, None::<String>, None::<usize>);
        let mut open: Vec<String> = Vec::new();
        xml::read(part, |node| {
            match node {
                Node::Open(element) => {
                    let value = || element.attribute("val");
                    match element.name() {
                        "abstractNum" => {
                            kind = element.attribute("abstractNumId");
                            let levels = vec![Level { start: 1, ..Level::default() }; LEVELS];
                            numbering.kinds.insert(kind.clone().unwrap_or_default(), levels);
                        }
                        "num" => {
                            list = element.attribute("numId");
                            numbering.lists.insert(list.clone().unwrap_or_default(), List::default());
                        }
                        "abstractNumId" => {
                            if let (Some(list), Some(kind)) = (list.as_ref(), value()) {
                                numbering.lists.entry(list.clone()).or_default().kind = kind;
                            }
                        }
                        "lvl" | "lvlOverride" => {
                            level = element.attribute("ilvl").and_then(|level| level.parse().ok());
                        }
                        "startOverride" => {
                            if let (Some(list), Some(level), Some(start)) =
                                (list.as_ref(), level, value().and_then(|start| start.parse().ok()))
                            {
                                numbering.lists.entry(list.clone()).or_default().starts.insert(level, start);
                            }
                        }
                        name => {
                            let of = kind.as_ref().filter(|_| list.is_none());
                            let levels = of.and_then(|kind| numbering.kinds.get_mut(kind));
                            if let Some(level) = levels.and_then(|levels| levels.get_mut(level?)) {
                                match name {
                                    "start" => level.start = value().and_then(|start| start.parse().ok()).unwrap_or(1),
                                    "numFmt" => level.format = value().unwrap_or_default(),
                                    "lvlText" => level.text = value().unwrap_or_default(),
                                    "pStyle" => level.style = value(),
                                    "isLgl" => level.decimal_only = element.is_on(),
                                    _ => {}
                                }
                            }
                        }
                    }
                    open.push(element.name().to_owned());
                }
                Node::Close => match open.pop().as_deref() {
                    Some("abstractNum") => kind = None,
                    Some("num") => list = None,
                    Some("lvl" | "lvlOverride") => level = None,
                    _ => {}
                },
                Node::Words(_) => {}
            }
            Ok(())
        })?;
        Ok(numbering)
    }

    /// The level of a list that a paragraph style stands for.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.kinds.get(&self.lists.get(list)?.kind)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts a paragraph of a list; none where the list is unknown or shows nothing.
    pub(super) fn count(&mut self, list: &str, level: usize) -> Option<Label> {
        let level = level.min(LEVELS - 1);
        let id = list;
        let list = self.lists.get(list)?;
        let levels = self.kinds.get(&list.kind)?;
        let counted = self.counts.entry(list.kind.clone()).or_default();
        let key = (id.to_owned(), level);
        let value = match list.starts.get(&level).filter(|_| !counted.restarted.contains(&key)) {
            Some(start) => {
                counted.restarted.push(key);
                *start
            }
            None => counted.values[level].map_or(levels[level].start, |value| value.saturating_add(1)),
        };
        counted.values[level] = Some(value);
        counted.values[level + 1..].fill(None);
        let of = &levels[level];
        if of.format == "bullet" {
            return Some(Label { printed: "\u{2022}".to_owned(), path: None, level });
        }
        let (mut printed, mut above) = (String::new(), false);
        let mut letters = of.text.chars();
        while let Some(letter) = letters.next() {
            let digit = letters.clone().next().and_then(|digit| digit.to_digit(10)).filter(|_| letter == '%');
            let Some(number) = digit.and_then(|digit| (digit as usize).checked_sub(1)).filter(|at| *at < LEVELS) else {
                printed.push(letter);
                continue;
            };
            letters.next();
            above |= number < level;
            let format = if of.decimal_only { "decimal" } else { levels[number].format.as_str() };
            printed += &written(counted.values[number].unwrap_or(levels[number].start), format);
        }
        let bare = printed.trim().trim_end_matches(['.', ':']).to_owned();
        if bare.is_empty() {
            return None;
        }
        let higher = &counted.paths[..counted.paths.len().min(level)];
        let parent = higher.iter().rev().find(|path| !path.is_empty()).filter(|_| !above);
        let path = match parent {
            Some(parent) if bare.starts_with('(') => format!("{parent}{bare}"),
            Some(parent) => format!("{parent}({})", bare.trim_end_matches(')')),
            _ => bare,
        };
        counted.paths.truncate(level);
        counted.paths.resize(level, String::new());
        counted.paths.push(path.clone());
        Some(Label { printed: printed.trim().to_owned(), path: Some(path), level })
    }
}

/// A number in one of Word's formats.
fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// a … z, aa, bb …, as Word goes on.
fn letters(number: u32) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (index / 26 + 1).min(8) as usize).collect()
}

fn roman(number: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(5000);
    let mut out = String::new();
    for (value, digits) in DIGITS {
        while left >= value {
            out += digits;
            left -= value;
        }
    }
    out
}
