//! A finding with its spans turned into files, lines and columns: what every format is written from.

use std::cmp::Ordering;
use std::ops::Range;

use super::Diagnostic;
use crate::source::{Passage, Position, Source, SourceId, Sources, Span};

/// A span that people and programs can find again.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    pub(super) source: &'a Source,
    pub(super) start: Position,
    /// One past the last character.
    pub(super) end: Position,
    pub(super) bytes: Range<usize>,
}

impl<'a> Place<'a> {
    /// The place of `span`, moved into the text and onto whole characters where it is not.
    pub(super) fn new(span: Span, sources: &'a Sources) -> Option<Self> {
        let source = sources.get(span.source)?;
        let start = floor(source.text(), span.start as usize);
        let end = ceiling(source.text(), (span.end as usize).max(start));
        Some(Self { source, start: source.position(start), end: source.position(end), bytes: start..end })
    }

    pub(super) fn file(&self) -> &'a str {
        self.source.name()
    }

    /// For a text taken out of a Word or PDF file: section, page and line, as far as they are known.
    pub(super) fn passage(&self) -> Option<&'a Passage> {
        self.source.passage(self.bytes.start)
    }

    /// The same as words, such as `section 4.2, page 3`; none for a text with lines of its own.
    pub(super) fn passage_words(&self) -> Option<String> {
        let words = self.source.is_extracted().then(|| self.passage().map(Passage::to_string).unwrap_or_default());
        words.map(|words| one_line(&words))
    }
}

fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn ceiling(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    byte
}

/// A diagnostic with its sources and its place.
#[derive(Debug, Clone)]
pub(super) struct Finding<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) sources: &'a Sources,
    /// The file that is blamed; empty only where there is no source at all.
    pub(super) file: &'a str,
    pub(super) place: Option<Place<'a>>,
    main: SourceId,
}

impl<'a> Finding<'a> {
    pub(super) fn new(diagnostic: &'a Diagnostic, sources: &'a Sources, main: SourceId) -> Self {
        let place = diagnostic.span.and_then(|span| Place::new(span, sources));
        let file = place.as_ref().map_or_else(|| sources.get(main).map_or("", Source::name), Place::file);
        Self { diagnostic, sources, file, place, main }
    }

    /// The further places that can be found in the sources, with their words.
    pub(super) fn related(&self) -> impl Iterator<Item = (Place<'a>, &'a str)> {
        let sources = self.sources;
        self.diagnostic
            .related
            .iter()
            .filter_map(move |related| Some((Place::new(related.span, sources)?, related.message.as_str())))
    }

    /// The order in which the findings of one file are shown.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let key = |finding: &Self| {
            let span = finding.diagnostic.span;
            (
                span.map_or(finding.main, |span| span.source),
                span.map(|span| (span.start, span.end)),
                std::cmp::Reverse(finding.diagnostic.severity),
                finding.diagnostic.rule,
            )
        };
        key(self).cmp(&key(other)).then_with(|| self.diagnostic.message.cmp(&other.diagnostic.message))
    }

    /// What makes two findings the same one, found twice.
    pub(super) fn identity(&self) -> (&'a str, Option<(usize, usize)>, &'static str, &'a str) {
        let bytes = self.place.as_ref().map(|place| (place.bytes.start, place.bytes.end));
        (self.file, bytes, self.diagnostic.rule, self.diagnostic.message.as_str())
    }
}

/// `text` with characters that could steer a terminal or hide words made visible; line breaks stay.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' => out.push(char),
            char if char.is_control() || is_bidi_control(char) => out.extend(char.escape_unicode()),
            char => out.push(char),
        }
    }
    out
}

/// [`visible`], on one line.
pub(super) fn one_line(text: &str) -> String {
    visible(&text.replace(['\n', '\r', '\t'], " "))
}

/// Whether a character changes the direction of the words after it without being seen.
fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
