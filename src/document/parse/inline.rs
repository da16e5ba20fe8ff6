//! Runs of text: markers out of the words, values back in.

use super::Problem;
use crate::document::block::Inline;
use crate::document::marker;
use crate::source::{SourceId, Span};

/// The words of one block while they are collected, with what markers say about the block.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The finished inlines of each open emphasis, the outermost first.
    levels: Vec<Vec<Inline>>,
    done: Vec<Inline>,
    /// Where the links that are open lead.
    links: Vec<Option<String>>,
    /// The beginning or end of a group, if the words are nothing else.
    pub(super) fence: Option<Fence>,
    pub(super) id: Option<String>,
    pub(super) source: Option<Span>,
    pub(super) problems: Vec<Problem>,
}

/// The beginning or end of a group of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fence {
    /// With the role's name.
    Open(String),
    Close,
}

/// How a reference is to be printed, kept in its text until numbers are known.
pub(super) const IN_WORDS: &str = "words";
/// See [`IN_WORDS`].
pub(super) const AS_NUMBER: &str = "number";
/// See [`IN_WORDS`].
pub(super) const WITH_TITLE: &str = "title";

impl Run {
    /// Whether there is nothing in it, not even an anchor.
    pub(super) fn is_empty(&self) -> bool {
        self.has_no_words() && self.id.is_none() && self.problems.is_empty()
    }

    pub(super) fn has_no_words(&self) -> bool {
        self.done.is_empty() && self.levels.is_empty()
    }

    pub(super) fn open(&mut self) {
        self.levels.push(std::mem::take(&mut self.done));
    }

    /// Ends the innermost emphasis or link.
    pub(super) fn close(&mut self, wrap: impl FnOnce(Vec<Inline>) -> Inline) {
        let outer = self.levels.pop().unwrap_or_default();
        let inner = std::mem::replace(&mut self.done, outer);
        self.done.push(wrap(inner));
    }

    pub(super) fn open_link(&mut self, url: &str) {
        let address = address(url);
        if address.is_none() {
            let message = format!("a contract cannot link to `{}`", marker::decode(url));
            let near = url.split(marker::is_private_use).next().unwrap_or("");
            self.problems.push(
                Problem::new("template-markdown", message, near).help("links begin with https://, mailto: or tel:"),
            );
        }
        self.links.push(address);
        self.open();
    }

    pub(super) fn close_link(&mut self) {
        let url = self.links.pop().flatten().unwrap_or_default();
        self.close(|text| Inline::Link { url, text });
    }

    pub(super) fn push(&mut self, inline: Inline) {
        match (self.done.last_mut(), inline) {
            (_, Inline::Text(words)) if words.is_empty() => {}
            (Some(Inline::Text(before)), Inline::Text(words)) => before.push_str(&words),
            (_, inline) => self.done.push(inline),
        }
    }

    /// A word for machines: values come back, markers have no place in it.
    pub(super) fn code(&mut self, text: &str) {
        let decoded = marker::decode(text);
        if decoded.contains(marker::is_private_use) {
            self.problems.push(Problem::new(
                "template-markdown",
                "an anchor, a reference or an empty value stands in `code`",
                "",
            ));
        }
        self.push(Inline::Code(decoded));
    }

    /// Text with values and markers.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(|character| ('\u{E000}'..='\u{E00F}').contains(&character)) {
            self.push(Inline::Text(marker::decode(&rest[..at])));
            let mut after = rest[at..].chars();
            let marker = after.next().unwrap_or_default();
            rest = after.as_str();
            let mut payload = || {
                let (inside, after) = rest.split_once(marker::END).unwrap_or((rest, ""));
                rest = after;
                marker::decode(inside)
            };
            match marker {
                marker::ANCHOR => {
                    let named = payload();
                    let (name, template) = named.split_once('\n').unwrap_or((&named, ""));
                    self.anchor(name, template);
                }
                marker::REFERENCE => self.reference(&payload(), IN_WORDS),
                marker::NUMBER => self.reference(&payload(), AS_NUMBER),
                marker::NAMED => self.reference(&payload(), WITH_TITLE),
                marker::SOURCE => self.source = span(&payload()),
                marker::BREAK => self.push(Inline::Break),
                marker::NOTHING => self.nothing(),
                marker::OPEN if self.has_no_words() => self.fence = Some(Fence::Open(payload())),
                marker::CLOSE if self.has_no_words() => self.fence = Some(Fence::Close),
                _ => self.problems.push(Problem::new(
                    "template-markdown",
                    "a {{#block}} begins or ends within a paragraph",
                    "{{#block",
                )),
            }
        }
        self.push(Inline::Text(marker::decode(rest)));
    }

    fn anchor(&mut self, name: &str, template: &str) {
        if let Some(first) = &self.id {
            let mut problem =
                Problem::new("template-anchor", format!("a paragraph has two anchors, `{first}` and `{name}`"), name);
            problem.template = Some(template.to_owned());
            self.problems.push(problem);
        }
        self.id = Some(name.to_owned());
    }

    fn reference(&mut self, payload: &str, how: &str) {
        // The template's name stays with the target until the reference is resolved.
        self.push(Inline::Reference { target: payload.to_owned(), text: how.to_owned() });
    }

    fn nothing(&mut self) {
        let before = match self.done.last() {
            Some(Inline::Text(words)) => words.trim_end(),
            _ => "",
        };
        let tail: String = before.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
        let message = if tail.is_empty() {
            "a value that is to be printed is empty".to_owned()
        } else {
            format!("the value that is to be printed after \"{tail}\" is empty")
        };
        self.problems.push(
            Problem::new("template-value", message, tail)
                .help("put what not every agreement has into `{{#if …}} … {{/if}}`"),
        );
    }

    /// The finished words: no space at the ends or around breaks.
    pub(super) fn finish(&mut self) -> Vec<Inline> {
        while !self.levels.is_empty() {
            self.close(Inline::Emphasis);
        }
        let mut inlines = std::mem::take(&mut self.done);
        let count = inlines.len();
        for at in 0..count {
            let after_break = at == 0 || inlines[at - 1] == Inline::Break;
            let before_break = at + 1 == count || inlines[at + 1] == Inline::Break;
            if let Inline::Text(words) = &mut inlines[at] {
                // What a condition leaves out may leave two spaces in a row.
                while let Some(double) = words.find("  ") {
                    words.remove(double);
                }
                if after_break {
                    *words = words.trim_start().to_owned();
                }
                if before_break {
                    words.truncate(words.trim_end().len());
                }
            }
        }
        inlines.retain(|inline| !matches!(inline, Inline::Text(words) if words.is_empty()));
        inlines
    }
}

/// `0:120:141`: source, first byte, end.
fn span(text: &str) -> Option<Span> {
    let mut numbers = text.split(':').map(str::parse::<u32>);
    let mut next = || numbers.next()?.ok();
    Some(Span { source: SourceId(next()?), start: next()?, end: next()? })
}

/// The address of a link, if a contract may link there.
fn address(url: &str) -> Option<String> {
    let url = marker::decode(url);
    let allowed = ["https://", "mailto:", "tel:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.len() > scheme.len()
    });
    let odd = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || marker::is_private_use(character)
            || "<>\"\\^`{}|".contains(character)
    };
    (allowed && !url.contains(odd)).then_some(url)
}
