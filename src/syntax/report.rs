//! The findings of one parse: bounded, and handed over in the order of the text.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// How many findings are told in full; nobody reads more, and a hostile file has millions.
const MAX_FINDINGS: usize = 100;

/// Collects findings about one source.
pub(super) struct Report<'t> {
    source: SourceId,
    text: &'t str,
    names: OnceCell<BTreeSet<&'t str>>,
    findings: Vec<Diagnostic>,
    more: usize,
}

impl<'t> Report<'t> {
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        Self { source, text, names: OnceCell::new(), findings: Vec::new(), more: 0 }
    }

    /// Whether a further finding would only be counted; then it need not be explained well.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= MAX_FINDINGS
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, start, end)
    }

    /// The Capitalised name somewhere in the text that these words spell in lower case.
    pub(super) fn name_like(&self, words: &str) -> Option<&'t str> {
        let names = self.names.get_or_init(|| capitalised(self.text));
        let longest = names.iter().filter(|name| begins_with(words, name)).max_by_key(|name| name.len());
        longest.copied()
    }

    /// Whether these words stand in one place of the text only.
    pub(super) fn stands_once(&self, words: &str) -> bool {
        self.text.matches(words).nth(1).is_none()
    }

    /// Adds a finding; a line whose indentation was reported is not reported again for its place.
    pub(super) fn push(&mut self, finding: Diagnostic) {
        let is_place = |finding: &Diagnostic| finding.rule == "indentation";
        if is_place(&finding) && self.findings.iter().any(|known| is_place(known) && known.span == finding.span) {
            return;
        }
        if self.is_full() {
            self.more += 1;
        } else {
            self.findings.push(finding);
        }
    }

    /// All findings, first places first.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
        if self.more > 0 {
            let message = format!("{} more errors are not shown", self.more);
            let end = self.findings.last().and_then(|finding| finding.span).unwrap_or_default();
            self.findings.push(Diagnostic::error("syntax", end, message).help("mend the errors above first"));
        }
        self.findings
    }
}

/// Runs of capitalised words outside of strings, each once.
fn capitalised(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for line in text.lines() {
        for piece in line.split('"').step_by(2) {
            let mut from = None;
            let mut next = 0;
            for word in piece.split([' ', ',', '|']) {
                let start = next;
                next += word.len() + 1;
                if word.starts_with(char::is_uppercase) {
                    let begin = *from.get_or_insert(start);
                    names.insert(&piece[begin..start + word.len()]);
                } else {
                    from = None;
                }
            }
        }
    }
    names
}

fn begins_with(words: &str, name: &str) -> bool {
    let Some(start) = words.get(..name.len()) else { return false };
    start.to_lowercase() == name.to_lowercase() && !words[name.len()..].starts_with(char::is_alphanumeric)
}
