//! Vague words in their sentences: what the lexicon has, without what the context settles.

use std::collections::BTreeSet;
use std::ops::Range;

use super::defined::terms;
use super::document::{Block, BlockKind, Document};
use super::lexicon::{Context, Entry, Lexicon, families};
use super::matcher::{Pattern, is_number};
use super::sentence::{Word, sentences, words};
use crate::diagnostic::{Diagnostic, Severity};

/// The vague words of a contract.
pub fn vague(document: &Document) -> Vec<Diagnostic> {
    let Some(lexicon) = Lexicon::of(language(document)) else { return Vec::new() };
    let defined = terms(document);
    let mut found = Vec::new();
    // What a list of points stands under, such as "does not apply to:".
    let mut lead = String::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Heading => lead = block.text.to_lowercase(),
            BlockKind::Head | BlockKind::Quote | BlockKind::Code => {}
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell => {
                for range in sentences(&block.text) {
                    let text = &block.text[range.clone()];
                    let sentence = Sentence::new(block, &range, &lead, &defined);
                    sentence.find(lexicon, document, &mut found);
                    if block.kind == BlockKind::Paragraph || text.trim_end().ends_with(':') {
                        lead = text.to_lowercase();
                    }
                }
            }
        }
    }
    found
}

/// The language of a contract, by its smallest words.
fn language(document: &Document) -> &'static str {
    let (mut german, mut english) = (0_usize, 0_usize);
    for block in document.blocks.iter().take(400) {
        for word in block.text.split(' ') {
            match word {
                "der" | "die" | "und" | "das" | "ist" | "von" | "den" | "mit" => german += 1,
                "the" | "of" | "and" | "to" | "is" | "with" | "for" | "or" => english += 1,
                _ => {}
            }
        }
    }
    if german > english { "de" } else { "en" }
}

struct Sentence<'b> {
    block: &'b Block,
    words: Vec<Word<'b>>,
    lower: Vec<String>,
    lead: &'b str,
    defined: &'b BTreeSet<String>,
}

impl<'b> Sentence<'b> {
    fn new(block: &'b Block, range: &Range<usize>, lead: &'b str, defined: &'b BTreeSet<String>) -> Self {
        let words = words(&block.text, range);
        let lower = words.iter().map(|word| word.text.to_lowercase()).collect();
        Self { block, words, lower, lead, defined }
    }

    fn find(&self, lexicon: &Lexicon, document: &Document, found: &mut Vec<Diagnostic>) {
        let mut at = 0;
        while at < self.words.len() {
            let known = lexicon.by_word.get(&self.lower[at]).into_iter().flatten();
            let candidates = known.chain(&lexicon.by_form).filter_map(|(entry, pattern)| {
                let entry = &lexicon.entries[*entry];
                let length = entry.patterns[*pattern].length(&self.words[at..], &self.lower[at..])?;
                self.counts(entry, at, length).then_some((entry, length))
            });
            // Of several readings the longest is meant.
            let Some((entry, length)) = candidates.max_by_key(|(_, length)| *length) else {
                at += 1;
                continue;
            };
            let range = self.words[at].start..self.words[at + length - 1].end();
            let family = &families()[entry.family];
            let text = &self.block.text[range.clone()];
            let mut finding = Diagnostic::new(
                name(&family.name),
                Severity::Warning,
                Some(self.block.span(document.source, &range)),
                format!("`{text}` leaves open {}", entry.open),
            )
            .help(format!("write, for example, `{}`", entry.write));
            finding.why = Some(why(&family.name));
            found.push(finding);
            at += length;
        }
    }

    /// Whether the words at a place are meant, and not settled by what stands around them.
    fn counts(&self, entry: &Entry, at: usize, length: usize) -> bool {
        let range = self.words[at].start..self.words[at + length - 1].end();
        if self.block.is_aside(&range) || self.is_quoted(&range) || self.is_defined(at, length) {
            return false;
        }
        let ends = |pattern: &Pattern| {
            (1..=3).any(|count| {
                count <= at && pattern.length(&self.words[at - count..at], &self.lower[at - count..at]) == Some(count)
            })
        };
        let begins =
            |pattern: &Pattern| pattern.length(&self.words[at + length..], &self.lower[at + length..]).is_some();
        !entry.not_after.iter().any(ends)
            && !entry.not_before.iter().any(begins)
            && !entry.unless.iter().any(|context| self.has(*context, at, length))
            && entry.needs.is_none_or(|context| self.has(context, at, length))
    }

    fn is_quoted(&self, range: &Range<usize>) -> bool {
        let quotes = self.block.text[..range.start].matches('"').count();
        quotes % 2 == 1 && self.block.text[range.end..].contains('"')
    }

    /// Whether the words are part of a term that the contract defines.
    fn is_defined(&self, at: usize, length: usize) -> bool {
        (0..=at).rev().take(4).any(|from| {
            (at + length..=self.words.len().min(at + length + 3)).any(|to| {
                let text = &self.block.text[self.words[from].start..self.words[to - 1].end()];
                self.defined.contains(text)
            })
        })
    }

    fn has(&self, context: Context, at: usize, length: usize) -> bool {
        let any = |list: &[&str]| self.lower.iter().any(|word| list.contains(&word.as_str()));
        match context {
            Context::Time => self.says_time(at, length),
            // A number far away belongs to something else.
            Context::Number => {
                let near = at.saturating_sub(5)..self.lower.len().min(at + length + 5);
                let outside = |place: &usize| !(at..at + length).contains(place);
                let counts = |place: usize| {
                    let word = &self.lower[place];
                    let timed = self.lower.get(place + 1).is_some_and(|next| is_unit(next));
                    is_number(word) && !timed && !["one", "ein", "eine"].contains(&word.as_str())
                };
                near.filter(outside).any(counts)
            }
            Context::Money => self.block.text.contains(['$', '\u{20AC}', '\u{A3}']) || any(&["eur", "usd", "gbp"]),
            Context::Clock => self.lower.iter().any(|word| {
                word.contains(':') && is_number(word)
                    || word.ends_with("am") && is_number(word)
                    || word.ends_with("pm") && is_number(word)
            }),
            Context::Name => {
                let word = self.words[at].text;
                let before = self.block.text[..self.words[at].start].trim_end();
                let first = at == 0 || before.ends_with([':', '(', '/', '-', '|']);
                word.starts_with(char::is_uppercase)
                    && (!first
                        || self.words.get(at + length).is_some_and(|next| next.text.starts_with(char::is_uppercase)))
            }
            Context::Short => self.words.len() <= 4,
            Context::Defined => self.defined.iter().any(|term| {
                term.eq_ignore_ascii_case(&self.block.text[self.words[at].start..self.words[at + length - 1].end()])
            }),
            Context::Law => any(&["law", "laws", "statute", "regulation", "regulations", "gdpr", "legally"]),
            Context::Duty => any(&DUTY) || self.lead_has(&DUTY),
            Context::Rule => {
                any(&DUTY)
                    || any(&RULE)
                    || self.lead_has(&RULE)
                    || self.block.kind != BlockKind::Paragraph && self.words.len() > 4
            }
            Context::Exclusion => self.excludes(),
            Context::Limit => self.excludes() || any(&LIMIT),
            Context::Ours => {
                !any(&["you", "your", "customer", "client", "user", "users"])
                    || any(&["we", "our", "provider", "will", "shall", "team"])
            }
            Context::OursOrRule => any(&DUTY) || any(&RULE) || any(&["we", "our"]) || self.words.len() > 4,
        }
    }

    fn lead_has(&self, list: &[&str]) -> bool {
        self.block.kind != BlockKind::Paragraph
            && self.lead.split(|letter: char| !letter.is_alphanumeric()).any(|word| list.contains(&word))
    }

    fn excludes(&self) -> bool {
        let said = |text: &str| EXCLUSION.iter().any(|words| text.contains(words));
        said(&self.lower.join(" ")) || self.block.kind != BlockKind::Paragraph && said(self.lead)
    }

    /// Whether a number with a unit of time settles the words.
    fn says_time(&self, at: usize, length: usize) -> bool {
        let others: Vec<&String> = self.lower[..at].iter().chain(&self.lower[at + length..]).collect();
        others.windows(2).any(|pair| is_number(pair[0]) && is_unit(pair[1]))
            || others.iter().any(|word| word.ends_with("-hour") || word.ends_with("-day") || word.ends_with("-minute"))
    }
}

/// How units of time begin.
const UNITS: [&str; 13] = [
    "minute", "hour", "day", "week", "month", "year", "business", "working", "calendar", "stunde", "tag", "woche",
    "quarter",
];

fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| word.starts_with(unit))
}

/// Words of a duty.
const DUTY: [&str; 24] = [
    "shall",
    "will",
    "must",
    "agrees",
    "agree",
    "commits",
    "commit",
    "guarantees",
    "guarantee",
    "guaranteed",
    "undertakes",
    "warrants",
    "required",
    "requires",
    "responsible",
    "ensure",
    "ensures",
    "provides",
    "provide",
    "obliged",
    "obligation",
    "should",
    "wird",
    "muss",
];
/// Words of a condition, or of what counts.
const RULE: [&str; 40] = [
    "if",
    "when",
    "where",
    "unless",
    "except",
    "provided",
    "may",
    "means",
    "mean",
    "defined",
    "is",
    "are",
    "can",
    "cannot",
    "not",
    "within",
    "only",
    "apply",
    "applies",
    "excluded",
    "exclude",
    "excludes",
    "liable",
    "entitled",
    "subject",
    "until",
    "during",
    "upon",
    "case",
    "event",
    "condition",
    "conditions",
    "affects",
    "affect",
    "affecting",
    "severity",
    "priority",
    "critical",
    "impact",
    "issue",
];
/// Words that limit what counts.
const LIMIT: [&str; 10] =
    ["only", "except", "excluding", "limited", "cap", "capped", "maximum", "force", "liability", "prohibited"];
/// Words of an exclusion.
const EXCLUSION: [&str; 16] = [
    "exclu",
    "exception",
    "does not apply",
    "do not apply",
    "not apply",
    "not include",
    "not be liable",
    "not liable",
    "not responsible",
    "not covered",
    "force majeure",
    "limitation",
    "out of scope",
    "outside of our scope",
    "not count",
    "not be counted",
];

/// The rule's name as the list of rules has it.
fn name(family: &str) -> &'static str {
    families().iter().find(|known| known.name == family).map_or("vague", |known| known.name.as_str())
}

fn why(family: &str) -> &'static str {
    families().iter().find(|known| known.name == family).map_or("", |known| known.why.as_str())
}
