//! The grammar, read as a word list: which words may begin a statement.
//!
//! pest says which rules failed; people need the words. The grammar's own text
//! knows them, so that they are written down once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::nodes::is_keyword;
use super::tree::Kind;

static GRAMMAR: &str = include_str!("../../grammar/agreement.pest");

/// What a rule takes, as far as its first words need it.
#[derive(Debug)]
enum Part {
    /// A literal, a built-in rule.
    Text,
    /// The start of the text, a look ahead.
    Nothing,
    Rule(Kind),
    Sequence(Vec<Part>),
    Choice(Vec<Part>),
    Optional(Box<Part>),
}

#[derive(Debug)]
struct Definition {
    atomic: bool,
    silent: bool,
    part: Part,
}

/// The word that a rule `kw_…` stands for.
pub(super) fn word(kind: Kind) -> Option<String> {
    is_keyword(kind).then(|| name(kind)["kw_".len()..].to_owned())
}

/// A rule's name in the grammar.
pub(super) fn name(kind: Kind) -> String {
    format!("{kind:?}")
}

/// The words and values with which a rule may begin, in the grammar's order.
/// Rules that `is_whole` are not looked into.
pub(super) fn firsts(kind: Kind, is_whole: &dyn Fn(Kind) -> bool) -> Vec<Kind> {
    let mut found = Vec::new();
    first_of(&Part::Rule(kind), is_whole, &mut found);
    found
}

/// The statements that a block rule `line_in_…` or `in_…` takes.
pub(super) fn statements(block: Kind) -> Vec<Kind> {
    let mut found = Vec::new();
    statements_of(&Part::Rule(block), &mut found);
    found
}

/// The words of the language with which a statement always begins.
pub(super) fn opening(kind: Kind) -> String {
    let mut words: Vec<String> = Vec::new();
    if let Some(definition) = definitions().get(&kind) {
        let one = std::slice::from_ref(&definition.part);
        let parts = if let Part::Sequence(parts) = &definition.part { parts } else { one };
        words.extend(parts.iter().map_while(|part| if let Part::Rule(kind) = part { word(*kind) } else { None }));
    }
    words.join(" ")
}

/// Whether a statement may consist of its first word.
pub(super) fn is_one_word(kind: Kind) -> bool {
    match definitions().get(&kind).map(|definition| &definition.part) {
        Some(Part::Rule(only)) => is_keyword(*only),
        Some(Part::Sequence(parts)) => {
            matches!(parts.split_first(), Some((Part::Rule(first), rest))
                if is_keyword(*first) && rest.iter().all(|part| matches!(part, Part::Optional(_))))
        }
        _ => false,
    }
}

fn statements_of(part: &Part, found: &mut Vec<Kind>) {
    match part {
        Part::Rule(kind) => match definitions().get(kind) {
            _ if matches!(kind, Kind::end | Kind::EOI) => {}
            Some(definition) if definition.silent => statements_of(&definition.part, found),
            _ if !found.contains(kind) => found.push(*kind),
            _ => {}
        },
        Part::Sequence(parts) | Part::Choice(parts) => {
            for part in parts {
                statements_of(part, found);
            }
        }
        Part::Text | Part::Nothing | Part::Optional(_) => {}
    }
}

/// Adds what may come first; gives whether the part may also be absent.
fn first_of(part: &Part, is_whole: &dyn Fn(Kind) -> bool, found: &mut Vec<Kind>) -> bool {
    match part {
        Part::Text => false,
        Part::Nothing => true,
        Part::Rule(kind) => {
            let definition = definitions().get(kind).filter(|definition| !definition.atomic && !is_whole(*kind));
            match definition {
                Some(definition) => return first_of(&definition.part, is_whole, found),
                None if found.contains(kind) => {}
                None => found.push(*kind),
            }
            false
        }
        Part::Sequence(parts) => parts.iter().all(|part| first_of(part, is_whole, found)),
        Part::Choice(parts) => {
            let mut may_be_absent = false;
            for part in parts {
                may_be_absent |= first_of(part, is_whole, found);
            }
            may_be_absent
        }
        Part::Optional(part) => {
            first_of(part, is_whole, found);
            true
        }
    }
}

fn definitions() -> &'static BTreeMap<Kind, Definition> {
    static DEFINITIONS: OnceLock<BTreeMap<Kind, Definition>> = OnceLock::new();
    DEFINITIONS.get_or_init(|| {
        let kinds: BTreeMap<String, Kind> = Kind::all_rules().iter().map(|kind| (name(*kind), *kind)).collect();
        let mut reader = Reader { tokens: tokens(GRAMMAR), at: 0, kinds: &kinds };
        let mut definitions = BTreeMap::new();
        while let Some((kind, definition)) = reader.definition() {
            definitions.insert(kind, definition);
        }
        definitions
    })
}

/// Names, signs and string literals (as `"`) of the grammar, without comments.
fn tokens(grammar: &'static str) -> Vec<&'static str> {
    let mut tokens = Vec::new();
    let mut rest = grammar;
    while let Some(first) = rest.chars().next() {
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            let mut escaped = false;
            let closing = rest.char_indices().skip(1).find(|(_, character)| {
                let closes = *character == '"' && !escaped;
                escaped = *character == '\\' && !escaped;
                closes
            });
            tokens.push("\"");
            closing.map_or(rest.len(), |(at, _)| at + 1)
        } else if first.is_alphanumeric() || first == '_' && rest[1..].starts_with(char::is_alphanumeric) {
            let end =
                rest.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(rest.len());
            tokens.push(&rest[..end]);
            end
        } else {
            if !first.is_whitespace() {
                tokens.push(&rest[..first.len_utf8()]);
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    tokens
}

/// Reads the definitions from the grammar's tokens.
struct Reader<'k> {
    tokens: Vec<&'static str>,
    at: usize,
    kinds: &'k BTreeMap<String, Kind>,
}

impl Reader<'_> {
    fn peek(&self) -> &'static str {
        self.tokens.get(self.at).copied().unwrap_or("")
    }

    fn next(&mut self) -> &'static str {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn takes(&mut self, token: &str) -> bool {
        let there = self.peek() == token;
        self.at += usize::from(there);
        there
    }

    /// `name = modifier? { choice }`; the rule for white space has no kind and is passed over.
    fn definition(&mut self) -> Option<(Kind, Definition)> {
        loop {
            let name = self.next();
            if name.is_empty() {
                return None;
            }
            self.takes("=");
            let modifier = if self.peek() == "{" { "" } else { self.next() };
            self.takes("{");
            let part = self.choice();
            self.takes("}");
            if let Some(kind) = self.kinds.get(name) {
                let definition = Definition { atomic: matches!(modifier, "@" | "$"), silent: modifier == "_", part };
                return Some((*kind, definition));
            }
        }
    }

    fn choice(&mut self) -> Part {
        self.takes("|");
        let mut parts = vec![self.sequence()];
        while self.takes("|") {
            parts.push(self.sequence());
        }
        if parts.len() > 1 { Part::Choice(parts) } else { parts.remove(0) }
    }

    fn sequence(&mut self) -> Part {
        let mut parts = vec![self.repeated()];
        while self.takes("~") {
            parts.push(self.repeated());
        }
        if parts.len() > 1 { Part::Sequence(parts) } else { parts.remove(0) }
    }

    fn repeated(&mut self) -> Part {
        if self.takes("!") || self.takes("&") {
            self.repeated();
            return Part::Nothing;
        }
        let part = match self.next() {
            "(" => {
                let part = self.choice();
                self.takes(")");
                part
            }
            "SOI" => Part::Nothing,
            name => self.kinds.get(name).map_or(Part::Text, |kind| Part::Rule(*kind)),
        };
        match self.peek() {
            "?" | "*" => {
                self.at += 1;
                Part::Optional(Box::new(part))
            }
            "+" => {
                self.at += 1;
                part
            }
            "{" => {
                while !self.takes("}") && !self.peek().is_empty() {
                    self.at += 1;
                }
                part
            }
            _ => part,
        }
    }
}
