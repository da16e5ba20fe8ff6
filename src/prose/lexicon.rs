//! The lexicons of `lexicons/`: what is vague, why, and what settles it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::matcher::Pattern;

/// The shipped files: language, text.
const FILES: [(&str, &str); 12] = [
    ("en", include_str!("../../lexicons/en/ambiguity.toml")),
    ("en", include_str!("../../lexicons/en/efforts.toml")),
    ("en", include_str!("../../lexicons/en/time.toml")),
    ("en", include_str!("../../lexicons/en/discretion.toml")),
    ("en", include_str!("../../lexicons/en/open-list.toml")),
    ("en", include_str!("../../lexicons/en/quantity.toml")),
    ("en", include_str!("../../lexicons/en/scope.toml")),
    ("en", include_str!("../../lexicons/en/modality.toml")),
    ("en", include_str!("../../lexicons/en/degree.toml")),
    ("de", include_str!("../../lexicons/de/efforts.toml")),
    ("de", include_str!("../../lexicons/de/vague.toml")),
    ("de", include_str!("../../lexicons/de/degree.toml")),
];

/// A family of vague words: a rule of the linter.
#[derive(Debug, Clone)]
pub struct Family {
    /// The rule's name.
    pub name: String,
    /// What it finds.
    pub summary: String,
    /// Why it matters.
    pub why: String,
}

/// What settles a word, or makes it matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Context {
    /// A number with a unit of time.
    Time,
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// Times of the day.
    Clock,
    /// The words are written large.
    Name,
    /// A label.
    Short,
    /// The contract defines it somewhere.
    Defined,
    /// A law decides it.
    Law,
    /// Somebody must do something.
    Duty,
    /// A duty, a condition or an exclusion.
    Rule,
    /// What is excluded or limited.
    Exclusion,
    /// An exclusion, a cap, or a definition of what counts.
    Limit,
    /// The one who provides says it of itself.
    Ours,
    /// That, or a rule.
    OursOrRule,
}

/// Words that are vague.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) family: usize,
    pub(super) patterns: Vec<Pattern>,
    pub(super) open: String,
    pub(super) write: String,
    pub(super) unless: Vec<Context>,
    pub(super) needs: Option<Context>,
    pub(super) not_after: Vec<Pattern>,
    pub(super) not_before: Vec<Pattern>,
}

/// The lexicon of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) entries: Vec<Entry>,
    /// By the first word: entry and pattern.
    pub(super) by_word: BTreeMap<String, Vec<(usize, usize)>>,
    /// Patterns whose first word is a form: entry and pattern.
    pub(super) by_form: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    family: String,
    summary: String,
    why: String,
    entry: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    say: Vec<String>,
    open: String,
    write: String,
    #[serde(default)]
    unless: Vec<Context>,
    needs: Option<Context>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default, rename = "because")]
    _because: Option<String>,
}

struct All {
    families: Vec<Family>,
    languages: BTreeMap<&'static str, Lexicon>,
}

static ALL: LazyLock<All> = LazyLock::new(|| {
    let mut all = All { families: Vec::new(), languages: BTreeMap::new() };
    for (language, text) in FILES {
        // That each shipped file can be read is held by a test.
        let Ok(file) = toml::from_str::<File>(text) else { continue };
        let known = all.families.iter().position(|family| family.name == file.family);
        let family = known.unwrap_or_else(|| {
            all.families.push(Family { name: file.family, summary: file.summary, why: file.why });
            all.families.len() - 1
        });
        let lexicon = all.languages.entry(language).or_default();
        for words in file.entry {
            lexicon.add(words, family);
        }
    }
    all
});

impl Lexicon {
    fn add(&mut self, words: Words, family: usize) {
        let parse = |texts: &[String]| texts.iter().map(|text| Pattern::parse(text)).collect::<Vec<_>>();
        let number = self.entries.len();
        let patterns = parse(&words.say);
        for (at, pattern) in patterns.iter().enumerate() {
            match pattern.first_words() {
                Some(firsts) => {
                    for first in firsts {
                        self.by_word.entry(first).or_default().push((number, at));
                    }
                }
                None => self.by_form.push((number, at)),
            }
        }
        self.entries.push(Entry {
            family,
            patterns,
            open: words.open,
            write: words.write,
            unless: words.unless,
            needs: words.needs,
            not_after: parse(&words.not_after),
            not_before: parse(&words.not_before),
        });
    }

    /// The lexicon of a language; none where there is none.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        ALL.languages.get(language)
    }
}

/// The families, which are rules of the linter.
pub fn families() -> &'static [Family] {
    &ALL.families
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_can_be_read() {
        for (language, text) in FILES {
            let file = toml::from_str::<File>(text);
            assert!(file.is_ok(), "{language}: {:?}\n{}", file.err(), &text[..60]);
        }
        assert_eq!(families().len(), 9);
    }
}
