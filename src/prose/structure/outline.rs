//! The numbers of sections, clauses and points, as they are written, and where a reference can lead.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::prose::document::{Block, BlockKind, Document};

/// What names a part that is bound to the document.
pub(in crate::prose) const ANNEXES: [&str; 6] = ["annex", "appendix", "schedule", "exhibit", "attachment", "anlage"];
/// What names a part of the text.
pub(in crate::prose) const SECTIONS: [&str; 6] = ["section", "article", "clause", "paragraph", "part", "ziffer"];

/// What a reference to a letter near by begins with.
pub(in crate::prose) const TO_LETTER: [&str; 8] =
    ["subpart", "subparagraph", "sub-paragraph", "subsection", "paragraph", "item", "point", "clause"];

/// A number before words: `2.1`, `(b)`, `Section 4`, `Annex C`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::prose) struct Label {
    /// Its parts in small letters: `2`, `1`.
    pub(in crate::prose) parts: Vec<String>,
    /// The word before it, in small letters, where there is one.
    pub(in crate::prose) keyword: Option<String>,
    /// Where it stands in the block's text; empty where the list shows it.
    pub(in crate::prose) range: Range<usize>,
}

/// A block with its number.
#[derive(Debug)]
pub(in crate::prose) struct Numbered {
    /// The block.
    pub(in crate::prose) at: usize,
    pub(in crate::prose) label: Label,
    /// The parts of all numbers that lead to it.
    pub(in crate::prose) path: Vec<String>,
    /// Counts the annexes and lists before it: numbers are compared within one.
    pub(in crate::prose) realm: usize,
}

/// The numbers of a document.
#[derive(Debug, Default)]
pub(in crate::prose) struct Outline {
    pub(in crate::prose) numbered: Vec<Numbered>,
    /// All that a reference can lead to.
    paths: BTreeSet<Vec<String>>,
    /// The letters and numbers that stand at a point, with the first part of the section that they stand in.
    letters: BTreeSet<(Option<String>, String)>,
    /// Annexes by their name, such as `annex c`.
    pub(in crate::prose) annexes: BTreeSet<String>,
    /// By block, the numbers that lead to it.
    section: Vec<Vec<String>>,
}

impl Outline {
    pub(in crate::prose) fn of(document: &Document) -> Self {
        let mut outline = Self::default();
        // What was last numbered: the section, with its heading's level, and the point of each list.
        let mut section: (Vec<String>, usize) = (Vec::new(), 0);
        let mut points: Vec<Vec<String>> = Vec::new();
        let (mut annex, mut list, mut next_list) = (0_usize, 0_usize, 0_usize);
        // Whether a heading without a number, above those that have one, began a part since the last number.
        let mut parted = false;
        for (at, block) in document.blocks.iter().enumerate() {
            if block.kind == BlockKind::Heading || block.kind == BlockKind::Paragraph {
                outline.declare_annexes(block);
            }
            if matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph) {
                list = 0;
            }
            let label = label(block);
            let mut path = points.last().unwrap_or(&section.0).clone();
            if block.kind == BlockKind::Heading && label.is_none() {
                parted |= block.level < section.1;
            }
            if let Some(label) = label {
                // A part may number its sections anew.
                if parted && block.kind == BlockKind::Heading {
                    annex += usize::from(label.parts == ["1"]);
                    parted = false;
                }
                let keyword = label.keyword.as_deref();
                let in_list = block.kind == BlockKind::Item && block.marker.is_some();
                if keyword.is_some_and(|word| ANNEXES.contains(&word)) {
                    annex += 1;
                    section = (Vec::new(), block.level);
                    points.clear();
                    path = Vec::new();
                } else if is_number(&label.parts[0]) && (label.parts.len() > 1 || block.kind == BlockKind::Heading) {
                    let below = block.kind == BlockKind::Heading
                        && label.parts.len() == 1
                        && block.level > section.1
                        && section.1 > 0
                        && keyword.is_none();
                    path.clone_from(&label.parts);
                    if below {
                        outline.declare(&[section.0.as_slice(), label.parts.as_slice()].concat());
                    } else if block.kind == BlockKind::Heading || label.parts.len() > 1 {
                        let level = if block.kind == BlockKind::Heading { block.level } else { section.1 };
                        section = (path.clone(), level);
                    }
                    points.clear();
                } else if in_list {
                    points.truncate(block.level - 1);
                    let base = points.last().unwrap_or(&section.0);
                    path = [base.as_slice(), label.parts.as_slice()].concat();
                    outline.declare(&label.parts);
                    points.push(path.clone());
                } else if is_number(&label.parts[0]) {
                    // A clause of a plain text: `3. The Host …`.
                    path = [section.0.as_slice(), label.parts.as_slice()].concat();
                    outline.declare(&label.parts);
                    points = vec![path.clone()];
                } else {
                    // Letters below a clause; small Roman numbers below letters.
                    path.clone_from(points.last().unwrap_or(&section.0));
                    path.extend(label.parts.iter().cloned());
                }
                outline.declare(&path);
                // Lists count for themselves; numbers of sections go through the text.
                let realm = if in_list && label.parts.len() == 1 {
                    if list == 0 || label.parts[0] == "1" || label.parts[0] == "a" {
                        next_list += 1;
                    }
                    list = next_list;
                    1_000_000 + list * 64 + block.level
                } else {
                    annex
                };
                outline.numbered.push(Numbered { at, label, path: path.clone(), realm });
            }
            for marker in inline_markers(&block.text) {
                let mut inner = path.clone();
                inner.push(marker);
                outline.declare(&inner);
            }
            outline.section.push(path);
        }
        outline
    }

    fn declare(&mut self, path: &[String]) {
        if let Some((last, above)) = path.split_last() {
            self.letters.insert((above.first().cloned(), last.clone()));
        }
        self.paths.insert(path.to_vec());
    }

    /// The annexes that a heading, or a short line such as `Annex A`, begins or names.
    fn declare_annexes(&mut self, block: &Block) {
        let lower = block.text.to_lowercase();
        for annex in ANNEXES {
            for (at, _) in lower.match_indices(annex) {
                let rest = lower[at + annex.len()..].trim_start();
                let id: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
                if !id.is_empty() && id.len() <= 4 && (block.kind == BlockKind::Heading || at == 0) {
                    self.annexes.insert(format!("{annex} {id}"));
                }
            }
        }
    }

    /// Whether a reference leads somewhere: the parts are a number, or begin one.
    pub(in crate::prose) fn leads(&self, parts: &[String]) -> bool {
        self.paths.range(parts.to_vec()..).next().is_some_and(|path| path.starts_with(parts))
    }

    /// Whether a letter such as `(a)` stands at a point of the section that a block stands in, or of no section.
    pub(in crate::prose) fn has_letter(&self, letter: &str, at: usize) -> bool {
        let section = self.section.get(at).and_then(|path| path.first()).cloned();
        self.letters.contains(&(section, letter.to_owned())) || self.letters.contains(&(None, letter.to_owned()))
    }
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The letters and numbers in brackets within a text, `(a)`, `(ii)`, `(3)`, that refer to no other place.
fn inline_markers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('(') {
        let inside: String = text[at + 1..].chars().take(5).take_while(|letter| *letter != ')').collect();
        let before = text[..at].trim_end();
        let word = before.rsplit(' ').next().unwrap_or("").to_ascii_lowercase();
        let refers =
            TO_LETTER.contains(&word.as_str()) || before.len() == at && before.ends_with(char::is_alphanumeric);
        if text[at + 1 + inside.len()..].starts_with(')') && is_part(&inside) && !refers {
            found.push(inside.to_lowercase());
        }
    }
    found
}

/// Whether a word is a number, a letter or a small Roman number.
pub(in crate::prose) fn is_part(word: &str) -> bool {
    let roman = |letter: char| "ivxIVX".contains(letter);
    !word.is_empty()
        && (word.len() <= 3 && is_number(word)
            || word.len() == 1 && word.starts_with(|letter: char| letter.is_ascii_alphabetic())
            || word.len() <= 5 && word.chars().all(roman))
}

/// The number that a block begins with.
pub(in crate::prose) fn label(block: &Block) -> Option<Label> {
    if let Some(marker) = &block.marker {
        let parts = parts(marker.trim_matches(['(', ')', '.']));
        return parts.map(|parts| Label { parts, keyword: None, range: 0..0 });
    }
    if !matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::Item) {
        return None;
    }
    let text = &block.text;
    let mut at = text.len() - text.trim_start_matches([' ', '-', '*']).len();
    let mut keyword = None;
    let first = text[at..].split([' ', '.', ':']).next().unwrap_or("").to_lowercase();
    let short = block.kind == BlockKind::Heading || text.len() < 80;
    if short && (ANNEXES.contains(&first.as_str()) || SECTIONS.contains(&first.as_str())) {
        at += first.len();
        keyword = Some(first);
    }
    if let Some(rest) = text[at..].strip_prefix('\u{A7}') {
        at += text[at..].len() - rest.len();
        keyword = Some("section".to_owned());
    }
    at += text[at..].len() - text[at..].trim_start().len();
    let rest = &text[at..];
    let opened = rest.starts_with('(');
    let body = rest.trim_start_matches('(');
    let written: String = body.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect();
    let number = written.trim_end_matches('.');
    let after = &body[number.len()..];
    let closed = after.starts_with([')', '.', ':']);
    let tail = after.trim_start_matches([')', '.', ':']);
    if !(tail.is_empty() || tail.starts_with(' ')) || opened && !after.starts_with(')') {
        return None;
    }
    let parts = parts(number)?;
    let next = tail.trim_start().chars().next();
    let large = next.is_none_or(|letter| letter.is_uppercase() || matches!(letter, '"' | '(' | '['));
    let counts = match (parts.len(), keyword.is_some()) {
        (_, true) => true,
        (1, false) if is_number(&parts[0]) => closed || block.kind == BlockKind::Heading && large,
        // A lone letter is a word: `a fault`, `I agree`.
        (1, false) => opened || closed && (after.starts_with(')') || parts[0].len() == 1 && large),
        // `10.5 10% of the fee is at risk`: a figure may begin a clause.
        (_, false) => {
            large || closed || block.kind == BlockKind::Heading || next.is_some_and(|next| next.is_ascii_digit())
        }
    };
    let start = at;
    let end = at + usize::from(opened) + number.len();
    counts.then_some(Label { parts, keyword, range: start..end })
}

/// The parts of a number: `2.1` is `2`, `1`.
fn parts(number: &str) -> Option<Vec<String>> {
    let parts: Vec<String> = number.split('.').map(str::to_lowercase).collect();
    let fits = parts.iter().all(|part| is_part(part)) && (parts.len() == 1 || is_number(&parts[0]));
    fits.then_some(parts)
}
