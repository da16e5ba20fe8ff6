//! Signature blocks: two beside each other, with lines to write on, never broken over pages.

use super::flow::{Flow, Frame};
use super::sheet::Size;
use super::strip::{Mark, Pen, Strip};
use super::structure::Role;
use super::table;
use super::text::Look;
use crate::document::block::{self, Block, BlockKind, Table, plain};

/// The height of a line to write on.
const LINE: f64 = 30.0;
/// Between two blocks that stand side by side.
const BETWEEN: f64 = 28.0;
/// The widest that labels may make the left side of a block.
const LABELS: f64 = 0.45;

/// The blocks of a signature group, if it is one.
pub(super) fn of(block: &Block) -> Option<&[Block]> {
    match &block.kind {
        BlockKind::Group { role: block::Role::Signatures, blocks } => Some(blocks),
        _ => None,
    }
}

/// Sets the blocks of a signature group, or of several groups in a row.
pub(super) fn signatures<'d>(flow: &mut Flow, blocks: &'d [Block], frame: Frame<'d>) {
    let parent = flow.node(Role::Section, frame);
    let frame = Frame { parent, ..frame };
    let blocks: Vec<&Block> =
        blocks.iter().flat_map(|block| of(block).map_or(std::slice::from_ref(block), |inner| inner)).collect();
    // Nobody should sign a page that holds nothing of what is agreed.
    flow.keep();
    let start = flow.book.strips.len();
    let mut parties: Vec<Vec<Strip>> = Vec::new();
    // A block of a party is its table with the line of text before it.
    let mut at = 0;
    while at < blocks.len() {
        let next = blocks.get(at + 1);
        let opens = matches!(blocks[at].kind, BlockKind::Paragraph(_) | BlockKind::Clause { .. })
            && next.is_some_and(|next| matches!(next.kind, BlockKind::Table(_)));
        if opens || matches!(blocks[at].kind, BlockKind::Table(_)) {
            let half = half(frame, parties.len() % 2);
            let from = flow.book.strips.len();
            if opens {
                flow.block(blocks[at], half);
                flow.gap(2.0);
                at += 1;
            }
            if let BlockKind::Table(grid) = &blocks[at].kind {
                if grid.columns.len() == 2 { lines(flow, grid, half) } else { table::table(flow, grid, half) }
            }
            parties.push(flow.book.strips.split_off(from));
            if parties.len() == 2 {
                place(flow, &mut parties);
            }
        } else {
            place(flow, &mut parties);
            flow.block(blocks[at], frame);
        }
        at += 1;
    }
    place(flow, &mut parties);
    for strip in flow.book.strips.iter_mut().skip(start + 1) {
        strip.keep = true;
    }
}

/// The left or right half of a frame.
fn half(frame: Frame<'_>, side: usize) -> Frame<'_> {
    let width = (frame.right - frame.left - BETWEEN) / 2.0;
    let left = frame.left + if side == 1 { width + BETWEEN } else { 0.0 };
    Frame { left, right: left + width, numbers: left, ..frame }
}

/// A label and a line to write on for each row.
fn lines(flow: &mut Flow, table: &Table, frame: Frame) {
    let parent = flow.node(Role::Table, frame);
    let frame = Frame { parent, size: Size::TABLE, ..frame };
    let width = frame.right - frame.left;
    let mut labels: f64 = 0.0;
    for row in &table.rows {
        let look = Look { node: parent, ..flow.look(Role::Cell, frame) };
        labels = labels.max(flow.run(&row.first().map(|cell| plain(cell)).unwrap_or_default(), look, frame.size).width);
    }
    let labels = (labels + 10.0).min(width * LABELS);
    for row in &table.rows {
        let node = flow.node(Role::Row, frame);
        let mut cells = Vec::new();
        let sides =
            [(Role::RowHead, frame.left, frame.left + labels - 6.0), (Role::Cell, frame.left + labels, frame.right)];
        for (cell, (role, x, to)) in row.iter().zip(sides) {
            let look = flow.look(role, Frame { parent: node, ..frame });
            cells.push((look.node, x, flow.lines(cell, look, Frame { left: x, right: to, ..frame })));
        }
        let most = cells.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0);
        let height = LINE + frame.size.leading * most.saturating_sub(1) as f64;
        let mut marks = vec![Mark::Node(node)];
        for (cell, x, lines) in cells {
            marks.push(Mark::Node(cell));
            let first = height - 6.0 - frame.size.leading * lines.len().saturating_sub(1) as f64;
            for (step, line) in lines.into_iter().enumerate() {
                let y = first + frame.size.leading * step as f64;
                marks.extend(line.runs.into_iter().map(|run| Mark::Run { x: x + run.x, y, run }));
            }
        }
        marks.push(Mark::Rule { x: frame.left + labels, to: frame.right, y: height - 2.0, pen: Pen::Head });
        flow.push(Strip { height, marks, ..Strip::default() });
    }
}

/// Puts the blocks that wait side by side: row by row one strip, as high as the higher.
fn place(flow: &mut Flow, parties: &mut Vec<Vec<Strip>>) {
    let mut columns = std::mem::take(parties).into_iter().map(Vec::into_iter).collect::<Vec<_>>();
    flow.gap(14.0);
    loop {
        let row: Vec<Strip> = columns.iter_mut().filter_map(Iterator::next).collect();
        if row.is_empty() {
            break;
        }
        let height = row.iter().map(|strip| strip.height).fold(0.0, f64::max);
        let before = row.iter().map(|strip| strip.before).fold(0.0, f64::max);
        let keep = row.iter().any(|strip| strip.keep);
        let marks = row.into_iter().flat_map(|strip| strip.marks).collect();
        flow.gap(before);
        flow.push(Strip { height, keep, marks, ..Strip::default() });
    }
}
