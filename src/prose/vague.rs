//! Vague words in their sentences: what the lexicon has, without what the context settles.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::clause::{Clause, Force, Place, Token, Words};
use super::document::{Block, BlockKind, Document};
use super::lexicon::{Entry, Lexicon, families};
use super::sentence::sentences;
use super::terms::Terms;
use crate::diagnostic::{Diagnostic, Severity};

/// How many findings of a contract are shown; none has more. Each holds its sentence, so that a file of nothing else would
/// fill the memory.
pub const MOST: usize = 10_000;

/// The vague words of a contract; no more than are shown under one heading.
pub fn vague(document: &Document) -> Vec<Diagnostic> {
    vague_beside(document, language(document), &BTreeSet::new())
}

/// The vague words of a text in a language, by its first subtag, beside terms that are defined elsewhere; nothing
/// where there is no lexicon of the language.
pub fn vague_beside(document: &Document, language: &str, defined: &BTreeSet<String>) -> Vec<Diagnostic> {
    let Some(lexicon) = Lexicon::of(language) else { return Vec::new() };
    let terms = Terms::of(document).beside(defined);
    let parts = parts(document, lexicon, &terms);
    let find = |(blocks, force): &(Range<usize>, Force)| {
        let mut reader = Reader::new(document, lexicon, &terms, *force);
        document.blocks[blocks.clone()].iter().for_each(|block| reader.block(block));
        reader.found
    };
    parts.par_iter().flat_map_iter(find).collect()
}

/// The language of a contract, by its smallest words.
fn language(document: &Document) -> &'static str {
    let (mut german, mut english) = (0_usize, 0_usize);
    for block in document.blocks.iter().take(400) {
        for word in block.text.split(' ') {
            match word {
                "der" | "die" | "und" | "das" | "ist" | "von" | "den" | "mit" | "wird" | "werden" => german += 1,
                "the" | "of" | "and" | "to" | "is" | "with" | "for" | "or" | "will" | "we" => english += 1,
                _ => {}
            }
        }
    }
    if german > english { "de" } else { "en" }
}

/// The blocks between headings, each with what its headings do.
fn parts(document: &Document, lexicon: &'static Lexicon, terms: &Terms) -> Vec<(Range<usize>, Force)> {
    let mut parts = Vec::new();
    let mut headings: Vec<(usize, Force)> = Vec::new();
    let (mut words, mut tokens) = (Words::new(lexicon), Vec::new());
    let mut start = 0;
    let above = |headings: &[(usize, Force)]| headings.iter().fold(Force::default(), |all, (_, force)| all.or(*force));
    for (at, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading) {
        parts.push((start..at, above(&headings)));
        start = at;
        words.read(&block.text, &(0..block.text.len()), &mut tokens);
        let place = Place { block, quotes: &[], terms, lexicon };
        let clause = Clause::new(place, &tokens, Force::default(), false);
        headings.retain(|(level, _)| *level < block.level);
        headings.push((block.level, Force { aside: clause.is_beside_the_point(0), ..clause.force() }));
    }
    parts.push((start..document.blocks.len(), above(&headings)));
    parts
}

/// Reads block after block.
struct Reader<'d> {
    document: &'d Document,
    terms: &'d Terms,
    words: Words<'d>,
    /// What the headings do.
    headings: Force,
    /// What a list of points stands under, such as "does not apply to:", and how deep in lists that stands.
    lead: (Force, usize),
    found: Vec<Diagnostic>,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document, lexicon: &'static Lexicon, terms: &'d Terms, headings: Force) -> Self {
        Self { document, terms, words: Words::new(lexicon), headings, lead: Default::default(), found: Vec::new() }
    }

    fn block(&mut self, block: &'d Block) {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell) {
            return;
        }
        // A point that is no deeper than the one that leads to a list comes after that list.
        if block.kind == BlockKind::Item && block.level > 0 && block.level <= self.lead.1 {
            self.lead = Default::default();
        }
        let mut tokens: Vec<Token<'d>> = Vec::new();
        let all = sentences(&block.text);
        let quotes: Vec<usize> = block.text.match_indices('"').map(|(at, _)| at).collect();
        // What a sentence does that goes on after a semicolon.
        let mut continued = Force::default();
        for (at, range) in all.iter().enumerate() {
            if self.found.len() > MOST {
                return;
            }
            self.words.read(&block.text, range, &mut tokens);
            if tokens.is_empty() {
                continue;
            }
            let above = self.headings.or(self.lead.0).or(continued);
            let place = Place { block, quotes: &quotes, terms: self.terms, lexicon: self.words.lexicon };
            let clause = Clause::new(place, &tokens, above, continued != Force::default());
            find(&clause, self.document, &mut self.found);
            let ended = !block.text[range.clone()].ends_with(';');
            continued = if ended { Force::default() } else { continued.or(clause.force()) };
            let leads = block.text[range.clone()].trim_end().ends_with(':');
            if leads || block.kind == BlockKind::Paragraph && at + 1 == all.len() {
                self.lead = (clause.force(), block.level);
            }
        }
    }
}

/// Vague words in a sentence: the entry they are of, and which words they are.
struct Hit<'l> {
    entry: &'l Entry,
    words: Range<usize>,
}

/// Adds what is vague in a sentence.
fn find(clause: &Clause<'_, '_>, document: &Document, found: &mut Vec<Diagnostic>) {
    let hits = hits(clause);
    let is_beside = |hit: &Hit<'_>| {
        hit.entry.alone && hits.iter().any(|other| !other.entry.alone && other.entry.family == hit.entry.family)
    };
    let mut spans: Vec<(&Entry, Range<usize>)> = Vec::new();
    for hit in hits.iter().filter(|hit| !is_beside(hit)) {
        match spans.last_mut() {
            // "prompt and effective" is one judgment.
            Some((entry, words)) if entry.family == hit.entry.family && clause.joins(words.end, hit.words.start) => {
                words.end = hit.words.end;
            }
            _ => spans.push((hit.entry, hit.words.clone())),
        }
    }
    found.extend(
        spans.into_iter().map(|(entry, words)| finding(clause.place.block, document, entry, &clause.range(words))),
    );
}

/// What is vague in a sentence, in its order.
fn hits<'l>(clause: &Clause<'_, '_>) -> Vec<Hit<'l>> {
    let tokens = clause.tokens;
    let lexicon = clause.place.lexicon;
    let mut hits = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let candidates = tokens[at].known.starts.iter().filter_map(|(entry, pattern)| {
            let entry = &lexicon.entries[*entry];
            let length = entry.patterns[*pattern].length(&tokens[at..])?;
            stands(clause, entry, at, length).then_some((entry, length))
        });
        // Of several readings the longest is meant; of equal ones the first of the files.
        let Some((entry, length)) = candidates.reduce(|best, next| if next.1 > best.1 { next } else { best }) else {
            at += 1;
            continue;
        };
        let place = clause.range(at..at + length);
        let settled = clause.place.block.is_aside(&place)
            || clause.is_quoted(&place)
            || is_defined(clause, at, length)
            || entry.unless.iter().any(|context| clause.holds(*context, at, length))
            || !entry.in_examples
                && (clause.is_in_example(at) || clause.is_in_purpose(at) || clause.is_beside_the_point(at));
        if !settled {
            hits.push(Hit { entry, words: at..at + length });
        }
        at += length;
    }
    hits
}

fn finding(block: &Block, document: &Document, entry: &Entry, place: &Range<usize>) -> Diagnostic {
    let family = &families()[entry.family];
    let mut finding = Diagnostic::new(
        &family.name,
        Severity::Warning,
        Some(block.span(document.source, place)),
        format!("`{}` leaves open {}", &block.text[place.clone()], entry.open),
    )
    .help(format!("write, for example, `{}`", entry.write));
    finding.why = Some(&family.why);
    finding
}

/// Whether the words at a place are the ones that an entry means.
fn stands(clause: &Clause<'_, '_>, entry: &Entry, at: usize, length: usize) -> bool {
    let (before, after) = (&clause.tokens[..at], &clause.tokens[at + length..]);
    (entry.after.is_empty() || entry.after.iter().any(|pattern| pattern.ends(before)))
        && !entry.not_after.iter().any(|pattern| pattern.ends(before))
        && !entry.not_before.iter().any(|pattern| pattern.length(after).is_some())
        && entry.needs.is_none_or(|context| clause.holds(context, at, length))
}

/// Whether the words are part of a term that the contract defines.
fn is_defined(clause: &Clause<'_, '_>, at: usize, length: usize) -> bool {
    let tokens = clause.tokens;
    (at.saturating_sub(3)..=at).any(|from| {
        (at + length..=tokens.len().min(at + length + 3)).any(|to| {
            clause.place.terms.defines(&clause.place.block.text[tokens[from].word.start..tokens[to - 1].word.end()])
        })
    })
}
