//! Tables: column widths from what the cells say, thin rules, rows that stay whole.

use super::fit::Measure;
use super::flow::{Flow, Frame};
use super::font::Figures;
use super::line::{self, SetLine};
use super::sheet::Size;
use super::strip::{Mark, Pen, Strip};
use super::structure::{NodeId, Role};
use super::text::{self, Hyphens, Item, Look, Setting};
use crate::document::block::{Align, Inline, Table, plain};

/// Above and below the text of a cell.
const PADDING: f64 = 3.6;
/// Between columns.
const GUTTER: f64 = 14.0;

/// What a column needs.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    /// Its widest word.
    least: f64,
    /// Its widest cell on one line.
    most: f64,
}

/// Where the columns stand.
struct Columns {
    size: Size,
    /// The left edge and width of each.
    places: Vec<(f64, f64)>,
}

/// A row with its cells set.
struct Row {
    node: NodeId,
    cells: Vec<(NodeId, Vec<SetLine>)>,
}

/// Sets a table between the frame's edges.
pub(super) fn table(flow: &mut Flow, table: &Table, frame: Frame) {
    flow.flush_hang(frame.size, frame.bar);
    let count = table.rows.iter().map(Vec::len).chain([table.head.len(), table.columns.len()]).max().unwrap_or(0);
    if count == 0 {
        return;
    }
    let parent = flow.node(Role::Table, frame);
    let frame = Frame { parent, ..frame };
    let columns = columns(flow, table, count, frame);
    flow.gap(8.0);
    let first = flow.book.strips.len();
    let has_head = table.head.iter().any(|cell| !plain(cell).is_empty());
    let mut head = None;
    if has_head {
        let row = row(flow, &table.head, &columns, frame, &[Role::HeadCell]);
        let strip = strip(&row, table, &columns, frame, Edges { above: Some(Pen::Outer), below: Pen::Head });
        let tall = strip.height > flow.book.sheet.body() / 3.0;
        if !tall {
            flow.book.heads.push(vec![strip.clone()]);
            head = Some(flow.book.heads.len() - 1);
        }
        flow.push(strip);
    }
    // Two columns without a head are labels and what they label.
    let labelled = !has_head && count == 2;
    let roles = if labelled { &[Role::RowHead, Role::Cell][..] } else { &[Role::Cell] };
    let rows = table.rows.len();
    let body = flow.book.sheet.body();
    let room = body - head.map_or(0.0, |head| flow.book.heads[head].iter().map(|strip| strip.height).sum());
    for (at, cells) in table.rows.iter().enumerate() {
        let row = row(flow, cells, &columns, frame, roles);
        let last = at + 1 == rows;
        let edges = Edges {
            above: (at == 0 && !has_head).then_some(Pen::Outer),
            below: if last { Pen::Outer } else { Pen::Fine },
        };
        let whole = strip(&row, table, &columns, frame, edges);
        // No row alone under its head, and none alone on the next page.
        let company = rows > 2 && whole.height < body / 6.0;
        let keep = (at == 0 && has_head) || (at == 1 && company) || (last && company);
        if whole.height <= room {
            flow.push(Strip { keep, head, ..whole });
        } else {
            for (part, slice) in slices(&row, table, &columns, frame, edges).into_iter().enumerate() {
                flow.push(Strip { keep: keep && part == 0, head, ..slice });
            }
        }
    }
    // A small table is not worth a break.
    let strips = &mut flow.book.strips[first..];
    if strips.iter().map(|strip| strip.height).sum::<f64>() < body / 4.0 {
        for strip in strips.iter_mut().skip(1) {
            strip.keep = true;
        }
    }
    flow.gap(10.0);
}

/// Shares the width among the columns; sets in a smaller size where words do not fit.
fn columns(flow: &mut Flow, table: &Table, count: usize, frame: Frame) -> Columns {
    let width = frame.right - frame.left;
    let gutter = GUTTER.min(width / count as f64 * 0.2);
    let room = width - gutter * (count - 1) as f64;
    let mut size = if frame.size.em < Size::BODY.em { Size::TABLE_TIGHT } else { Size::TABLE };
    let mut needs = needs(flow, table, count, frame, size);
    if needs.iter().map(|need| need.least).sum::<f64>() > room {
        size = Size::TABLE_TIGHT;
        needs = self::needs(flow, table, count, frame, size);
    }
    let widths = share(&needs, room);
    let mut x = frame.left;
    let places = widths
        .into_iter()
        .map(|width| {
            let place = (x, width);
            x += width + gutter;
            place
        })
        .collect();
    Columns { size, places }
}

/// The widths of columns that fill `room` together.
fn share(needs: &[Need], room: f64) -> Vec<f64> {
    let least: f64 = needs.iter().map(|need| need.least).sum();
    let most: f64 = needs.iter().map(|need| need.most).sum();
    if most <= room {
        // Spare room goes to all alike, half by what they hold.
        let spare = room - most;
        let each = spare / 2.0 / needs.len() as f64;
        return needs
            .iter()
            .map(|need| need.most + each + if most > 0.0 { spare / 2.0 * need.most / most } else { each })
            .collect();
    }
    if least <= room {
        return shared(needs, room);
    }
    // Words will break: narrow columns keep what they need, the others share the rest.
    let fair = room / needs.len() as f64;
    let narrow: f64 = needs.iter().map(|need| need.least.min(fair)).sum();
    let wide: f64 = needs.iter().map(|need| (need.least - fair).max(0.0)).sum();
    needs
        .iter()
        .map(|need| need.least.min(fair) + (room - narrow) * (need.least - fair).max(0.0) / wide.max(1e-9))
        .collect()
}

/// Columns that cannot all have their longest cell on one line: those content with their share keep
/// what they need, and leave the rest to the others.
fn shared(needs: &[Need], room: f64) -> Vec<f64> {
    let mut widths: Vec<Option<f64>> = vec![None; needs.len()];
    loop {
        let taken: f64 = widths.iter().flatten().sum();
        // Longer columns get more, though less than in proportion: lines, not cells, should be equal.
        let weight = |need: &Need| need.most.max(1.0).sqrt();
        let open = needs.iter().zip(&widths).filter(|(_, width)| width.is_none());
        let weights: f64 = open.map(|(need, _)| weight(need)).sum();
        let share = |need: &Need| (room - taken) * weight(need) / weights.max(1e-9);
        let all = needs.iter().zip(&widths).enumerate();
        let mut open = all.filter(|(_, (_, width))| width.is_none()).map(|(at, (need, _))| (at, need));
        // First those that their share does not hold, then those that need less.
        let short = open.clone().find(|(_, need)| share(need) < need.least);
        let fixed = short
            .map(|(at, need)| (at, need.least))
            .or_else(|| open.find(|(_, need)| share(need) > need.most).map(|(at, need)| (at, need.most)));
        match fixed {
            Some((at, width)) => widths[at] = Some(width),
            None => {
                return needs.iter().zip(&widths).map(|(need, width)| width.unwrap_or_else(|| share(need))).collect();
            }
        }
    }
}

fn needs(flow: &mut Flow, table: &Table, count: usize, frame: Frame, size: Size) -> Vec<Need> {
    let mut needs = vec![Need::default(); count];
    let rows = std::iter::once((&table.head, true)).chain(table.rows.iter().map(|row| (row, false)));
    for (row, head) in rows {
        for (cell, need) in row.iter().zip(&mut needs) {
            let setting = setting(frame, size, f64::INFINITY);
            // Measured only: the node is that of the table, and nothing is placed.
            let look = cell_look(frame, frame.parent, head);
            let links = flow.book.structure.len();
            let paragraph = text::paragraph(cell, look, setting, &mut flow.book.structure, flow.shaper);
            flow.book.structure.truncate(links);
            let (mut word, mut line) = (0.0, 0.0);
            for item in &paragraph.items {
                match item {
                    Item::Letters { width, .. } => {
                        word += width;
                        line += width;
                    }
                    Item::Space { width, .. } => {
                        word = 0.0;
                        line += width;
                    }
                    Item::Break { .. } => word = 0.0,
                    Item::Forced => (word, line) = (0.0, 0.0),
                }
                // A little more than the sum, so that rounding never breaks a line that fits.
                need.least = need.least.max(word + 0.01);
                need.most = need.most.max(line + 0.01);
            }
        }
    }
    needs
}

fn setting(frame: Frame<'_>, size: Size, measure: f64) -> Setting<'_> {
    Setting { size, hyphens: Hyphens::Rarely(frame.language), measure, source: frame.source }
}

fn cell_look(frame: Frame, node: NodeId, head: bool) -> Look {
    let face = if head { frame.face.strong() } else { frame.face };
    Look { face, figures: Figures::Tabular, node, code: false }
}

/// Sets a row; the roles are those of its cells, the last for all that follow.
fn row(flow: &mut Flow, cells: &[Vec<Inline>], columns: &Columns, frame: Frame, roles: &[Role]) -> Row {
    let node = flow.node(Role::Row, frame);
    let cells = columns
        .places
        .iter()
        .enumerate()
        .map(|(at, (_, width))| {
            let role = roles[at.min(roles.len() - 1)];
            let cell_node = flow.node(role, Frame { parent: node, ..frame });
            let cell = cells.get(at).map_or(&[][..], Vec::as_slice);
            let look = cell_look(frame, cell_node, role == Role::HeadCell);
            let setting = setting(frame, columns.size, *width);
            let paragraph = text::paragraph(cell, look, setting, &mut flow.book.structure, flow.shaper);
            let measure = Measure { first: *width, rest: *width, justified: false };
            (cell_node, line::set(&paragraph, measure, columns.size, flow.shaper))
        })
        .collect();
    Row { node, cells }
}

fn align(table: &Table, column: usize) -> Align {
    table.columns.get(column).copied().unwrap_or_default()
}

/// The rules above and below a row.
#[derive(Debug, Clone, Copy)]
struct Edges {
    above: Option<Pen>,
    below: Pen,
}

/// A whole row as one strip.
fn strip(row: &Row, table: &Table, columns: &Columns, frame: Frame, edges: Edges) -> Strip {
    let lines = row.cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
    part(row, table, columns, frame, edges, 0..lines)
}

/// A row too tall for any page, line by line.
fn slices(row: &Row, table: &Table, columns: &Columns, frame: Frame, edges: Edges) -> Vec<Strip> {
    let lines = row.cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
    (0..lines).map(|line| part(row, table, columns, frame, edges, line..line + 1)).collect()
}

/// Some lines of a row.
fn part(
    row: &Row,
    table: &Table,
    columns: &Columns,
    frame: Frame,
    edges: Edges,
    lines: std::ops::Range<usize>,
) -> Strip {
    let total = row.cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
    let above = if lines.start == 0 { PADDING } else { 0.0 };
    let below = if lines.end == total { PADDING } else { 0.0 };
    let height = above + columns.size.leading * lines.len() as f64 + below;
    let mut marks = vec![Mark::Node(row.node)];
    for (at, ((node, set), (x, width))) in row.cells.iter().zip(&columns.places).enumerate() {
        marks.push(Mark::Node(*node));
        for (step, line) in set.iter().take(lines.end).skip(lines.start).enumerate() {
            let y = above + columns.size.leading * step as f64 + columns.size.baseline();
            let shift = match align(table, at) {
                Align::Left => 0.0,
                Align::Center => (width - line.width) / 2.0,
                Align::Right => width - line.width,
            };
            marks.extend(line.runs.iter().map(|run| Mark::Run { x: x + shift + run.x, y, run: run.clone() }));
        }
    }
    let (x, to) = (frame.left, frame.right);
    if lines.start == 0
        && let Some(pen) = edges.above
    {
        marks.push(Mark::Rule { x, to, y: 0.0, pen });
    }
    if lines.end == total {
        marks.push(Mark::Rule { x, to, y: height, pen: edges.below });
    }
    Strip { height, bar: frame.bar, marks, ..Strip::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: f64, most: f64) -> Need {
        Need { least, most }
    }

    #[test]
    fn widths_fill_the_room() {
        for needs in [
            vec![need(10.0, 40.0), need(20.0, 30.0)],
            vec![need(50.0, 900.0), need(20.0, 100.0), need(30.0, 30.0)],
            vec![need(400.0, 900.0), need(20.0, 20.0)],
            vec![need(0.0, 0.0), need(0.0, 0.0)],
            vec![need(90.0, 90.0); 50],
        ] {
            let widths = share(&needs, 300.0);
            let sum: f64 = widths.iter().sum();
            assert!((sum - 300.0).abs() < 1e-6, "{needs:?} gave {widths:?}");
            assert!(widths.iter().all(|width| *width >= 0.0));
        }
    }

    #[test]
    fn a_narrow_column_keeps_its_word_beside_a_very_long_one() {
        let widths = share(&[need(5000.0, 5000.0), need(40.0, 40.0)], 300.0);
        assert!(widths[1] >= 40.0 && widths[0] <= 260.0 + 1e-6, "{widths:?}");
    }
}
