//! Numbers for clauses, list items and annexes, and the words of references to them.

use std::collections::BTreeMap;

use super::Problem;
use super::inline::{AS_NUMBER, WITH_TITLE};
use super::read::ORDERED;
use crate::document::block::{Block, BlockKind, Inline, Item, Role, plain};
use crate::document::template::words::Words;

/// Numbers all blocks and resolves all references.
pub(super) fn number(blocks: &mut [Block], words: &Words, problems: &mut Vec<Problem>) {
    let mut numbering = Numbering { words, problems, labels: BTreeMap::new(), clauses: Counter::default(), annexes: 0 };
    let place = Place::Front;
    numbering.blocks(blocks, place);
    let Numbering { labels, problems, .. } = numbering;
    each_run(blocks, &mut |run| resolve(run, &labels, words, problems));
}

/// What surrounds a block decides whether and how it is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first clause: title and parties.
    Front,
    /// In a clause.
    Clause,
    /// In an annex, before its heading.
    Cover,
    /// In an annex.
    Annex,
    /// In an example, a note, the parties or the signatures: nothing has a number.
    Plain,
}

/// How far the numbers of clauses, or of an annex, have come.
#[derive(Debug, Clone, Default)]
struct Counter {
    /// `4`, or `A`.
    heading: String,
    clause: usize,
    paragraph: usize,
    /// The letters that lists under the current paragraph have used.
    items: usize,
}

impl Counter {
    /// The number of the paragraph that lists belong to: `4.2`, or `4` before the first.
    fn current(&self) -> String {
        match self.paragraph {
            0 => self.heading.clone(),
            paragraph => format!("{}.{paragraph}", self.heading),
        }
    }
}

/// What a reference to an anchor prints.
struct Label {
    number: String,
    words: String,
    /// The heading's words, where it is one.
    title: Option<String>,
}

struct Numbering<'w, 'p> {
    words: &'w Words,
    problems: &'p mut Vec<Problem>,
    /// None for anchors of blocks without a number.
    labels: BTreeMap<String, Option<Label>>,
    clauses: Counter,
    annexes: usize,
}

impl Numbering<'_, '_> {
    fn blocks(&mut self, blocks: &mut [Block], mut place: Place) {
        let mut titles = 0;
        for block in blocks {
            let mut label = None;
            match &mut block.kind {
                BlockKind::Title(_) => {
                    titles += 1;
                    if titles > 1 || place != Place::Front {
                        self.problems.push(
                            Problem::new(
                                "template-markdown",
                                "the title (`#`) is not at the top, or not the only one",
                                "\n# ",
                            )
                            .help("a clause's heading begins with `##`"),
                        );
                    }
                }
                BlockKind::Heading { level: 1, number, text } => {
                    place = match place {
                        Place::Front | Place::Clause => Place::Clause,
                        Place::Cover | Place::Annex => Place::Annex,
                        Place::Plain => Place::Plain,
                    };
                    label = self.heading(place).map(|label| Label { title: Some(plain(text)), ..label });
                    *number = label.as_ref().map(|label| match place {
                        Place::Annex => label.words.clone(),
                        _ => label.number.clone(),
                    });
                }
                BlockKind::Paragraph(text) if matches!(place, Place::Clause | Place::Annex) => {
                    self.clauses.paragraph += 1;
                    self.clauses.items = 0;
                    let number = self.clauses.current();
                    label = Some(self.label(place, number.clone()));
                    block.kind = BlockKind::Clause { number, text: std::mem::take(text) };
                }
                BlockKind::List(items) => match place {
                    Place::Clause | Place::Annex => {
                        let before = self.clauses.current();
                        self.lettered(items, self.clauses.items, 0, &before, place);
                        self.clauses.items += items.len();
                    }
                    _ => self.plain(items, 0),
                },
                BlockKind::Group { role, blocks } => self.group(*role, blocks),
                _ => {}
            }
            self.name(block.id.as_ref(), label);
        }
    }

    fn heading(&mut self, place: Place) -> Option<Label> {
        match place {
            Place::Clause => {
                let clause = self.clauses.clause + 1;
                self.clauses = Counter { heading: clause.to_string(), clause, ..Counter::default() };
                Some(self.label(place, clause.to_string()))
            }
            Place::Annex => {
                self.annexes += 1;
                let letter = letters(self.annexes).to_uppercase();
                self.clauses = Counter { heading: letter.clone(), ..Counter::default() };
                Some(Label { words: self.words.annex(&letter), number: letter, title: None })
            }
            _ => None,
        }
    }

    fn label(&self, place: Place, number: String) -> Label {
        let words = match place {
            Place::Annex => self.words.annex_paragraph(&number),
            _ => self.words.clause(&number),
        };
        Label { number, words, title: None }
    }

    fn group(&mut self, role: Role, blocks: &mut [Block]) {
        if role != Role::Annex {
            self.blocks(blocks, Place::Plain);
            return;
        }
        let annexes = self.annexes;
        let outer = self.clauses.clone();
        self.blocks(blocks, Place::Cover);
        self.clauses = outer;
        if self.annexes == annexes {
            self.problems.push(
                Problem::new("template-markdown", "an annex has no heading", "{{#block \"annex\"}}")
                    .help("begin it with a line `## The annex's title`"),
            );
        }
    }

    /// Lists of a clause: (a), (b), below (i), (ii), below (A), below (1).
    fn lettered(&mut self, items: &mut [Item], used: usize, depth: usize, before: &str, place: Place) {
        for (at, item) in items.iter_mut().enumerate() {
            let position = used + at + 1;
            item.marker = match depth {
                0 => format!("({})", letters(position)),
                1 => format!("({})", roman(position)),
                2 => format!("({})", letters(position).to_uppercase()),
                _ => format!("({position})"),
            };
            let number = format!("{before}{}", item.marker);
            let label = self.label(place, number.clone());
            self.name(item.id.as_ref(), Some(label));
            let mut below = 0;
            for block in &mut item.blocks {
                if let BlockKind::List(items) = &mut block.kind {
                    self.lettered(items, below, depth + 1, &number, place);
                    below += items.len();
                }
                self.name(block.id.as_ref(), None);
            }
        }
    }

    /// Lists outside of clauses: bullets stay, ordered lists count (a), (b).
    fn plain(&mut self, items: &mut [Item], depth: usize) {
        for (at, item) in items.iter_mut().enumerate() {
            if item.marker == ORDERED {
                item.marker = format!("({})", if depth == 0 { letters(at + 1) } else { roman(at + 1) });
            }
            self.name(item.id.as_ref(), None);
            for block in &mut item.blocks {
                if let BlockKind::List(items) = &mut block.kind {
                    self.plain(items, depth + 1);
                }
                self.name(block.id.as_ref(), None);
            }
        }
    }

    fn name(&mut self, id: Option<&String>, label: Option<Label>) {
        let Some(id) = id else { return };
        if self.labels.insert(id.clone(), label).is_some() {
            self.problems.push(
                Problem::new("template-anchor", format!("the anchor `{id}` stands at two places"), id)
                    .help("in a loop, give each its own name: {{anchor \"level\" id}}"),
            );
        }
    }
}

/// `a` to `z`, then `aa`, `ab`, …
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    letters.iter().rev().collect()
}

/// `i`, `ii`, `iii`, `iv`, …
fn roman(mut number: usize) -> String {
    let digits = [
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
    let mut roman = String::new();
    for (value, digit) in digits {
        while number >= value {
            roman.push_str(digit);
            number -= value;
        }
    }
    roman
}

/// Calls `visit` with every run of text.
pub(super) fn each_run(blocks: &mut [Block], visit: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Title(text)
            | BlockKind::Heading { text, .. }
            | BlockKind::Clause { text, .. }
            | BlockKind::Paragraph(text) => visit(text),
            BlockKind::List(items) => items.iter_mut().for_each(|item| each_run(&mut item.blocks, visit)),
            BlockKind::Table(table) => {
                table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(&mut *visit);
            }
            BlockKind::Group { blocks, .. } => each_run(blocks, visit),
        }
    }
}

/// Replaces what the reader left in references by the words to print.
fn resolve(
    run: &mut Vec<Inline>,
    labels: &BTreeMap<String, Option<Label>>,
    words: &Words,
    problems: &mut Vec<Problem>,
) {
    for inline in run {
        match inline {
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                resolve(inside, labels, words, problems);
            }
            Inline::Reference { target, text } => {
                let (name, template) = target.split_once('\n').unwrap_or((target, ""));
                let name = name.to_owned();
                match labels.get(&name) {
                    Some(Some(label)) => {
                        *text = match (text.as_str(), &label.title) {
                            (AS_NUMBER, _) => label.number.clone(),
                            (WITH_TITLE, Some(title)) => words.named(&label.words, title),
                            _ => label.words.clone(),
                        };
                    }
                    known => problems.push(unresolved(&name, template, known.is_some(), labels)),
                }
                *target = name;
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

fn unresolved(name: &str, template: &str, known: bool, labels: &BTreeMap<String, Option<Label>>) -> Problem {
    let message = if known {
        format!("the place with the anchor `{name}` has no number to refer to")
    } else {
        format!("no paragraph of this contract has the anchor `{name}`")
    };
    let mut problem = Problem::new("template-anchor", message, format!("\"{name}\""));
    problem.template = Some(template.to_owned());
    let near = labels.keys().map(|known| (strsim::damerau_levenshtein(name, known), known)).min();
    match near.filter(|(distance, _)| !known && *distance <= 2) {
        Some((_, near)) => problem.help(format!("did you mean `{near}`")),
        None => problem.help(format!(
            "put {{{{anchor \"{name}\"}}}} at the start of a numbered paragraph, or the reference into an {{{{#if}}}}"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_numbers_go_on() {
        assert_eq!([1, 26, 27, 52, 53, 703].map(letters), ["a", "z", "aa", "az", "ba", "aaa"]);
        assert_eq!([1, 4, 9, 14, 40, 99].map(roman), ["i", "iv", "ix", "xiv", "xl", "xcix"]);
    }
}
