//! From lines with depths to lines within lines.

use super::{Below, RawLine};
use crate::diagnostic::Diagnostic;
use crate::syntax::report::Report;
use crate::syntax::tree::{Comment, Node};

/// What the text has at some depth.
pub(super) enum Item<'t> {
    Line(RawLine<'t>),
    Row(RawLine<'t>),
    Prose(Node, Vec<Comment>),
    ClosingComment(Comment),
}

/// Takes the items that stand at `depth` or deeper.
pub(super) fn build<'t>(
    items: &mut std::iter::Peekable<std::vec::IntoIter<(usize, Item<'t>)>>,
    depth: usize,
    report: &mut Report,
) -> Below<'t> {
    let mut below = Below::default();
    let mut last_is_line = false;
    while let Some((at, _)) = items.peek() {
        if *at < depth {
            break;
        }
        if *at > depth
            && last_is_line
            && let Some(line) = below.lines.last_mut()
        {
            line.below = build(items, depth + 1, report);
            last_is_line = false;
            continue;
        }
        let Some((at, item)) = items.next() else { break };
        if at > depth && !matches!(item, Item::ClosingComment(_)) {
            let (start, end) = item.place();
            let finding = Diagnostic::error(
                "indentation",
                report.span(start, end),
                "nothing may be indented below a table or a prose block",
            );
            report.push(finding.help("indent it as much as the line above"));
        }
        last_is_line = matches!(item, Item::Line(_));
        match item {
            Item::Line(line) => below.lines.push(line),
            Item::Row(row) => below.rows.push(row),
            Item::Prose(node, comments) => {
                below.prose.push(node);
                below.closing_comments.extend(comments);
            }
            Item::ClosingComment(comment) => below.closing_comments.push(comment),
        }
    }
    below
}

impl Item<'_> {
    fn place(&self) -> (usize, usize) {
        match self {
            Item::Line(line) | Item::Row(line) => (line.words.start, line.words.end()),
            Item::Prose(node, _) => (node.span.range().start, node.span.range().end),
            Item::ClosingComment(comment) => (comment.span.range().start, comment.span.range().end),
        }
    }
}
