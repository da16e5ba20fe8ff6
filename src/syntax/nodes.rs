//! From what pest saw of a line to nodes of the tree.

use pest::Parser as _;
use pest::error::Error;
use pest::iterators::Pair;

use super::grammar::Grammar;
use super::layout::Words;
use super::tree::{Kind, Node};
use crate::source::{SourceId, Span};

/// More nested parts than this in one line are refused before pest recurses into them.
const MAX_NESTING: usize = 32;

/// Why a line could not be parsed.
#[derive(Debug)]
pub(super) enum Fault {
    /// Too many brackets or `of` within each other.
    TooNested,
    /// Byte in the line, and what the grammar would have taken there.
    Expected { at: usize, kinds: Vec<Kind> },
}

/// Parses a whole line or cell with a rule that ends at its end.
pub(super) fn parse(rule: Kind, words: &Words<'_>, source: SourceId) -> Result<Vec<Node>, Fault> {
    if nests_too_much(words.text) {
        return Err(Fault::TooNested);
    }
    let pairs = Grammar::parse(rule, words.text).map_err(|error| fault(&error))?;
    Ok(pairs.filter(|pair| is_part(pair.as_rule())).map(|pair| node(pair, words.start, source)).collect())
}

/// Parses a line with the first of the statements that takes its beginning; none unless that takes
/// all of it, perhaps with a condition. The same as the block's rule, without its many choices.
pub(super) fn parse_one_of(statements: &[Kind], words: &Words<'_>, source: SourceId) -> Option<Vec<Node>> {
    if nests_too_much(words.text) {
        return None;
    }
    let pair = statements.iter().find_map(|statement| Grammar::parse(*statement, words.text).ok()?.next())?;
    let mut parts = vec![node(pair.clone(), words.start, source)];
    let rest = &words.text[pair.as_span().end()..];
    let after = rest.trim_start_matches([' ', '\t']);
    if !after.is_empty() {
        let start = words.start + words.text.len() - after.len();
        parts.extend(parse(Kind::cell_condition, &Words { text: after, start }, source).ok()?);
    }
    Some(parts)
}

/// Whether a rule is a part of the tree, and not a word of the language.
pub(super) fn is_part(kind: Kind) -> bool {
    !is_keyword(kind) && kind != Kind::EOI
}

/// The words of the language stand together at the end of the grammar.
pub(super) fn is_keyword(kind: Kind) -> bool {
    (Kind::kw_24x7..=Kind::kw_zone).contains(&kind)
}

/// Only the parts of a formula can stand within each other without end; what stands in quotes is no part of one.
fn nests_too_much(text: &str) -> bool {
    let unquoted = |part| text.split('"').step_by(2).map(|words| words.matches(part).count()).sum::<usize>();
    text.len() > 2 * MAX_NESTING && (unquoted("(") > MAX_NESTING || unquoted(" of ") > MAX_NESTING)
}

fn fault(error: &Error<Kind>) -> Fault {
    let at = match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    };
    match &error.variant {
        pest::error::ErrorVariant::ParsingError { positives, .. } => Fault::Expected { at, kinds: positives.clone() },
        // The guard of the stack speaks up before it overflows.
        pest::error::ErrorVariant::CustomError { .. } => Fault::TooNested,
    }
}

fn node(pair: Pair<'_, Kind>, start: usize, source: SourceId) -> Node {
    let kind = pair.as_rule();
    let written = pair.as_str().trim_end();
    let from = start + pair.as_span().start();
    let span = Span::new(source, from, from + written.len());
    if kind == Kind::string {
        let text = written.trim_matches('"').to_owned();
        return Node { kind, text, span, children: Vec::new() };
    }
    let text = with_single_spaces(written);
    let children =
        pair.into_inner().filter(|part| is_part(part.as_rule())).map(|part| node(part, start, source)).collect();
    Node { kind, text, span, children }
}

/// The words with one space between them; strings are kept as they are.
pub(super) fn with_single_spaces(written: &str) -> String {
    if !written.contains("  ") && !written.contains('\t') {
        return written.to_owned();
    }
    let mut text = String::with_capacity(written.len());
    let mut quoted = false;
    for character in written.chars() {
        quoted ^= character == '"';
        let blank = matches!(character, ' ' | '\t');
        if quoted || !blank {
            text.push(character);
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::name;
    use super::*;

    #[test]
    fn keywords_are_the_rules_named_so() {
        for kind in Kind::all_rules() {
            assert_eq!(is_keyword(*kind), name(*kind).starts_with("kw_"), "{kind:?}");
        }
    }
}
