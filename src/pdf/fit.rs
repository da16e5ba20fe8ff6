//! Line breaking by total fit: the breaks that make the whole paragraph best, not each line.
//!
//! D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", 1981; the
//! demerits are theirs, with one fitness class a line and no second pass:
//! a loose line is dear instead of forbidden, so that a solution always exists.

use super::text::Item;

/// The width of lines and how they fill it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// The width of the first line.
    pub(super) first: f64,
    /// The width of the others.
    pub(super) rest: f64,
    /// Whether lines are stretched to the full width.
    pub(super) justified: bool,
}

/// A line: the items from `start` to before `end`, and whether the item at `end` is a hyphen to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether this line ends the paragraph, or ends by force.
    pub(super) last: bool,
}

/// How far a space may stretch and shrink, as a share of its width.
pub(super) const STRETCH: f64 = 0.55;
pub(super) const SHRINK: f64 = 0.22;

/// Demerits of two hyphens one above the other, and of one before the last line.
const STACKED_HYPHENS: f64 = 9000.0;
const LAST_HYPHEN: f64 = 25000.0;
/// Demerits of a tight line beside a loose one.
const UNEVEN: f64 = 3000.0;
/// Demerits of a last line shorter than [`SHORT`] of the measure.
const SHORT_END: f64 = 4000.0;
const SHORT: f64 = 0.09;

/// Widths of everything before an item.
#[derive(Clone, Copy, Default)]
struct Sum {
    width: f64,
    space: f64,
}

#[derive(Clone, Copy)]
struct Node {
    /// The item that the next line begins with.
    start: usize,
    demerits: f64,
    before: usize,
    hyphen: bool,
    ratio: f64,
}

/// Breaks the items of a paragraph into lines.
pub(super) fn lines(items: &[Item], measure: Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    for part in items.split_inclusive(|item| matches!(item, Item::Forced)) {
        let first = if from == 0 { measure.first } else { measure.rest };
        let solid = part.strip_suffix(&[Item::Forced]).unwrap_or(part);
        segment(solid, Measure { first, ..measure }, from, &mut lines);
        from += part.len();
    }
    lines
}

/// The narrowest measure that takes no more lines: a title's lines are then of about one length.
pub(super) fn balanced(items: &[Item], measure: Measure) -> Measure {
    let count = lines(items, measure).len();
    // One line has nothing to balance; in a long text it would not be seen.
    if !(2..=5).contains(&count) {
        return measure;
    }
    let narrowed = |share: f64| Measure { first: measure.first * share, rest: measure.rest * share, ..measure };
    let fits = |share: f64| {
        let measure = narrowed(share);
        let widest = items.iter().map(|item| if let Item::Letters { width, .. } = item { *width } else { 0.0 });
        widest.fold(0.0, f64::max) <= measure.first.min(measure.rest) && lines(items, measure).len() == count
    };
    let (mut low, mut high) = (0.4, 1.0);
    for _ in 0..7 {
        let middle = f64::midpoint(low, high);
        if fits(middle) { high = middle } else { low = middle }
    }
    narrowed(high)
}

fn segment(items: &[Item], measure: Measure, offset: usize, lines: &mut Vec<Line>) {
    let mut sums = Vec::with_capacity(items.len() + 1);
    let mut sum = Sum::default();
    sums.push(sum);
    for item in items {
        match item {
            Item::Letters { width, .. } => sum.width += width,
            Item::Space { width, .. } => {
                sum.width += width;
                sum.space += width;
            }
            Item::Break { .. } | Item::Forced => {}
        }
        sums.push(sum);
    }
    let mut nodes = vec![Node { start: 0, demerits: 0.0, before: 0, hyphen: false, ratio: 0.0 }];
    let mut active = vec![0];
    for at in 0..=items.len() {
        let (cost, width, hyphen, next) = match items.get(at) {
            Some(Item::Space { .. }) => (0.0, 0.0, false, at + 1),
            Some(Item::Break { hyphen, width, cost }) => (*cost, *width, hyphen.is_some(), at + 1),
            Some(Item::Letters { .. } | Item::Forced) => continue,
            None => (0.0, 0.0, false, at),
        };
        let end = at == items.len();
        let mut best: Option<Node> = None;
        let mut overfull: Option<Node> = None;
        active.retain(|&index: &usize| {
            let from: Node = nodes[index];
            let line = if index == 0 { measure.first } else { measure.rest };
            let natural = sums[at].width - sums[from.start].width;
            let space = sums[at].space - sums[from.start].space;
            let left = line - natural - width;
            let ratio = ratio(left, space, line, measure.justified);
            let node = |badness: f64, ratio: f64| {
                let mut demerits = from.demerits + (10.0 + badness + cost) * (10.0 + badness + cost);
                if hyphen && from.hyphen {
                    demerits += STACKED_HYPHENS;
                }
                if end && from.hyphen {
                    demerits += LAST_HYPHEN;
                }
                if (ratio - from.ratio).abs() > 1.0 {
                    demerits += UNEVEN;
                }
                if end && index > 0 && natural < SHORT * line {
                    demerits += SHORT_END;
                }
                Node { start: next, demerits, before: index, hyphen, ratio }
            };
            if ratio < -1.0 {
                let candidate = node(1e6, -1.0);
                if overfull.is_none_or(|known| candidate.before > known.before) {
                    overfull = Some(candidate);
                }
                // Without the hyphen a later place may still fit.
                return line - natural + space * SHRINK >= 0.0;
            }
            let badness = if end && ratio > 0.0 { 0.0 } else { (100.0 * ratio.abs() * ratio * ratio).min(1e5) };
            let candidate = node(badness, if end { 0.0 } else { ratio });
            if best.is_none_or(|known| candidate.demerits < known.demerits) {
                best = Some(candidate);
            }
            true
        });
        // A piece wider than the line is set all the same, and sticks out.
        let chosen = best.or(if active.is_empty() || end { overfull } else { None });
        if let Some(node) = chosen {
            nodes.push(node);
            active.push(nodes.len() - 1);
        }
    }
    trace(items, &nodes, offset, lines);
}

/// How much the spaces of a line with `left` points to fill stretch (above 0) or shrink, 1 and -1 being as far as is good.
fn ratio(left: f64, space: f64, line: f64, justified: bool) -> f64 {
    const NEARLY: f64 = 1e-6;
    if left < -NEARLY {
        let shrink = if justified { space * SHRINK } else { 0.0 };
        return if shrink > 0.0 { left / shrink } else { f64::NEG_INFINITY };
    }
    let stretch = if justified { space * STRETCH } else { line * 0.3 };
    // A line without spaces cannot stretch at all: as bad as a very loose one.
    left / stretch.max(line * 0.02).max(NEARLY)
}

fn trace(items: &[Item], nodes: &[Node], offset: usize, lines: &mut Vec<Line>) {
    let Some(mut index) = nodes.len().checked_sub(1) else { return };
    let first = lines.len();
    let mut end = items.len();
    if index == 0 {
        lines.push(Line { start: offset, end: offset + end, last: true });
        return;
    }
    let mut last = true;
    while index > 0 {
        let node = nodes[index];
        let start = nodes[node.before].start;
        // The item that the line breaks at stands before the start of the next.
        end = if last { end } else { node.start - 1 };
        lines.push(Line { start: offset + start, end: offset + end, last });
        last = false;
        index = node.before;
    }
    lines[first..].reverse();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::font::{Face, Figures};
    use crate::pdf::structure::NodeId;
    use crate::pdf::text::Look;

    const LOOK: Look = Look { face: Face::Regular, figures: Figures::Proportional, node: NodeId::ROOT, code: false };

    fn word(width: f64) -> Item {
        Item::Letters { text: 0..0, look: LOOK, width }
    }

    fn space() -> Item {
        Item::Space { look: LOOK, width: 2.5 }
    }

    fn measure(width: f64) -> Measure {
        Measure { first: width, rest: width, justified: true }
    }

    #[test]
    fn every_item_stands_on_one_line() {
        let mut items = Vec::new();
        for at in 0..200_u32 {
            items.push(word(10.0 + f64::from(at * 7 % 13)));
            items.push(space());
        }
        items.pop();
        let lines = lines(&items, measure(100.0));
        let mut next = 0;
        for line in &lines {
            assert!(line.start == next && line.end > line.start, "{line:?} after {next}");
            next = line.end + 1;
        }
        assert_eq!(next, items.len() + 1);
        assert!(lines.last().is_some_and(|line| line.last));
    }

    #[test]
    fn whole_paragraph_is_weighed() {
        // First fit puts "30 30" on line one and leaves 50 alone on a loose line two.
        let items = [word(30.0), space(), word(30.0), space(), word(30.0), space(), word(60.0), space(), word(35.0)];
        let lines = lines(&items, measure(100.0));
        assert_eq!(lines.iter().map(|line| line.end).collect::<Vec<_>>(), [5, 9]);
    }

    #[test]
    fn a_piece_wider_than_the_line_stands_alone() {
        let items = [word(20.0), space(), word(400.0), space(), word(20.0)];
        let lines = lines(&items, measure(100.0));
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn a_title_is_broken_into_lines_of_one_length() {
        let items: Vec<Item> = (0..6).flat_map(|_| [word(30.0), space()]).take(11).collect();
        let wide = measure(170.0);
        assert_eq!(lines(&items, wide).iter().map(|line| line.end).collect::<Vec<_>>(), [9, 11]);
        let ragged = Measure { justified: false, ..wide };
        let balanced = lines(&items, balanced(&items, ragged));
        assert_eq!(balanced.iter().map(|line| line.end).collect::<Vec<_>>(), [5, 11]);
    }

    #[test]
    fn nothing_has_no_line() {
        assert_eq!(lines(&[], measure(100.0)).len(), 0);
    }
}
