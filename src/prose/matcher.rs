//! Patterns of words, as the lexicons write them.
//!
//! A pattern is a row of words. `word*` is any word that begins so, `(one|two)` is one of several, `word?` may be
//! missing, `#` is a number, `_` is any one word.

use super::sentence::Word;

/// A row of words to look for.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Part>);

#[derive(Debug, Clone)]
struct Part {
    any: Vec<Form>,
    optional: bool,
}

#[derive(Debug, Clone)]
enum Form {
    Word(String),
    Begins(String),
    Number,
    Any,
}

impl Pattern {
    /// Reads a pattern.
    pub(super) fn parse(text: &str) -> Self {
        let part = |token: &str| {
            let (token, optional) = token.strip_suffix('?').map_or((token, false), |token| (token, true));
            let inside = token.strip_prefix('(').and_then(|token| token.strip_suffix(')')).unwrap_or(token);
            let form = |word: &str| match word {
                "#" => Form::Number,
                "_" => Form::Any,
                word => match word.strip_suffix('*') {
                    Some(begin) => Form::Begins(begin.to_lowercase()),
                    None => Form::Word(word.to_lowercase()),
                },
            };
            Part { any: inside.split('|').map(form).collect(), optional }
        };
        Self(text.split_whitespace().map(part).collect())
    }

    /// The words that a match can begin with; none where it can begin with any.
    pub(super) fn first_words(&self) -> Option<Vec<String>> {
        let first = self.0.first()?;
        let word = |form: &Form| match form {
            Form::Word(word) => Some(word.clone()),
            Form::Begins(_) | Form::Number | Form::Any => None,
        };
        if first.optional { None } else { first.any.iter().map(word).collect() }
    }

    /// How many words a match that begins with the first of `words` has.
    pub(super) fn length(&self, words: &[Word<'_>], lower: &[String]) -> Option<usize> {
        fn rest(parts: &[Part], words: &[Word<'_>], lower: &[String]) -> Option<usize> {
            let Some((part, more)) = parts.split_first() else { return Some(0) };
            let fits = !words.is_empty() && part.any.iter().any(|form| form.fits(&lower[0]));
            if fits && let Some(length) = rest(more, &words[1..], &lower[1..]) {
                return Some(length + 1);
            }
            if part.optional { rest(more, words, lower) } else { None }
        }
        rest(&self.0, words, lower).filter(|length| *length > 0)
    }
}

impl Form {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Word(known) => known == word,
            Self::Begins(begin) => word.starts_with(begin.as_str()),
            Self::Number => is_number(word),
            Self::Any => true,
        }
    }
}

/// Whether a word is a number, in digits or spelled out.
pub(super) fn is_number(word: &str) -> bool {
    const SPELLED: [&str; 26] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "forty-five",
        "sixty",
        "ninety",
        "ein",
        "eine",
        "einer",
        "zwei",
        "drei",
        "vier",
        "zehn",
    ];
    word.starts_with(|letter: char| letter.is_ascii_digit()) || SPELLED.contains(&word)
}
