//! Patterns of words, as the lexicons write them.
//!
//! A pattern is a row of words. `word*` is any word that begins so, `*word` one that ends so, `(one|two words)` is one of several rows, `<class>`
//! any word of a class of the language, `#` is a number, `_` is any one word; what `?` follows may be missing.

use super::vocabulary::{Classes, Classification, NUMBER};

/// A row of words to look for.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    row: Row,
    /// The most words that it matches.
    longest: usize,
}

type Row = Vec<Part>;

#[derive(Debug, Clone)]
struct Part {
    what: What,
    optional: bool,
}

#[derive(Debug, Clone)]
enum What {
    Word(String),
    Begins(String),
    Ends(String),
    Class(Classes),
    Any,
    OneOf(Vec<Row>),
}

/// A word as a pattern sees it.
pub(super) trait Term {
    /// Its small letters.
    fn lower(&self) -> &str;
    /// Its classes.
    fn classes(&self) -> Classes;
}

/// How a match can begin.
#[derive(Debug, Clone)]
pub(super) enum Start {
    /// With a word.
    Word(String),
    /// With a word that begins so.
    Begins(String),
    /// With any word of a class.
    Class(Classes),
}

/// Places in a row of words, the first one as the lowest bit.
type Places = u64;

/// How many words a match may have.
const LONGEST: usize = 63;

impl Pattern {
    /// Reads a pattern. A class that the language lacks, brackets that do not match, and a pattern that may match
    /// nothing or begin with any word are errors.
    pub(super) fn parse(text: &str, classes: &Classification) -> Result<Self, String> {
        let spaced = text.replace('(', " ( ").replace(")?", " )? ").replace('|', " | ");
        let spaced = spaced.replace(')', " )").replace(") ?", ")?");
        let mut tokens = spaced.split_whitespace();
        let mut parser = Parser { tokens: &mut tokens, classes };
        let (mut rows, end) = parser.rows().map_err(|error| format!("{error} in `{text}`"))?;
        let row = rows.pop().filter(|_| rows.is_empty() && end.is_none());
        let row = row.ok_or_else(|| format!("the brackets of `{text}` do not match"))?;
        let longest = longest(&row);
        if longest > LONGEST || !matches!(starts(&row), (Some(_), false)) {
            return Err(format!("`{text}` may match nothing, begin with any word, or has too many words"));
        }
        Ok(Self { row, longest })
    }

    /// Reads a pattern of what may stand beside words; it may begin with any word.
    pub(super) fn parse_beside(text: &str, classes: &Classification) -> Result<Self, String> {
        let anchored = Self::parse(&format!("beside {text}"), classes)?;
        let row = anchored.row[1..].to_vec();
        Ok(Self { longest: longest(&row), row })
    }

    /// How a match can begin.
    pub(super) fn starts(&self) -> Vec<Start> {
        starts(&self.row).0.unwrap_or_default()
    }

    /// How many words the longest match that begins with the first of `words` has.
    pub(super) fn length<T: Term>(&self, words: &[T]) -> Option<usize> {
        let ends = follow(&self.row, words, 1);
        let length = ends.checked_ilog2()? as usize;
        (length > 0).then_some(length)
    }

    /// Whether the last words of a list match.
    pub(super) fn ends<T: Term>(&self, words: &[T]) -> bool {
        (1..=self.longest.min(words.len()))
            .any(|count| follow(&self.row, &words[words.len() - count..], 1) & (1 << count) != 0)
    }
}

/// Where a row can end in a list of words, from where it can begin.
fn follow<T: Term>(row: &Row, words: &[T], from: Places) -> Places {
    row.iter().fold(from, |places, part| {
        if places == 0 {
            return 0;
        }
        let next = match &part.what {
            What::OneOf(rows) => rows.iter().fold(0, |ends, row| ends | follow(row, words, places)),
            what => step(what, words, places),
        };
        if part.optional { next | places } else { next }
    })
}

fn step<T: Term>(what: &What, words: &[T], mut places: Places) -> Places {
    let mut next = 0;
    while places != 0 {
        let at = places.trailing_zeros() as usize;
        places &= places - 1;
        if at < LONGEST && words.get(at).is_some_and(|word| what.fits(word)) {
            next |= 1 << (at + 1);
        }
    }
    next
}

/// How a row can begin, and whether it can be empty; none where it can begin with any word.
fn starts(row: &Row) -> (Option<Vec<Start>>, bool) {
    let mut all = Vec::new();
    for part in row {
        let empty = match &part.what {
            What::Word(word) => {
                all.push(Start::Word(word.clone()));
                false
            }
            What::Begins(begin) => {
                all.push(Start::Begins(begin.clone()));
                false
            }
            What::Class(class) => {
                all.push(Start::Class(*class));
                false
            }
            What::Any | What::Ends(_) => return (None, part.optional),
            What::OneOf(rows) => {
                let mut empty = false;
                for row in rows {
                    let (first, nothing) = starts(row);
                    let Some(first) = first else { return (None, nothing) };
                    all.extend(first);
                    empty |= nothing;
                }
                empty
            }
        };
        if !part.optional && !empty {
            return (Some(all), false);
        }
    }
    (Some(all), true)
}

fn longest(row: &Row) -> usize {
    let of = |part: &Part| match &part.what {
        What::OneOf(rows) => rows.iter().map(longest).max().unwrap_or(0),
        _ => 1,
    };
    row.iter().map(of).sum()
}

impl What {
    fn fits<T: Term>(&self, word: &T) -> bool {
        match self {
            Self::Word(known) => known == word.lower(),
            Self::Begins(begin) => word.lower().starts_with(begin.as_str()),
            Self::Ends(end) => word.lower().ends_with(end.as_str()),
            Self::Class(class) => word.classes() & class != 0,
            Self::Any => true,
            Self::OneOf(_) => false,
        }
    }
}

struct Parser<'p, 't> {
    tokens: &'p mut std::str::SplitWhitespace<'t>,
    classes: &'p Classification,
}

impl Parser<'_, '_> {
    /// The rows up to a closing bracket or the end, and the bracket with what follows it.
    fn rows(&mut self) -> Result<(Vec<Row>, Option<bool>), String> {
        let mut rows = vec![Row::new()];
        while let Some(token) = self.tokens.next() {
            match token {
                "(" => {
                    let (inner, end) = self.rows()?;
                    let optional = end.ok_or_else(|| "a bracket is not closed".to_owned())?;
                    self.push(&mut rows, Part { what: What::OneOf(inner), optional });
                }
                ")" => return Ok((rows, Some(false))),
                ")?" => return Ok((rows, Some(true))),
                "|" => rows.push(Row::new()),
                word => {
                    let part = self.word(word)?;
                    self.push(&mut rows, part);
                }
            }
        }
        Ok((rows, None))
    }

    fn push(&self, rows: &mut [Row], part: Part) {
        if let Some(row) = rows.last_mut() {
            row.push(part);
        }
    }

    fn word(&self, token: &str) -> Result<Part, String> {
        let (word, optional) = token.strip_suffix('?').map_or((token, false), |word| (word, true));
        let class = word.strip_prefix('<').and_then(|word| word.strip_suffix('>'));
        let what = match (word, class, word.strip_suffix('*')) {
            ("#", ..) => What::Class(NUMBER | self.classes.class("number")),
            ("_", ..) => What::Any,
            (_, Some(name), _) => match self.classes.class(name) {
                0 => return Err(format!("there is no class `{name}`")),
                class => What::Class(class),
            },
            (_, _, Some(begin)) => What::Begins(begin.to_lowercase()),
            (word, ..) if word.starts_with('*') => What::Ends(word[1..].to_lowercase()),
            (word, ..) => What::Word(word.to_lowercase()),
        };
        Ok(Part { what, optional })
    }
}
