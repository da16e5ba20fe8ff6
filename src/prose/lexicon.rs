//! The lexicons of `lexicons/`: what is vague, why, and what settles it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::matcher::Pattern;
use super::starting::Starting;
use super::vocabulary::{Classes, Classification};

/// A language: its name, the words of its grammar, its families.
type Shipped = (&'static str, &'static str, &'static [&'static str]);

/// Includes the files of a language.
macro_rules! shipped {
    ($language:literal: $($family:literal),+) => {
        (
            $language,
            include_str!(concat!("../../lexicons/", $language, "/language.toml")),
            &[$(include_str!(concat!("../../lexicons/", $language, "/", $family, ".toml"))),+],
        )
    };
}

/// The shipped files. English comes first: it names the families.
const FILES: [Shipped; 2] = [
    shipped!("en": "efforts", "time", "degree", "discretion", "open-list", "quantity", "scope", "modality", "ambiguity"),
    shipped!("de": "efforts", "time", "degree", "discretion", "open-list", "quantity", "scope", "modality", "ambiguity"),
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
    /// A number with a unit of time, for the same act.
    Time,
    /// A number beside the words.
    Number,
    /// A percentage in the sentence.
    Percent,
    /// An amount of money.
    Money,
    /// Times of the day in the sentence.
    Clock,
    /// Times of the day, in the sentence or wherever the contract says its hours.
    Hours,
    /// The words are written large.
    Name,
    /// A label.
    Short,
    /// The words open the sentence.
    First,
    /// A level that the contract describes has this name.
    Level,
    /// A law decides it.
    Law,
    /// It is about paying.
    Payment,
    /// Both parties agree to it.
    Mutual,
    /// The one who receives the service does it.
    Theirs,
    /// Somebody must do something.
    Duty,
    /// A duty, a right, a condition, a definition or an exclusion.
    Rule,
    /// What is excluded or forbidden.
    Exclusion,
    /// An exclusion, a cap, or a definition of what counts.
    Limit,
    /// The provider changes or refuses something.
    Change,
    /// A description of what counts, in a cell, a point of a list or a definition.
    Criterion,
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
    /// It also matters in an example.
    pub(super) in_examples: bool,
    /// It is reported only where nothing else of its family stands in the sentence.
    pub(super) alone: bool,
    /// One of these must stand before it.
    pub(super) after: Vec<Pattern>,
    pub(super) not_after: Vec<Pattern>,
    pub(super) not_before: Vec<Pattern>,
}

/// Sentences that are of a kind, by what they say.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// What does not count, or is forbidden.
    pub(super) exclusion: Vec<Pattern>,
    /// What counts: a definition.
    pub(super) definition: Vec<Pattern>,
    /// An example; at the start of a sentence or of a bracket.
    pub(super) example: Vec<Pattern>,
    /// What promises nothing: a purpose, a courtesy, advice.
    pub(super) aside: Vec<Pattern>,
    /// What says that a time that follows holds for what went before: "and in any case".
    pub(super) limit: Vec<Pattern>,
    /// What leads to a purpose that is served and not promised: "to help the desk".
    pub(super) purpose: Vec<Pattern>,
    /// What leads to a purpose where it opens a sentence, or follows "this is".
    pub(super) opening: Vec<Pattern>,
    /// A time that stands elsewhere: "within the periods listed in Table 1".
    pub(super) stated: Vec<Pattern>,
    /// The bits of the kinds.
    starts: Starting<u8>,
}

/// The classes of words that the engine itself asks for; `language.toml` describes them.
#[derive(Debug, Default)]
pub(super) struct Grammatical {
    pub(super) us: Classes,
    pub(super) them: Classes,
    pub(super) duty: Classes,
    pub(super) rule: Classes,
    pub(super) exclusion: Classes,
    pub(super) limit: Classes,
    pub(super) law: Classes,
    pub(super) payment: Classes,
    pub(super) money: Classes,
    pub(super) mutual: Classes,
    pub(super) change: Classes,
    pub(super) unit: Classes,
    pub(super) number: Classes,
    pub(super) one: Classes,
    pub(super) reference: Classes,
    pub(super) case: Classes,
    pub(super) effort: Classes,
    pub(super) agent: Classes,
    pub(super) condition: Classes,
    pub(super) is: Classes,
    pub(super) and: Classes,
    pub(super) acts: Classes,
}

impl Grammatical {
    fn of(classes: &Classification) -> Self {
        let class = |name| classes.class(name);
        Self {
            us: class("us"),
            them: class("them"),
            duty: class("duty"),
            rule: class("rule"),
            exclusion: class("exclusion"),
            limit: class("limit"),
            law: class("law"),
            payment: class("payment"),
            money: class("money"),
            mutual: class("mutual"),
            change: class("change"),
            unit: class("unit"),
            number: class("number"),
            one: class("one"),
            reference: class("reference"),
            case: class("case"),
            effort: class("effort"),
            agent: class("agent"),
            condition: class("condition"),
            is: class("is"),
            and: class("and"),
            acts: class("acts"),
        }
    }
}

/// The lexicon of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) classification: Classification,
    pub(super) classes: Grammatical,
    pub(super) phrases: Phrases,
    pub(super) entries: Vec<Entry>,
    /// Entry and pattern.
    starts: Starting<(usize, usize)>,
}

/// The file of a language's grammar.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grammar {
    words: BTreeMap<String, Vec<String>>,
    phrases: Kinds,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    exclusion: Vec<String>,
    definition: Vec<String>,
    example: Vec<String>,
    aside: Vec<String>,
    limit: Vec<String>,
    purpose: Vec<String>,
    opening: Vec<String>,
    stated: Vec<String>,
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
    in_examples: bool,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(rename = "because")]
    _because: String,
}

struct All {
    families: Vec<Family>,
    languages: Vec<(&'static str, Lexicon)>,
}

static ALL: LazyLock<All> = LazyLock::new(|| {
    let mut all = All { families: Vec::new(), languages: Vec::new() };
    for shipped in &FILES {
        // That each shipped file can be read is held by a test.
        if let Ok(lexicon) = read(shipped, &mut all.families) {
            all.languages.push((shipped.0, lexicon));
        }
    }
    all
});

/// Reads the files of a language; families that are new join the list.
fn read((_, grammar, files): &Shipped, families: &mut Vec<Family>) -> Result<Lexicon, String> {
    let grammar: Grammar = toml::from_str(grammar).map_err(|error| error.to_string())?;
    let mut lexicon = Lexicon::default();
    for (name, words) in &grammar.words {
        lexicon.classification.add(name, words);
    }
    let parse = |texts: &[String]| -> Result<Vec<Pattern>, String> {
        texts.iter().map(|text| Pattern::parse(text, &lexicon.classification)).collect()
    };
    let mut phrases = Phrases {
        exclusion: parse(&grammar.phrases.exclusion)?,
        definition: parse(&grammar.phrases.definition)?,
        example: parse(&grammar.phrases.example)?,
        aside: parse(&grammar.phrases.aside)?,
        limit: parse(&grammar.phrases.limit)?,
        purpose: parse(&grammar.phrases.purpose)?,
        opening: parse(&grammar.phrases.opening)?,
        stated: parse(&grammar.phrases.stated)?,
        starts: Starting::default(),
    };
    phrases.starts = phrases.index();
    lexicon.phrases = phrases;
    lexicon.classes = Grammatical::of(&lexicon.classification);
    for text in *files {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let known = families.iter().position(|family| family.name == file.family);
        let family = known.unwrap_or_else(|| {
            families.push(Family { name: file.family, summary: file.summary, why: file.why });
            families.len() - 1
        });
        for words in file.entry {
            lexicon.add(words, family)?;
        }
    }
    Ok(lexicon)
}

impl Phrases {
    /// The kinds of phrases, each with its bit.
    pub(super) fn kinds(&self) -> [(u8, &[Pattern]); 8] {
        [
            (Self::EXCLUSION, &self.exclusion),
            (Self::DEFINITION, &self.definition),
            (Self::EXAMPLE, &self.example),
            (Self::ASIDE, &self.aside),
            (Self::LIMIT, &self.limit),
            (Self::PURPOSE, &self.purpose),
            (Self::OPENING, &self.opening),
            (Self::STATED, &self.stated),
        ]
    }

    pub(super) const EXCLUSION: u8 = 1;
    pub(super) const DEFINITION: u8 = 2;
    pub(super) const EXAMPLE: u8 = 4;
    pub(super) const ASIDE: u8 = 8;
    pub(super) const LIMIT: u8 = 16;
    pub(super) const PURPOSE: u8 = 32;
    pub(super) const OPENING: u8 = 64;
    pub(super) const STATED: u8 = 128;

    /// The kinds of phrases that may begin with a word in small letters, as bits.
    pub(super) fn starting(&self, word: &str, classes: Classes) -> u8 {
        self.starts.with(word, classes).fold(0, |kinds, kind| kinds | kind)
    }

    fn index(&self) -> Starting<u8> {
        let mut starts = Starting::default();
        for (kind, patterns) in self.kinds() {
            for pattern in patterns {
                starts.add(pattern, kind);
            }
        }
        starts
    }
}

impl Lexicon {
    fn add(&mut self, words: Words, family: usize) -> Result<(), String> {
        let classes = &self.classification;
        let patterns: Vec<_> =
            words.say.iter().map(|text| Pattern::parse(text, classes)).collect::<Result<_, String>>()?;
        let beside = |texts: &[String]| -> Result<Vec<Pattern>, String> {
            texts.iter().map(|text| Pattern::parse_beside(text, classes)).collect()
        };
        let (after, not_after, not_before) =
            (beside(&words.after)?, beside(&words.not_after)?, beside(&words.not_before)?);
        for (at, pattern) in patterns.iter().enumerate() {
            self.starts.add(pattern, (self.entries.len(), at));
        }
        self.entries.push(Entry {
            family,
            patterns,
            open: words.open,
            write: words.write,
            unless: words.unless,
            needs: words.needs,
            in_examples: words.in_examples,
            alone: words.alone,
            after,
            not_after,
            not_before,
        });
        Ok(())
    }

    /// The entries and patterns that may begin with a word in small letters.
    pub(super) fn starting(&self, word: &str, classes: Classes) -> Vec<(usize, usize)> {
        let mut places: Vec<_> = self.starts.with(word, classes).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The lexicon of a language; none where there is none.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        ALL.languages.iter().find(|(name, _)| *name == language).map(|(_, lexicon)| lexicon)
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
        let mut families = Vec::new();
        for shipped in &FILES {
            let read = read(shipped, &mut families);
            assert!(read.is_ok(), "{}: {:?}", shipped.0, read.err());
        }
        assert_eq!(families.len(), 9, "a family of one language is a family of the other");
    }
}
