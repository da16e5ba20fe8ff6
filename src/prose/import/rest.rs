//! What no typed statement says: passages kept word for word as clauses, one for each section of the source.

use std::ops::Range;

use super::reading::Reading;
use super::statement::{Statement, Writer};
use super::words::{clean, string, visible};
use crate::prose::document::{Block, BlockKind};
use crate::prose::sentence::{sentences, words};
use crate::prose::structure::outline::label;

/// A section's clause: its comments and its statement. Of a section that the typed statements say whole there is only a
/// comment.
pub(super) struct Kept {
    pub(super) comments: Vec<String>,
    pub(super) clause: Option<Statement>,
}

/// What is kept of the sections of a contract, in its order.
pub(super) fn rest(reading: &Reading<'_, '_>, writer: &Writer<'_>) -> Vec<Kept> {
    let blocks = &reading.contract.document.blocks;
    let mut kept = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let first = at;
        while at < blocks.len() && blocks[at].kind == BlockKind::Heading {
            at += 1;
        }
        let body = at;
        while at < blocks.len() && blocks[at].kind != BlockKind::Heading {
            at += 1;
        }
        kept.extend(section(reading, writer, first..body, body..at));
    }
    kept
}

fn section(reading: &Reading<'_, '_>, writer: &Writer<'_>, headings: Range<usize>, body: Range<usize>) -> Option<Kept> {
    let blocks = &reading.contract.document.blocks;
    let mut paragraphs = Vec::new();
    let (mut first, mut last, mut partly) = (None, 0, false);
    let mut keep = |at: usize, range: &Range<usize>| {
        let span = blocks[at].span(reading.contract.document.source, range);
        first.get_or_insert(span.start as usize);
        last = (span.end as usize).max(last);
    };
    let mut at = body.start;
    while at < body.end {
        let block = &blocks[at];
        if let Some(cell) = block.cell {
            let end = (at..body.end)
                .find(|next| blocks[*next].cell.is_none_or(|next| next.table != cell.table))
                .unwrap_or(body.end);
            if table_says_more(reading, at..end) {
                partly |= (at..end).any(|at| !reading.taken(at).is_empty());
                (at..end).for_each(|at| keep(at, &(0..blocks[at].text.len())));
                paragraphs.extend(rows(&blocks[at..end]));
            }
            at = end;
            continue;
        }
        let ranges: Vec<Range<usize>> = match block.kind {
            // What is no sentence of the author is kept whole.
            BlockKind::Code | BlockKind::Quote => std::iter::once(0..block.text.len()).collect(),
            _ => sentences(&block.text),
        };
        let left: Vec<&Range<usize>> =
            ranges.iter().filter(|range| says_more(block, range, reading.taken(at))).collect();
        if let (Some(from), Some(to)) = (left.first(), left.last()) {
            partly |= left.iter().any(|range| touches(reading.taken(at), range));
            keep(at, &(from.start..to.end));
            let said = left.iter().map(|range| clean(&block.text[(*range).clone()])).collect::<Vec<_>>().join(" ");
            let marker = block.marker.as_deref().map(|marker| format!("{} ", clean(marker))).unwrap_or_default();
            paragraphs.push(format!("{marker}{said}"));
        }
        at += 1;
    }
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    let open: Vec<usize> = headings.clone().filter(|at| reading.taken(*at).is_empty()).collect();
    let typed = body.clone().any(|at| !reading.taken(at).is_empty());
    if paragraphs.is_empty() && (typed || open.is_empty()) {
        let said = |at: &usize| {
            let text = &blocks[*at].text;
            format!(
                "{}: statements above say all of \u{201C}{}\u{201D}",
                writer.locate(&(*at, 0..text.len())),
                visible(text)
            )
        };
        let comments: Vec<String> = open.iter().map(said).collect();
        return (!comments.is_empty()).then_some(Kept { comments, clause: None });
    }
    let untaken = headings.clone().rev().find(|at| reading.taken(*at).is_empty());
    let title = untaken.or(headings.clone().next()).map(|at| clean(&blocks[at].text)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| "Before the first heading".to_owned());
    // A heading that nothing stands below says what it says.
    if paragraphs.is_empty() {
        let at = *open.last()?;
        let words = clean(&blocks[at].text);
        if words.is_empty() {
            return None;
        }
        keep(at, &(0..blocks[at].text.len()));
        paragraphs.push(words);
    }
    let from = writer.place(first.unwrap_or(0));
    let to = writer.place(last.saturating_sub(1));
    let place = if from == to { from } else { format!("{from} to {}", shorter(&from, &to)) };
    let mut comments = vec![if partly { format!("{place}; statements above say a part of it") } else { place }];
    let above = headings.len().saturating_sub(1);
    comments.extend(
        headings
            .take(above)
            .filter(|at| reading.taken(*at).is_empty())
            .map(|at| format!("under: {}", visible(&blocks[at].text))),
    );
    let mut clause = Statement::new(format!("clause {}", string(&title)));
    clause.prose = paragraphs;
    Some(Kept { comments, clause: Some(clause) })
}

/// The end of a place without the name that it shares with its beginning: `their.md:12 to 18`.
fn shorter<'t>(from: &str, to: &'t str) -> &'t str {
    let shared = from.rfind([':', ',']).map_or(0, |at| at + 1);
    match to.get(..shared) {
        Some(head) if head == &from[..shared] => to[shared..].trim_start(),
        _ => to,
    }
}

/// Whether a table has words in its body that no typed statement says.
fn table_says_more(reading: &Reading<'_, '_>, cells: Range<usize>) -> bool {
    let blocks = &reading.contract.document.blocks;
    let taken = cells.clone().any(|at| !reading.taken(at).is_empty());
    !taken
        || cells.clone().any(|at| {
            let block = &blocks[at];
            let empty = matches!(block.text.trim(), "" | "-" | "\u{2013}" | "\u{2014}");
            block.kind == BlockKind::Cell && !empty && reading.taken(at).is_empty()
        })
}

/// The rows of a table, a line each.
fn rows(cells: &[Block]) -> Vec<String> {
    let row = |block: &Block| block.cell.map(|cell| cell.row);
    let cells = cells.chunk_by(|one, two| row(one) == row(two));
    cells.map(|row| row.iter().map(|cell| clean(&cell.text)).collect::<Vec<_>>().join(" | ")).collect()
}

fn touches(taken: &[Range<usize>], range: &Range<usize>) -> bool {
    taken.iter().any(|taken| taken.start < range.end && range.start < taken.end)
}

/// Whether a sentence says more than the typed statements that were read from it: a figure, or a word of weight.
fn says_more(block: &Block, sentence: &Range<usize>, taken: &[Range<usize>]) -> bool {
    let text = &block.text;
    let number = label(block).map_or(0, |label| label.range.end);
    let words = words(text, sentence);
    if !touches(taken, sentence) {
        return words.iter().any(|word| word.start >= number)
            || text[sentence.clone()].chars().any(|letter| !letter.is_whitespace()) && number <= sentence.start;
    }
    let left: Vec<&str> = words
        .iter()
        .filter(|word| word.start >= number && !touches(taken, &(word.start..word.end())))
        .map(|word| word.text)
        .collect();
    let weighs = |word: &&&str| !LIGHT.contains(&word.to_ascii_lowercase().as_str());
    left.iter().any(|word| word.contains(|letter: char| letter.is_ascii_digit()))
        || left.iter().any(|word| weighs(&word))
}

/// Words that join others and promise nothing.
const LIGHT: [&str; 64] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "and",
    "or",
    "of",
    "to",
    "in",
    "on",
    "by",
    "for",
    "with",
    "from",
    "as",
    "at",
    "be",
    "is",
    "are",
    "it",
    "its",
    "shall",
    "will",
    "must",
    "may",
    "have",
    "has",
    "which",
    "who",
    "each",
    "any",
    "all",
    "such",
    "then",
    "if",
    "other",
    "agreement",
    "contract",
    "terms",
    "party",
    "parties",
    "der",
    "die",
    "das",
    "und",
    "von",
    "ist",
    "dieser",
    "diese",
    "wird",
    "effective",
    "date",
    "initial",
    "term",
    "automatically",
    "successive",
    "then",
    "current",
    "before",
    "end",
    "zwischen",
    "between",
];
