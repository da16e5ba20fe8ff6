//! A sentence whose words differ by plan.

use super::align::align;
use super::{Plans, groups, in_brackets, lead_in};
use crate::document::block::Inline;

/// Differences with fewer words between them are one: `4 minutes and 27 seconds`.
const CLOSE_WORDS: usize = 4;
/// Sentences with more differences, or longer ones, stand one after another.
const MOST_DIFFERENCES: usize = 2;
const MOST_WORDS: usize = 8;
/// What may stand behind a word.
const PUNCTUATION: [char; 5] = ['.', ',', ';', ':', ')'];

impl Plans<'_> {
    /// A sentence under several plans: once with its figures side by side, or each plan's own.
    pub(super) fn sentence(&self, variants: &[(usize, &[Inline])]) -> Vec<Inline> {
        self.side_by_side(variants).unwrap_or_else(|| self.one_after_another(variants))
    }

    /// Words that must stay one line, such as those of a heading.
    pub(super) fn figures(&self, variants: &[(usize, &[Inline])]) -> Vec<Inline> {
        self.side_by_side(variants).unwrap_or_else(|| self.listed(variants, &Inline::Text(", ".into())))
    }

    /// Each group's words with its plans in brackets.
    pub(super) fn listed(&self, variants: &[(usize, &[Inline])], between: &Inline) -> Vec<Inline> {
        let mut words = Vec::new();
        for (at, (plans, run)) in groups(variants).into_iter().enumerate() {
            words.extend((at > 0).then(|| between.clone()));
            words.extend(run.iter().cloned());
            words.push(in_brackets(&self.label(&plans)));
        }
        words
    }

    fn one_after_another(&self, variants: &[(usize, &[Inline])]) -> Vec<Inline> {
        let mut words = Vec::new();
        for (at, (plans, run)) in groups(variants).into_iter().enumerate() {
            words.extend((at > 0).then_some(Inline::Break));
            words.extend(lead_in(&self.label(&plans)));
            words.extend(run.iter().cloned());
        }
        words
    }

    /// `at least 99.99% (Gold), 99.9% (Silver, Bronze) each month`; none where more than a few figures differ.
    fn side_by_side(&self, variants: &[(usize, &[Inline])]) -> Option<Vec<Inline>> {
        let pieces: Vec<Vec<Inline>> = variants.iter().map(|(_, run)| pieces(run)).collect();
        let weight = |one: &Inline, two: &Inline| if one == two { if is_word(one) { 3 } else { 1 } } else { 0 };
        let rows = align(&pieces, weight);
        let mut words = Vec::new();
        let mut differences = 0;
        let mut rest = rows.as_slice();
        while let Some(row) = rest.first() {
            if let Some(common) = common(row, &pieces) {
                words.push(common.clone());
                rest = &rest[1..];
                continue;
            }
            let length = difference(rest, &pieces);
            let (different, after) = rest.split_at(length);
            rest = after;
            differences += 1;
            let slices: Vec<Vec<Inline>> = (0..variants.len())
                .map(|of| different.iter().filter_map(|row| Some(pieces[of][row[of]?].clone())).collect())
                .collect();
            let short =
                |slice: &Vec<Inline>| (1..=MOST_WORDS).contains(&slice.iter().filter(|piece| is_word(piece)).count());
            let whole = |slice: &Vec<Inline>| slice.first().is_some_and(is_word) && slice.last().is_some_and(is_word);
            if differences > MOST_DIFFERENCES || !slices.iter().all(|slice| short(slice) && whole(slice)) {
                return None;
            }
            let slices: Vec<_> =
                variants.iter().zip(&slices).map(|((plan, _), slice)| (*plan, slice.as_slice())).collect();
            words.extend(self.listed(&slices, &Inline::Text(", ".into())));
        }
        Some(joined(words))
    }
}

/// The piece that all have here.
fn common<'p>(row: &[Option<usize>], pieces: &'p [Vec<Inline>]) -> Option<&'p Inline> {
    row.iter().all(Option::is_some).then(|| row[0].map(|at| &pieces[0][at])).flatten()
}

/// How many rows a difference takes: up to where enough common words stand.
fn difference(rows: &[Vec<Option<usize>>], pieces: &[Vec<Inline>]) -> usize {
    let mut length = 0;
    let mut words = 0;
    for (at, row) in rows.iter().enumerate() {
        match common(row, pieces) {
            Some(piece) => words += usize::from(is_word(piece)),
            None => (length, words) = (at + 1, 0),
        }
        if words >= CLOSE_WORDS {
            break;
        }
    }
    length
}

/// Words, the spaces between them and the punctuation around them, each by itself; what is not plain text stays whole.
fn pieces(run: &[Inline]) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for inline in run {
        let Inline::Text(text) = inline else {
            pieces.push(inline.clone());
            continue;
        };
        for word in text.split_inclusive(' ') {
            let (word, space) = word.strip_suffix(' ').map_or((word, ""), |word| (word, " "));
            let inner = word.trim_start_matches('(');
            let bare = inner.trim_end_matches(PUNCTUATION);
            let before = &word[..word.len() - inner.len()];
            let parts = [before, bare, &inner[bare.len()..], space].into_iter().filter(|part| !part.is_empty());
            pieces.extend(parts.map(|part| Inline::Text(part.to_owned())));
        }
    }
    pieces
}

fn is_word(piece: &Inline) -> bool {
    match piece {
        Inline::Text(text) => !text.trim_matches([' ', '(']).trim_matches(PUNCTUATION).is_empty(),
        _ => true,
    }
}

/// With neighbouring texts as one.
fn joined(pieces: Vec<Inline>) -> Vec<Inline> {
    let mut run: Vec<Inline> = Vec::new();
    for piece in pieces {
        match (run.last_mut(), piece) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (_, piece) => run.push(piece),
        }
    }
    run
}
