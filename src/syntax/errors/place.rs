//! Statements in the wrong place.

use super::super::layout::Words;
use super::super::nodes::{self, is_keyword};
use super::super::report::Report;
use super::super::tree::{Kind, Node};
use super::super::{blocks, vocabulary};
use super::wording::{begins_with_keyword, is_name, is_whole, list, short, word_at};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::similar;
use crate::source::SourceId;

/// Whether a capitalised first word would be right in lower case: then the line is at home here.
pub(in super::super) fn begins_in(words: &Words<'_>, block: Kind) -> bool {
    let first = word_at(words.text, 0);
    let lower = first.to_lowercase();
    lower != first
        && vocabulary::firsts(block, &is_whole).iter().any(|kind| vocabulary::word(*kind).as_deref() == Some(&lower))
}

/// Reports a line that belongs to a block further out.
pub(in super::super) fn too_far_in(words: &Words<'_>, home: Kind, report: &mut Report) {
    let shown = short(words.text);
    let message = match home {
        Kind::line_in_file => format!("`{shown}` is a section and begins at the left margin"),
        _ => format!("`{shown}` is indented too far: it belongs {}", under(&[home])),
    };
    let span = report.span(words.start, words.end());
    report.push(Diagnostic::error("indentation", span, message).help("indent it less"));
}

/// Reports a line that belongs below the line before it.
pub(in super::super) fn not_far_enough_in(words: &Words<'_>, above: &Node, report: &mut Report) {
    let message = format!("`{}` belongs under `{}` and is not indented", short(words.text), short(&above.text));
    let span = report.span(words.start, words.end());
    report.push(Diagnostic::error("indentation", span, message).help("indent it by two spaces more"));
}

/// Reports lines below a line that takes none.
pub(in super::super) fn nothing_below(words: &Words<'_>, above: &Node, report: &mut Report) {
    let span = report.span(words.start, words.end());
    let message = format!("nothing may be indented below `{}`", short(&above.text));
    report.push(Diagnostic::error("indentation", span, message).help("indent it as much as the line above"));
}

/// A statement that is right, but in another block: its kind, and the finding.
pub(super) fn elsewhere(words: &Words<'_>, block: Kind, report: &Report) -> Option<(Kind, Diagnostic)> {
    let mut homes: Vec<Kind> = Vec::new();
    let mut kind = None;
    for (_, other) in blocks::BLOCKS {
        if *other == block || *other == Kind::line_in_change_level || homes.contains(other) {
            continue;
        }
        let Ok(parts) = nodes::parse(*other, words, SourceId::default()) else { continue };
        if let Some(statement) = parts.first().filter(|statement| begins_with_keyword(statement.kind)) {
            kind.get_or_insert(statement.kind);
            homes.push(*other);
        }
    }
    let message = format!("`{}` belongs {}", short(words.text), under(&homes));
    let span = report.span(words.start, words.end());
    Some((kind?, Diagnostic::error("misplaced", span, message).help("move it there")))
}

/// `under X`, where X are the heads of the blocks.
pub(super) fn under(homes: &[Kind]) -> String {
    let mut heads: Vec<String> = Vec::new();
    for home in homes {
        for head in blocks::heads_of(*home).map(head_in_words) {
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
    }
    heads.retain(|head| !head.starts_with("`change "));
    let more = heads.len().saturating_sub(3);
    if more > 1 {
        heads.truncate(3);
        heads.push(format!("{more} other heads"));
    }
    if heads.is_empty() { "here".to_owned() } else { format!("under {}", list(&heads, "or")) }
}

fn head_in_words(head: Kind) -> String {
    match head {
        Kind::service_entry => "a service".to_owned(),
        Kind::calendar_entry => "a calendar".to_owned(),
        Kind::severity_entry => "a severity".to_owned(),
        Kind::metric_entry => "a metric".to_owned(),
        Kind::chronic => "`… may terminate when`".to_owned(),
        _ => format!("`{}`", vocabulary::opening(head)),
    }
}

/// The head that a broken line was likely meant to be, by its first word.
pub(in super::super) fn guess_head(words: &Words<'_>, block: Kind) -> Option<Kind> {
    let first = word_at(words.text, 0).to_lowercase();
    let heads: Vec<Kind> = vocabulary::statements(block)
        .into_iter()
        .filter(|kind| {
            blocks::block_below(*kind).is_some() || blocks::takes_prose(*kind) || blocks::table_below(*kind).is_some()
        })
        .collect();
    let mut openings: Vec<(String, Kind)> = Vec::new();
    for head in &heads {
        for leaf in vocabulary::firsts(*head, &is_whole) {
            if is_keyword(leaf)
                && let Some(word) = vocabulary::word(leaf)
            {
                openings.push((word, *head));
            }
        }
    }
    let near = similar(&first, openings.iter().map(|(word, _)| word.as_str()));
    if let Some((_, head)) = near.first().and_then(|word| openings.iter().find(|(known, _)| known == word)) {
        return Some(*head);
    }
    let is_capital = words.text.starts_with(char::is_uppercase);
    heads.into_iter().find(|head| is_capital && vocabulary::firsts(*head, &is_whole).iter().any(|leaf| is_name(*leaf)))
}
