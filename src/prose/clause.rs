//! A sentence as its words and what they do: who owes, what is excluded, what settles a word beside them.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::document::{Block, BlockKind};
use super::lexicon::{Context, Grammatical, Lexicon, Phrases};
use super::matcher::Term;
use super::sentence::{Word, words_into};
use super::terms::Terms;
use super::vocabulary::{Classes, NAME, NUMBER};

/// What a sentence, or the heading or words that it stands under, does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Force {
    /// Somebody must do something.
    pub(super) duty: bool,
    /// It has an effect: a duty, a right, a condition, a definition, an exclusion.
    pub(super) rule: bool,
    /// Something does not count, or is forbidden.
    pub(super) exclusion: bool,
    /// Something is bounded or defined.
    pub(super) limit: bool,
    /// Its heading tells a purpose.
    pub(super) aside: bool,
}

impl Force {
    /// What both do together.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            duty: self.duty || other.duty,
            rule: self.rule || other.rule,
            exclusion: self.exclusion || other.exclusion,
            limit: self.limit || other.limit,
            aside: self.aside || other.aside,
        }
    }
}

/// What a language knows of a word.
#[derive(Debug)]
pub(super) struct Known {
    lower: String,
    classes: Classes,
    /// The kinds of phrases that may begin with it.
    phrases: u8,
    /// The entries and patterns that may begin with it.
    pub(super) starts: Vec<(usize, usize)>,
}

/// A word with what is known of it.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) word: Word<'t>,
    pub(super) known: Rc<Known>,
}

impl Term for Known {
    fn lower(&self) -> &str {
        &self.lower
    }

    fn classes(&self) -> Classes {
        self.classes
    }
}

impl Term for Token<'_> {
    fn lower(&self) -> &str {
        &self.known.lower
    }

    fn classes(&self) -> Classes {
        self.known.classes
    }
}

/// Looks words up, each different one once.
pub(super) struct Words<'t> {
    pub(super) lexicon: &'static Lexicon,
    known: HashMap<&'t str, Rc<Known>>,
    list: Vec<Word<'t>>,
}

impl<'t> Words<'t> {
    pub(super) fn new(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, known: HashMap::new(), list: Vec::new() }
    }

    /// Puts the words of a range of a text into a list.
    pub(super) fn read(&mut self, text: &'t str, range: &Range<usize>, tokens: &mut Vec<Token<'t>>) {
        words_into(text, range, &mut self.list);
        tokens.clear();
        for word in &self.list {
            let known = self.known.entry(word.text).or_insert_with(|| {
                let lower = word.text.to_lowercase();
                let large = if word.text.starts_with(char::is_uppercase) { NAME } else { 0 };
                let classes = self.lexicon.classification.of(&lower) | large;
                let starts = self.lexicon.starting(&lower, classes);
                let phrases = self.lexicon.phrases.starting(&lower, classes);
                Rc::new(Known { lower, classes, phrases, starts })
            });
            tokens.push(Token { word: *word, known: Rc::clone(known) });
        }
    }
}

/// Where a sentence stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'c, 't> {
    pub(super) block: &'t Block,
    /// Where the block's quotation marks stand.
    pub(super) quotes: &'c [usize],
    pub(super) terms: &'c Terms,
    pub(super) lexicon: &'static Lexicon,
}

/// A sentence.
pub(super) struct Clause<'c, 't> {
    pub(super) place: Place<'c, 't>,
    pub(super) tokens: &'c [Token<'t>],
    /// What its heading and the words that lead to it do.
    above: Force,
    /// Whether it goes on after a semicolon.
    continues: bool,
    /// The classes of its words.
    classes: Classes,
    /// The kinds of phrases that may stand in it.
    kinds: u8,
    force: OnceCell<Force>,
}

impl<'c, 't> Clause<'c, 't> {
    /// A sentence of a block.
    pub(super) fn new(place: Place<'c, 't>, tokens: &'c [Token<'t>], above: Force, continues: bool) -> Self {
        let classes = tokens.iter().fold(0, |classes, token| classes | token.known.classes);
        let kinds = tokens.iter().fold(0, |kinds, token| kinds | token.known.phrases);
        Self { place, tokens, above, continues, classes, kinds, force: OnceCell::new() }
    }

    fn classes(&self) -> &'static Grammatical {
        &self.place.lexicon.classes
    }

    fn has(&self, class: Classes) -> bool {
        self.classes & class != 0
    }

    /// Whether phrases of a kind stand at the beginning of some words.
    fn begins_with(&self, kind: u8, words: &[Token<'_>]) -> bool {
        let may = words.first().is_some_and(|token| token.known.phrases & kind != 0);
        let kinds = self.place.lexicon.phrases.kinds();
        may && kinds
            .iter()
            .any(|(known, patterns)| *known == kind && patterns.iter().any(|pattern| pattern.length(words).is_some()))
    }

    /// Whether phrases of a kind stand anywhere in it.
    fn says(&self, kind: u8) -> bool {
        self.kinds & kind != 0 && (0..self.tokens.len()).any(|at| self.begins_with(kind, &self.tokens[at..]))
    }

    /// What it does of itself.
    pub(super) fn force(&self) -> Force {
        *self.force.get_or_init(|| self.find_force())
    }

    fn find_force(&self) -> Force {
        let duty = self.has(self.classes().duty);
        let exclusion = self.has(self.classes().exclusion) || self.says(Phrases::EXCLUSION);
        let defines = self.says(Phrases::DEFINITION);
        let limit = exclusion || defines || self.has(self.classes().limit);
        let rule = duty
            || limit
            || self.has(self.classes().rule)
            || self.has(self.classes().us)
            || self.has(self.classes().case)
            || self.has(NUMBER) && self.has(self.classes().unit);
        Force { duty, rule, exclusion, limit, aside: false }
    }

    /// Whether it is a label: up to four words; up to two in a point of a list, or in a cell that is not the first of its
    /// row.
    fn is_short(&self) -> bool {
        let within =
            self.place.block.kind == BlockKind::Item || self.place.block.cell.is_some_and(|cell| cell.column > 0);
        let most = if within { 2 } else { 4 };
        self.tokens.len() <= most && self.place.block.text.split(' ').take(6).count() <= most + 1
    }

    /// Whether the words at a place open a block of a list or table, and a colon or brackets follow.
    fn is_label(&self, at: usize, length: usize) -> bool {
        self.leads() && at == 0 && self.tokens.len() > length && self.gap(length).contains([':', '=', '(', '\u{2014}'])
    }

    /// Whether the words at a place stand, with others, in brackets that explain a label.
    fn is_bracketed(&self, at: usize) -> bool {
        self.bracket(at).is_some_and(|open| open > 0 && self.segment(open, 1).len() > 1)
    }

    /// Whether a word stands in what promises nothing: an example, a purpose, a courtesy, advice. A courtesy takes nothing
    /// from what is said before it, unless that is its condition: "this may change at any time, so please come back".
    pub(super) fn is_beside_the_point(&self, at: usize) -> bool {
        let conditional = || self.tokens[0].known.classes & self.classes().condition != 0;
        let covers = |place: usize| at >= self.segment(place, 1).start || conditional();
        self.above.aside
            || self.begins_with(Phrases::EXAMPLE, self.tokens)
            || self.kinds & Phrases::ASIDE != 0
                && (0..self.tokens.len())
                    .any(|place| self.begins_with(Phrases::ASIDE, &self.tokens[place..]) && covers(place))
    }

    /// Whether a part of the block stands in quotation marks.
    pub(super) fn is_quoted(&self, place: &Range<usize>) -> bool {
        let before = self.place.quotes.partition_point(|quote| *quote < place.start);
        before % 2 == 1 && before < self.place.quotes.len()
    }

    /// Whether the words at a place stand in brackets that give an example.
    pub(super) fn is_in_example(&self, at: usize) -> bool {
        let Some(open) = self.bracket(at) else { return false };
        self.begins_with(Phrases::EXAMPLE, &self.tokens[open..])
    }

    /// Whether the words at a place tell what something is for: "to help the desk give a prompt answer". What somebody
    /// owes, or makes an effort, to do is no purpose.
    pub(super) fn is_in_purpose(&self, at: usize) -> bool {
        let (owed, tries) = (self.classes().duty, self.classes().effort);
        let opens = |place: usize| {
            place == 0 || self.gap(place).contains(':') || self.tokens[place - 1].known.classes & self.classes().is != 0
        };
        // A point of a list that begins so is a task: "to help users on site".
        let listed = self.place.block.kind == BlockKind::Item;
        let leads = |place: usize| {
            let words = &self.tokens[place..];
            self.begins_with(Phrases::PURPOSE, words)
                && !self.tokens[place.saturating_sub(4)..place].iter().any(|token| token.known.classes & tries != 0)
                && (place == 0 || self.tokens[place - 1].known.classes & owed == 0)
                || self.begins_with(Phrases::OPENING, words) && opens(place) && !listed
        };
        self.kinds & (Phrases::PURPOSE | Phrases::OPENING) != 0
            && (0..=at).rev().take_while(|place| *place == at || !self.breaks(place + 1)).any(leads)
    }

    /// The first word of the brackets that the words at a place stand in.
    fn bracket(&self, at: usize) -> Option<usize> {
        for place in (0..=at).rev() {
            let gap = self.gap(place);
            match gap.rfind(['(', ')']) {
                Some(found) if gap.as_bytes()[found] == b'(' => return Some(place),
                Some(_) => return None,
                None => {}
            }
        }
        None
    }

    /// The marks before a word.
    fn gap(&self, at: usize) -> &str {
        let from = if at == 0 { self.tokens[0].word.start.saturating_sub(1) } else { self.tokens[at - 1].word.end() };
        self.place.block.text.get(from..self.tokens[at].word.start).unwrap_or("")
    }

    /// Where some words stand in the block.
    pub(super) fn range(&self, words: Range<usize>) -> Range<usize> {
        self.tokens[words.start].word.start..self.tokens[words.end - 1].word.end()
    }

    /// Whether nothing but a comma or a word such as "and" stands between words that end at a place and words that begin
    /// at another.
    pub(super) fn joins(&self, end: usize, start: usize) -> bool {
        let between = &self.tokens[end..start];
        between.len() < 2
            && between.iter().all(|token| token.known.classes & self.classes().and != 0)
            && (end..=start).all(|at| matches!(self.gap(at), " " | ", "))
    }

    fn breaks(&self, at: usize) -> bool {
        self.gap(at).contains([',', ';', ':', '(', ')', '\u{2014}', '\u{2013}'])
    }

    /// The words between the marks around the words at a place.
    fn segment(&self, at: usize, length: usize) -> Range<usize> {
        let from = (1..=at).rev().find(|place| self.breaks(*place)).unwrap_or(0);
        let to = (at + length..self.tokens.len()).find(|place| self.breaks(*place)).unwrap_or(self.tokens.len());
        from..to
    }

    /// Whether the words at a place are settled, or do matter.
    pub(super) fn holds(&self, context: Context, at: usize, length: usize) -> bool {
        match context {
            Context::Time => self.says_time(at, length),
            Context::Number => self.counts(at, length),
            Context::Percent => self.tokens.iter().any(|token| {
                token.known.classes & NUMBER != 0 && token.known.lower.ends_with('%') || self.gap_is_percent(token)
            }),
            Context::Money => {
                self.place.block.text.contains(['$', '\u{20AC}', '\u{A3}']) || self.has(self.classes().money)
            }
            Context::Clock => self.tokens.iter().any(is_clock),
            Context::Hours => self.tokens.iter().any(is_clock) || self.place.terms.states_hours(),
            Context::Name => self.is_name(at, length),
            Context::Short => {
                // A point that does not count is no label, however short.
                let excluded = self.place.block.kind == BlockKind::Item && self.above.exclusion;
                self.is_short() && !excluded && !self.is_bracketed(at) || self.is_label(at, length)
            }
            Context::First => at == 0,
            Context::Level => self.is_level(at, length),
            Context::Law => self.has(self.classes().law),
            Context::Payment => self.has(self.classes().payment),
            Context::Mutual => self.has(self.classes().mutual),
            Context::Theirs => self.is_theirs(at),
            Context::Duty => self.has(self.classes().duty) || self.leads() && self.above.duty,
            Context::Rule => self.force().rule || self.leads() && self.above.rule || self.leads() && !self.is_short(),
            Context::Exclusion => self.force().exclusion || self.leads() && self.above.exclusion,
            Context::Limit => {
                self.force().limit || self.leads() && self.above.limit || self.place.block.kind == BlockKind::Cell
            }
            Context::Change => {
                self.has(self.classes().change) && !self.has(self.classes().mutual) && !self.is_theirs(at)
            }
            Context::Criterion => self.leads() && !self.is_short() || self.says(Phrases::DEFINITION),
        }
    }

    /// Whether it continues the words above it: a point of a list, a cell.
    fn leads(&self) -> bool {
        self.continues || matches!(self.place.block.kind, BlockKind::Item | BlockKind::Cell)
    }

    fn gap_is_percent(&self, token: &Token<'_>) -> bool {
        token.known.classes & NUMBER != 0 && self.place.block.text[token.word.end()..].trim_start().starts_with('%')
    }

    /// Whether a number with a unit of time settles the words: in the same segment, or in the next one where it says
    /// so ("promptly, and in any case within 2 hours"), or in the one before ("within 2 hours, promptly").
    fn says_time(&self, at: usize, length: usize) -> bool {
        let segment = self.segment(at, length);
        let timed = |range: Range<usize>| range.into_iter().any(|place| self.is_time(place, &(at..at + length)));
        // What comes after "and" is another act: "answers within 2 hours and resolves it as soon as possible".
        let and = |place: &usize| self.tokens[*place].known.classes & self.classes().and != 0;
        let act = (segment.start..at).rev().find(and).unwrap_or(segment.start)..segment.end;
        // "in any case within the time periods listed in Table 1".
        if timed(act)
            || self.kinds & Phrases::STATED != 0
                && (at..self.tokens.len()).any(|place| self.begins_with(Phrases::STATED, &self.tokens[place..]))
        {
            return true;
        }
        let bounds = |from: usize| self.begins_with(Phrases::LIMIT, &self.tokens[from..]);
        if segment.end < self.tokens.len() {
            let next = self.segment(segment.end, 1);
            if (self.gap(next.start).contains('(') || bounds(next.start)) && timed(next) {
                return true;
            }
        }
        segment.start > 0 && {
            let last = self.segment(segment.start - 1, 1);
            bounds(last.start) && timed(last)
        }
    }

    /// Whether a number with a unit of time begins at a place that is outside the words.
    fn is_time(&self, at: usize, words: &Range<usize>) -> bool {
        let unit = self.classes().unit;
        let token = &self.tokens[at];
        if token.known.classes & NUMBER == 0 && token.known.classes & self.classes().number == 0 {
            return false;
        }
        // `4-hour`, `30min`.
        let joined = token.known.lower.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
        let joins = joined.len() < token.known.lower.len() && self.place.lexicon.classification.of(joined) & unit != 0;
        let near = at + 1..self.tokens.len().min(at + 4);
        joins || near.into_iter().any(|place| !words.contains(&place) && self.tokens[place].known.classes & unit != 0)
    }

    /// Whether a number that is no time and no reference stands beside the words.
    fn counts(&self, at: usize, length: usize) -> bool {
        let segment = self.segment(at, length);
        let near = at.saturating_sub(5).max(segment.start)..segment.end.min(at + length + 5);
        let (reference, number) = (self.classes().reference, self.classes().number | NUMBER);
        near.into_iter().filter(|place| !(at..at + length).contains(place)).any(|place| {
            let token = &self.tokens[place];
            let refers = self.gap(place).contains('\u{A7}')
                || place > 0 && self.tokens[place - 1].known.classes & reference != 0;
            let pure = !token.known.lower.contains(|letter: char| letter.is_alphabetic())
                || token.known.classes & self.classes().number != 0;
            token.known.classes & number != 0
                && pure
                && token.known.classes & self.classes().one == 0
                && !refers
                && !self.is_time(place, &(at..at + length))
        })
    }

    /// Whether the words are written large in the middle of a sentence.
    fn is_name(&self, at: usize, length: usize) -> bool {
        let large = |token: &Token<'_>| {
            let mut letters = token.word.text.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase)
        };
        let gap = self.gap(at);
        let first = at == 0 || gap.contains([':', '(', '/', '|']) || gap.contains(" - ");
        large(&self.tokens[at]) && (!first || self.tokens.get(at + length).is_some_and(large))
    }

    /// Whether the words name a level that the contract describes, or all but that level, before what is of it or at the
    /// end of a cell.
    fn is_level(&self, at: usize, length: usize) -> bool {
        let case = self.classes().case;
        let of = match self.tokens.get(at + length) {
            Some(token) => token.known.classes & case != 0,
            None => self.place.block.kind == BlockKind::Cell,
        };
        let word = self.tokens[at].known.lower.as_str();
        of && self.place.terms.is_level(word.strip_prefix("non-").unwrap_or(word))
    }

    /// What is known of the one by whom something is done, as the last words that lead to one say: a party, or a name.
    fn agent(&self, range: Range<usize>) -> Option<Classes> {
        let (us, them) = (self.classes().us, self.classes().them);
        let by = range.clone().rev().find(|place| self.tokens[*place].known.classes & self.classes().agent != 0)?;
        let named = |token: &Token<'_>| {
            token.known.classes & (us | them) != 0 || token.word.text.starts_with(char::is_uppercase)
        };
        let who = self.tokens[by + 1..range.end].iter().take(2).find(|token| named(token))?;
        Some(who.known.classes)
    }

    /// Whether the one who receives the service does what the words say: the first party that is named between the
    /// marks before the words, or else in the part before that.
    fn is_theirs(&self, at: usize) -> bool {
        let (us, them) = (self.classes().us, self.classes().them);
        let acts = |place: &usize| {
            self.tokens[*place].known.classes & (us | them | NAME) != 0
                && self.tokens[place + 1].known.classes & self.classes().acts != 0
        };
        if let Some(who) = (0..at.saturating_sub(1)).rev().find(acts) {
            return self.tokens[who].known.classes & them != 0;
        }
        let mut end = at;
        loop {
            let start = (1..end).rev().find(|place| self.breaks(*place)).unwrap_or(0);
            if let Some(classes) = self.agent(start..end) {
                return classes & them != 0;
            }
            let mut party = self.tokens[start..end].iter().map(|token| token.known.classes & (us | them));
            match party.find(|classes| *classes != 0) {
                Some(classes) => return classes & them != 0,
                None if start == 0 => return false,
                None => end = start,
            }
        }
    }
}

/// Whether a word is a time of the day.
pub(super) fn is_clock(token: &Token<'_>) -> bool {
    let word = token.known.lower.as_str();
    token.known.classes & NUMBER != 0
        && (word.contains(':') || ["am", "pm", "a.m", "p.m", "uhr"].iter().any(|half| word.ends_with(half)))
}
