//! Source texts, positions in them, and the way from a byte to a line and column.

use std::fmt;
use std::sync::Arc;

/// Which source a position lies in: an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// A range of bytes in one source, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The source the range lies in.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of `source` from byte `start` to before byte `end`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { source, start: clamp(start), end: clamp(end) }
    }

    /// The smallest span that covers both; `self` where they lie in different sources.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.source != other.source {
            return self;
        }
        Self { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The byte range within the source's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both counted from 1; the column counts characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// Where a stretch of a text that was taken out of a Word or PDF file stands in it, in the words of people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// The byte of the text at which it begins; it ends where the next one begins.
    pub start: usize,
    /// The page, from 1, where the file tells it.
    pub page: Option<u32>,
    /// The line of the page, from 1, where the file tells it.
    pub line: Option<u32>,
    /// The number of its section, such as `4.2(a)`, or else the words of the heading above it.
    pub section: Option<Section>,
}

/// What people call a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// Its number, such as `4.2(a)`.
    Number(String),
    /// The words of its heading, where it has no number.
    Heading(String),
}

impl fmt::Display for Section {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(formatter, "section {number}"),
            Self::Heading(words) => write!(formatter, "under \"{words}\""),
        }
    }
}

impl fmt::Display for Passage {
    /// `section 4.2, page 3, line 12`; empty where nothing is known.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let section = self.section.as_ref().map(Section::to_string);
        let page = self.page.map(|page| format!("page {page}"));
        let line = self.line.map(|line| format!("line {line}"));
        let known: Vec<String> = [section, page, line].into_iter().flatten().collect();
        formatter.write_str(&known.join(", "))
    }
}

/// One source text with its line index.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: Arc<str>,
    line_starts: Vec<usize>,
    /// For a text that was taken out of a file: where its stretches stand there, in the order of the text.
    passages: Option<Arc<[Passage]>>,
}

impl Source {
    /// A source shown to people under `name` (a path as the user typed it, or `<stdin>`).
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1))
            .collect();
        Self { name: name.into(), text, line_starts, passages: None }
    }

    /// The text that was taken out of a file whose own lines mean nothing to people, with where it stands there.
    pub fn extracted(name: impl Into<String>, text: impl Into<Arc<str>>, passages: Vec<Passage>) -> Self {
        Self { passages: Some(passages.into()), ..Self::new(name, text) }
    }

    /// Where a byte of an extracted text stands in its file; none for a text that is the file.
    pub fn passage(&self, byte: usize) -> Option<&Passage> {
        let passages = self.passages.as_ref()?;
        passages.get(passages.partition_point(|passage| passage.start <= byte).checked_sub(1)?)
    }

    /// Whether the text was taken out of a file, so that its lines and columns are not those of the file.
    pub fn is_extracted(&self) -> bool {
        self.passages.is_some()
    }

    /// The name people know the source by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset; offsets past the end give the last position.
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let start = self.line_starts[line - 1];
        let column = self.text[start..].char_indices().take_while(|(at, _)| start + at < byte).count() + 1;
        Position { line, column }
    }

    /// The text of a line counted from 1, without its line break; empty past the end.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = self.line_starts.get(line.wrapping_sub(1)) else { return "" };
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        self.text[start..end].trim_end_matches('\r')
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

/// All sources of one run, in the order they were read.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a source and gives its id.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.0.push(source);
        SourceId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// The source with this id, if it was added here.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(id.0 as usize)
    }

    /// The words a span covers; empty where the span lies outside of its source.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text().get(span.range())).unwrap_or("")
    }

    /// All sources with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0.iter().enumerate().map(|(at, source)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }
}

/// What a character is that a reader cannot see, or not as what it is; none for all others. No such character may stand
/// in a spec.
pub fn hidden(character: char) -> Option<&'static str> {
    match character {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a character that changes the direction of reading")
        }
        '\u{ad}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Some("an invisible character"),
        '\u{2028}' | '\u{2029}' => Some("a hidden line break"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some("a character without a public meaning"),
        _ if character.is_control() => Some("a control character"),
        _ => None,
    }
}
