//! The document as plain Markdown that a person can read and diff: every number is written
//! out, and reading it again gives the same blocks.

use std::collections::BTreeSet;

use super::block::{Align, Block, BlockKind, Document, Inline, Item, Role, Table};

/// The whole document, with a line break at its end.
pub fn render(document: &Document) -> String {
    let mut targets = BTreeSet::new();
    collect_targets(&document.blocks, &mut targets);
    let mut text = Writer { targets }.blocks(&document.blocks).join("\n");
    text.push('\n');
    text
}

/// Only anchors that something refers to are written.
fn collect_targets<'d>(blocks: &'d [Block], targets: &mut BTreeSet<&'d str>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Title(run)
            | BlockKind::Heading { text: run, .. }
            | BlockKind::Clause { text: run, .. }
            | BlockKind::Paragraph(run) => collect_in_run(run, targets),
            BlockKind::List(items) => items.iter().for_each(|item| collect_targets(&item.blocks, targets)),
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| collect_in_run(cell, targets));
            }
            BlockKind::Group { blocks, .. } => collect_targets(blocks, targets),
        }
    }
}

fn collect_in_run<'d>(run: &'d [Inline], targets: &mut BTreeSet<&'d str>) {
    for inline in run {
        match inline {
            Inline::Reference { target, .. } => drop(targets.insert(target)),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                collect_in_run(inside, targets);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

/// Where words stand: it decides how a line break is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a paragraph, which may have several lines.
    Lines,
    /// In a heading, which has one.
    Line,
    /// In a table's cell, which has one and ends at a bar.
    Cell,
}

struct Writer<'d> {
    targets: BTreeSet<&'d str>,
}

impl Writer<'_> {
    /// The lines of blocks, an empty line between each two.
    fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut after_list = false;
        for block in blocks {
            let list = matches!(block.kind, BlockKind::List(_));
            if !lines.is_empty() {
                lines.push(String::new());
            }
            if after_list && list {
                // Two lists in a row would be read as one.
                lines.extend(["<!-- -->".to_owned(), String::new()]);
            }
            after_list = list;
            lines.extend(self.block(block));
        }
        lines
    }

    fn block(&self, block: &Block) -> Vec<String> {
        let anchor = self.anchor(block.id.as_deref());
        match &block.kind {
            BlockKind::Title(text) => vec![format!("# {anchor}{}", self.heading(text))],
            BlockKind::Heading { level, number, text } => {
                let marks = "#".repeat(usize::from(*level) + 1);
                let number = number.as_ref().map(|number| format!("{}. ", escape(number))).unwrap_or_default();
                vec![format!("{marks} {anchor}{number}{}", self.heading(text))]
            }
            BlockKind::Clause { number, text } => split(&format!("{anchor}{number} {}", self.run(text, Place::Lines))),
            BlockKind::Paragraph(text) => split(&format!("{anchor}{}", guarded(&self.run(text, Place::Lines)))),
            BlockKind::List(items) => items.iter().flat_map(|item| self.item(item)).collect(),
            BlockKind::Table(table) => with_anchor(&anchor, self.table(table)),
            BlockKind::Group { role, blocks } => with_anchor(&anchor, self.group(*role, blocks)),
        }
    }

    fn anchor(&self, id: Option<&str>) -> String {
        // Anchors are letters, digits and hyphens, as the templates' helper makes them.
        id.filter(|id| self.targets.contains(id)).map(|id| format!("<a id=\"{id}\"></a>")).unwrap_or_default()
    }

    fn item(&self, item: &Item) -> Vec<String> {
        let marker = if item.marker == "•" { String::new() } else { format!("{} ", item.marker) };
        let start = format!("{}{marker}", self.anchor(item.id.as_deref()));
        let mut lines = match item.blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(text), .. }, rest)) => {
                let words = self.run(text, Place::Lines);
                let words = if start.is_empty() { guarded(&words) } else { words };
                let mut lines = split(&format!("{start}{words}"));
                for block in rest {
                    // A list follows its lead-in directly; anything else needs an empty line.
                    if !matches!(block.kind, BlockKind::List(_)) {
                        lines.push(String::new());
                    }
                    lines.extend(self.block(block));
                }
                lines
            }
            _ => [vec![start.trim_end().to_owned(), String::new()], self.blocks(&item.blocks)].concat(),
        };
        for (at, line) in lines.iter_mut().enumerate() {
            if at == 0 {
                line.insert_str(0, "- ");
            } else if !line.is_empty() {
                line.insert_str(0, "  ");
            }
        }
        lines
    }

    fn group(&self, role: Role, blocks: &[Block]) -> Vec<String> {
        let inside = self.blocks(blocks);
        match role {
            Role::Example | Role::Note => inside.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect(),
            Role::Annex => [vec!["---".to_owned(), String::new()], inside].concat(),
            Role::Parties | Role::Signatures => inside,
        }
    }

    /// A table whose columns are as wide as their widest cell.
    fn table(&self, table: &Table) -> Vec<String> {
        let row = |cells: &[Vec<Inline>]| cells.iter().map(|cell| self.run(cell, Place::Cell)).collect::<Vec<_>>();
        let head = row(&table.head);
        let rows: Vec<Vec<String>> = table.rows.iter().map(|cells| row(cells)).collect();
        let width = |column: usize| {
            let cells = std::iter::once(&head).chain(&rows).filter_map(|cells| cells.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0).max(3)
        };
        let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
        let line = |cells: &[String]| {
            let padded = widths.iter().zip(&table.columns).enumerate().map(|(at, (width, align))| {
                let cell = cells.get(at).map_or("", String::as_str);
                match align {
                    Align::Left => format!("{cell:<width$}"),
                    Align::Center => format!("{cell:^width$}"),
                    Align::Right => format!("{cell:>width$}"),
                }
            });
            format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
        };
        let rules = widths.iter().zip(&table.columns).map(|(width, align)| match align {
            Align::Left => "-".repeat(*width),
            Align::Center => format!(":{}:", "-".repeat(width - 2)),
            Align::Right => format!("{}:", "-".repeat(width - 1)),
        });
        let rule = format!("| {} |", rules.collect::<Vec<_>>().join(" | "));
        [line(&head), rule].into_iter().chain(rows.iter().map(|cells| line(cells))).collect()
    }

    fn heading(&self, run: &[Inline]) -> String {
        self.run(run, Place::Line)
    }

    fn run(&self, run: &[Inline], place: Place) -> String {
        let mut text = String::new();
        for (at, inline) in run.iter().enumerate() {
            let before = text.chars().next_back();
            let after = run.get(at + 1).and_then(first_of);
            match inline {
                Inline::Text(words) => text.push_str(&escape(words)),
                Inline::Emphasis(inside) => text.push_str(&self.stressed(inside, "_", "em", place, before, after)),
                Inline::Strong(inside) => text.push_str(&self.stressed(inside, "**", "strong", place, before, after)),
                Inline::Code(words) => {
                    if before == Some('`') {
                        // Two fences in a row would be read as one.
                        text.push_str("<!-- -->");
                    }
                    text.push_str(&code(words, place));
                }
                Inline::Reference { target, text: words } => {
                    text.extend(["[", &escape(words), "](#", target, ")"]);
                }
                Inline::Link { url, text: words } => {
                    text.extend(["[", &self.run(words, place), "](", &destination(url), ")"]);
                }
                Inline::Break if place == Place::Lines => text.push_str("\\\n"),
                Inline::Break => text.push_str("<br>"),
            }
        }
        text
    }

    /// Stressed words between marks, or between tags where Markdown would not see the marks.
    fn stressed(
        &self,
        inside: &[Inline],
        mark: &str,
        tag: &str,
        place: Place,
        before: Option<char>,
        after: Option<char>,
    ) -> String {
        let inner = self.run(inside, place);
        // Marks are seen between words and a space or a sign, but not beside a mark of their own kind.
        let edge = |inner: Option<char>, outer: Option<char>| {
            let sign =
                |outer: char| outer.is_whitespace() || outer.is_ascii_punctuation() || "“”‘’„‚–—".contains(outer);
            outer.is_none_or(sign) && outer != mark.chars().next() && !inner.is_none_or(char::is_whitespace)
        };
        let seen = edge(inner.chars().next(), before) && edge(inner.chars().next_back(), after);
        let nested = inside.iter().any(|inline| matches!(inline, Inline::Emphasis(_) | Inline::Strong(_)));
        if seen && !nested { format!("{mark}{inner}{mark}") } else { format!("<{tag}>{inner}</{tag}>") }
    }
}

fn with_anchor(anchor: &str, lines: Vec<String>) -> Vec<String> {
    if anchor.is_empty() { lines } else { [vec![anchor.to_owned(), String::new()], lines].concat() }
}

fn split(text: &str) -> Vec<String> {
    // What follows a break begins a line of its own.
    text.split('\n').enumerate().map(|(at, line)| if at == 0 { line.to_owned() } else { guarded(line) }).collect()
}

/// The first character that an inline prints.
fn first_of(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(words) => words.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Reference { .. } | Inline::Link { .. } => Some('['),
        Inline::Emphasis(_) => Some('_'),
        Inline::Strong(_) => Some('*'),
        Inline::Break => None,
    }
}

/// Words that Markdown reads as words, wherever in a line they stand.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut before: Option<char> = None;
    let mut rest = words.chars().peekable();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied();
        let word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let special = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '{' => true,
            '_' => !(word(before) && word(after)),
            // An entity such as `&amp;`.
            '&' => word(after) || after == Some('#'),
            // A picture, if a link follows.
            '!' => after.is_none(),
            // A heading's closing marks.
            '#' => before.is_none_or(char::is_whitespace),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(character);
        before = Some(character);
    }
    escaped
}

/// A line that begins neither a list, a heading, a quotation nor a rule.
fn guarded(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => digits,
        Some('#' | '>' | '-' | '+' | '=' | ':') if digits == 0 => 0,
        _ => return line.to_owned(),
    };
    let (start, rest) = line.split_at(at);
    format!("{start}\\{rest}")
}

/// A link's address; in `<…>`, which take every address but their own two signs, where it needs them.
fn destination(url: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || "/:@.-_~?=+,%".contains(character);
    if url.chars().all(plain) {
        return url.to_owned();
    }
    let escaped = [('\\', "%5C"), ('<', "%3C"), ('>', "%3E"), ('|', "%7C")]
        .into_iter()
        .fold(url.to_owned(), |url, (sign, code)| url.replace(sign, code));
    format!("<{escaped}>")
}

/// A code span with a fence longer than any run of backticks in it.
fn code(words: &str, place: Place) -> String {
    let longest = words.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A space at each end is dropped where the span is read again, unless there is nothing but spaces.
    let spaces = words.chars().all(|character| character == ' ');
    let pad = if !spaces && (words.starts_with(['`', ' ']) || words.ends_with(['`', ' '])) { " " } else { "" };
    // In a table a bar ends the cell even within code.
    let words = if place == Place::Cell { words.replace('|', "\\|") } else { words.to_owned() };
    format!("{fence}{pad}{words}{pad}{fence}")
}
