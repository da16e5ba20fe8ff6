//! The author's words with their references to clauses.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Prose, Section};

/// Words in pieces; the partial `text` prints them: `{{> text meaning}}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Text(Vec<Piece>);

/// Plain words, or a reference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
struct Piece {
    /// Whether a space stands before it.
    space: bool,
    words: Option<String>,
    /// The anchor of the clause whose number is printed.
    reference: Option<String>,
}

impl Text {
    /// The words of a part of a sentence: one line, without a full stop at the end.
    pub(crate) fn part(prose: &Prose) -> Self {
        let words = prose.as_str().trim();
        let stopped = words.ends_with('.') && !words.ends_with("..");
        Self::of(if stopped { &words[..words.len() - 1] } else { words })
    }

    /// The words of whole sentences, as written.
    pub(crate) fn sentences(words: &str) -> Self {
        Self::of(words)
    }

    /// The paragraphs of a text that empty lines part.
    pub(crate) fn paragraphs(prose: &Prose) -> Vec<Self> {
        let mut paragraphs = vec![String::new()];
        for line in prose.as_str().lines().map(str::trim) {
            match (line, paragraphs.last_mut()) {
                ("", _) => paragraphs.push(String::new()),
                (line, Some(last)) if !last.is_empty() => *last = format!("{last} {line}"),
                (line, _) => paragraphs.push(line.to_owned()),
            }
        }
        paragraphs.iter().filter(|paragraph| !paragraph.is_empty()).map(|paragraph| Self::of(paragraph)).collect()
    }

    fn of(words: &str) -> Self {
        let mut pieces = Vec::new();
        let mut space = false;
        let plain = |words: &str, space: &mut bool, pieces: &mut Vec<Piece>| {
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            *space |= words.starts_with(char::is_whitespace);
            if !line.is_empty() {
                pieces.push(Piece { space: *space && !pieces.is_empty(), words: Some(line), reference: None });
                *space = words.ends_with(char::is_whitespace);
            }
        };
        let mut rest = words;
        while let Some((before, section, after)) = reference(rest) {
            plain(before, &mut space, &mut pieces);
            let reference = Some(section.word().to_owned());
            pieces.push(Piece { space: space && !pieces.is_empty(), words: None, reference });
            space = false;
            rest = after;
        }
        plain(rest, &mut space, &mut pieces);
        Self(pieces)
    }
}

/// The first `{section}` of words: what stands before it, the section, what stands after it.
fn reference(words: &str) -> Option<(&str, Section, &str)> {
    words.match_indices('{').find_map(|(at, _)| {
        let (name, after) = words[at + 1..].split_once('}')?;
        Some((&words[..at], Section::from_word(name.trim())?, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &Text) -> Vec<(bool, &str)> {
        text.0
            .iter()
            .map(|piece| (piece.space, piece.words.as_deref().or(piece.reference.as_deref()).unwrap_or_default()))
            .collect()
    }

    #[test]
    fn a_reference_keeps_the_spaces_around_it() {
        let text = Text::part(&Prose::new("a channel\n listed in clause {channels}, or ({force majeure}) one {x}."));
        let expected = [
            (false, "a channel listed in clause"),
            (true, "channels"),
            (false, ", or ("),
            (false, "force majeure"),
            (false, ") one {x}"),
        ];
        assert_eq!(pieces(&text), expected);
    }

    #[test]
    fn an_empty_line_parts_paragraphs() {
        let text = Text::paragraphs(&Prose::new("One\nline.\n\n\nTwo.\n"));
        assert_eq!(text.iter().map(pieces).collect::<Vec<_>>(), [[(false, "One line.")], [(false, "Two.")]]);
    }
}
