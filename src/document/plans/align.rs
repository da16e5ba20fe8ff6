//! Which parts of several texts belong together.

use crate::document::block::{Block, BlockKind, Inline, Item};

/// Of two texts that share less, in percent, neither is the other's counterpart.
const LEAST_LIKENESS: usize = 40;
/// Larger comparisons are not made: the texts then stand one after another.
const MOST_COMPARISONS: usize = 4_000_000;

/// The rows in which sequences stand side by side: in each row a position in each sequence, or none.
///
/// `likeness` of two parts is 0 where they do not belong together; the sum over all pairs is the greatest possible
/// with the order kept.
pub(super) fn align<T>(sequences: &[Vec<T>], likeness: impl Fn(&T, &T) -> usize) -> Vec<Vec<Option<usize>>> {
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for (number, sequence) in sequences.iter().enumerate() {
        let last =
            |row: &[Option<usize>]| row.iter().enumerate().rev().find_map(|(of, at)| Some(&sequences[of][(*at)?]));
        let likeness = |row: usize, at: usize| last(&rows[row]).map_or(0, |known| likeness(known, &sequence[at]));
        let pairs = pairs(rows.len(), sequence.len(), likeness);
        let mut next = Vec::new();
        let mut known = rows.into_iter();
        let mut row = 0;
        for (at, pair) in pairs.iter().enumerate() {
            // What only the earlier ones have stands before what only this one has.
            let until = pairs[at..].iter().find_map(|pair| *pair).unwrap_or(usize::MAX);
            let alone = known.by_ref().take(until - row);
            next.extend(alone.inspect(|_| row += 1).map(|row| with(row, None)));
            let own = pair.and_then(|_| known.next().inspect(|_| row += 1));
            next.push(with(own.unwrap_or_else(|| vec![None; number]), Some(at)));
        }
        next.extend(known.map(|row| with(row, None)));
        rows = next;
    }
    rows
}

fn with(mut row: Vec<Option<usize>>, at: Option<usize>) -> Vec<Option<usize>> {
    row.push(at);
    row
}

/// For each part of the right side its counterpart on the left, by dynamic programming over the two lengths.
fn pairs(left: usize, right: usize, likeness: impl Fn(usize, usize) -> usize) -> Vec<Option<usize>> {
    let mut pairs = vec![None; right];
    if left.saturating_mul(right) > MOST_COMPARISONS {
        return pairs;
    }
    // best[l][r] is the greatest sum for what remains from l and r on.
    let mut best = vec![vec![0; right + 1]; left + 1];
    let mut alike = vec![vec![0; right]; left];
    for l in (0..left).rev() {
        for r in (0..right).rev() {
            let pair = likeness(l, r);
            alike[l][r] = pair;
            let paired = if pair > 0 { pair + best[l + 1][r + 1] } else { 0 };
            best[l][r] = paired.max(best[l + 1][r]).max(best[l][r + 1]);
        }
    }
    let (mut l, mut r) = (0, 0);
    while l < left && r < right {
        if alike[l][r] > 0 && best[l][r] == alike[l][r] + best[l + 1][r + 1] {
            pairs[r] = Some(l);
            (l, r) = (l + 1, r + 1);
        } else if best[l][r] == best[l + 1][r] {
            l += 1;
        } else {
            r += 1;
        }
    }
    pairs
}

/// What a block says, to find its counterpart by.
pub(super) struct Words<'b> {
    /// What it is: blocks of different kinds are no counterparts.
    kind: Option<&'b BlockKind>,
    id: Option<&'b str>,
    /// Sorted.
    words: Vec<&'b str>,
}

impl<'b> Words<'b> {
    pub(super) fn of(block: &'b Block) -> Self {
        let mut words = Vec::new();
        block_words(block, &mut words);
        words.sort_unstable();
        Self { kind: Some(&block.kind), id: block.id.as_deref(), words }
    }

    pub(super) fn of_item(item: &'b Item) -> Self {
        Self::of_words(item.id.as_deref(), |words| item.blocks.iter().for_each(|block| block_words(block, words)))
    }

    /// Of a table's row.
    pub(super) fn of_cells(cells: &'b [Vec<Inline>]) -> Self {
        Self::of_words(None, |words| cells.iter().for_each(|cell| run_words(cell, words)))
    }

    fn of_words(id: Option<&'b str>, collect: impl FnOnce(&mut Vec<&'b str>)) -> Self {
        let mut words = Vec::new();
        collect(&mut words);
        words.sort_unstable();
        Self { kind: None, id, words }
    }

    /// From 0, no counterparts, to 100, the same.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let level = |kind: Option<&BlockKind>| match kind {
            Some(BlockKind::Heading { level, .. }) => Some(*level),
            _ => None,
        };
        let kinds = self.kind.map(std::mem::discriminant) == other.kind.map(std::mem::discriminant);
        if !kinds || level(self.kind) != level(other.kind) || self.id != other.id {
            return 0;
        }
        let shared = self.shared(other);
        let structured = matches!(self.kind, Some(BlockKind::List(_) | BlockKind::Table(_) | BlockKind::Group { .. }));
        if self.id.is_some() || shared >= LEAST_LIKENESS || structured && shared > 0 { shared.max(1) } else { 0 }
    }

    /// Twice the words of both over all words, in percent.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let (mut left, mut right) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut both: usize = 0;
        while let (Some(one), Some(two)) = (left.peek(), right.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    both += 1;
                    left.next();
                    right.next();
                }
            }
        }
        (200 * both).checked_div(self.words.len() + other.words.len()).unwrap_or(100)
    }
}

fn block_words<'b>(block: &'b Block, words: &mut Vec<&'b str>) {
    match &block.kind {
        BlockKind::Title(text)
        | BlockKind::Heading { text, .. }
        | BlockKind::Clause { text, .. }
        | BlockKind::Paragraph(text) => run_words(text, words),
        BlockKind::List(items) => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| block_words(block, words));
        }
        BlockKind::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| run_words(cell, words));
        }
        BlockKind::Group { blocks, .. } => blocks.iter().for_each(|block| block_words(block, words)),
    }
}

fn run_words<'b>(run: &'b [Inline], words: &mut Vec<&'b str>) {
    for inline in run {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.extend(text.split_whitespace()),
            Inline::Reference { target, .. } => words.push(target),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                run_words(inside, words);
            }
            Inline::Break => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::align;

    fn rows(sequences: &[&str]) -> Vec<String> {
        let sequences: Vec<Vec<char>> = sequences.iter().map(|text| text.chars().collect()).collect();
        let rows = align(&sequences, |one, two| usize::from(one == two)).into_iter();
        let shown = rows.map(|row| {
            row.iter().zip(&sequences).map(|(at, sequence)| at.map_or('-', |at| sequence[at])).collect::<String>()
        });
        shown.collect()
    }

    #[test]
    fn what_is_alike_stands_in_one_row() {
        assert_eq!(rows(&["abd", "abcd", "bd"]), ["aa-", "bbb", "-c-", "ddd"]);
        assert_eq!(rows(&["", "ab", ""]), ["-a-", "-b-"]);
        assert_eq!(rows(&["ab", "cd", "ad"]), ["a-a", "b--", "-c-", "-dd"]);
    }
}
