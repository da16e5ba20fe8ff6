//! A PDF without tags: columns, lines, paragraphs, points and tables by where the words stand.

use std::collections::BTreeSet;

use super::content::CELL_GAP;
use super::lines::{Ink, Place};
use super::structure::Item;
use crate::prose::document::{Block, BlockKind, CellPlace};

/// A line: its stretches from left to right.
#[derive(Debug, Clone)]
struct Line {
    page: usize,
    runs: Vec<Place>,
    /// The stretches with wide spaces between them: cells, if it is a row of a table.
    cells: Vec<Vec<Place>>,
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    bold: bool,
    text: String,
}

/// All stretches that are neither artifacts of the file nor its pages' heads and feet.
pub(super) fn stretches(ink: &Ink) -> Vec<Place> {
    let repeated = repeated(ink);
    let all = ink.pages.iter().enumerate().flat_map(|(page, inked)| (0..inked.runs.len()).map(move |run| (page, run)));
    all.filter(|place| !ink.run(*place).is_artifact && !repeated.contains(place)).collect()
}

/// What stands at the top or the foot of most pages: the same words, but for numbers.
fn repeated(ink: &Ink) -> BTreeSet<Place> {
    let mut seen: Vec<(i64, String, Place)> = Vec::new();
    for (number, page) in ink.pages.iter().enumerate() {
        for (at, run) in page.runs.iter().enumerate() {
            if run.base > page.height * 0.12 && run.base < page.height * 0.88 {
                continue;
            }
            let bare: String = run.text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
            seen.push((rounded(run.base), bare.trim().to_owned(), (number, at)));
        }
    }
    let often = |one: &(i64, String, Place)| {
        let pages: BTreeSet<usize> = seen
            .iter()
            .filter(|other| (other.0 - one.0).abs() <= 2 && other.1 == one.1)
            .map(|other| other.2.0)
            .collect();
        pages.len() >= 2 && pages.len() * 2 >= ink.pages.len()
    };
    // Each place and wording is judged once, however many pages there are.
    let mut judged: std::collections::BTreeMap<(i64, &str), bool> = std::collections::BTreeMap::new();
    let mut found = BTreeSet::new();
    for one in &seen {
        if *judged.entry((one.0, &one.1)).or_insert_with(|| often(one)) {
            found.insert(one.2);
        }
    }
    found
}

#[allow(clippy::cast_possible_truncation, reason = "a place on a page")]
fn rounded(place: f64) -> i64 {
    place.clamp(-100_000.0, 100_000.0).round() as i64
}

/// The items that stretches without tags make.
pub(super) fn items(ink: &Ink, places: &BTreeSet<Place>) -> Vec<Item> {
    let mut lines = Vec::new();
    for page in 0..ink.pages.len() {
        let of_page: Vec<Place> = places.range((page, 0)..(page + 1, 0)).copied().collect();
        lines.extend(in_reading_order(lines_of(ink, page, &of_page), ink));
    }
    let body = body_size(&lines);
    let mut items: Vec<Item> = Vec::new();
    let (mut at, mut tables) = (0, 0);
    let mut before: Option<&Line> = None;
    while at < lines.len() {
        let rows = table_length(&lines[at..]);
        if rows > 1 {
            items.extend(table(ink, &lines[at..at + rows], tables));
            tables += 1;
            at += rows;
            before = None;
            continue;
        }
        let line = &lines[at];
        let marked = line.runs.iter().map(|place| (*place, false));
        let goes_on = before.is_some_and(|before| continues(before, line));
        match items.last_mut() {
            Some(Item::Paragraph(_, runs)) if goes_on => runs.extend(marked),
            _ => items.push(Item::Paragraph(Box::new(block(line, body)), marked.collect())),
        }
        before = Some(line);
        at += 1;
    }
    items
}

fn lines_of(ink: &Ink, page: usize, places: &[Place]) -> Vec<Line> {
    let mut sorted = places.to_vec();
    sorted.sort_by(|one, other| {
        let (one, other) = (ink.run(*one), ink.run(*other));
        other.base.total_cmp(&one.base).then(one.left.total_cmp(&other.left))
    });
    let mut lines: Vec<Line> = Vec::new();
    for place in sorted {
        let run = ink.run(place);
        match lines.last_mut() {
            Some(line) if (line.base - run.base).abs() < line.size.max(run.size) * 0.4 => line.runs.push(place),
            _ => lines.push(Line {
                page,
                runs: vec![place],
                cells: Vec::new(),
                left: 0.0,
                right: 0.0,
                base: run.base,
                size: run.size,
                bold: false,
                text: String::new(),
            }),
        }
    }
    for line in &mut lines {
        measure(line, ink);
    }
    lines
}

fn measure(line: &mut Line, ink: &Ink) {
    line.runs.sort_by(|one, other| ink.run(*one).left.total_cmp(&ink.run(*other).left));
    let runs = || line.runs.iter().map(|place| ink.run(*place));
    let left = runs().map(|run| run.left).fold(f64::INFINITY, f64::min);
    let right = runs().map(|run| run.right).fold(f64::NEG_INFINITY, f64::max);
    let size = runs().map(|run| run.size).fold(0.0, f64::max);
    let bold = runs().filter(|run| !run.text.trim().is_empty()).all(|run| run.bold);
    let text = runs().map(|run| run.text.trim()).collect::<Vec<_>>().join(" ");
    let mut cells: Vec<Vec<Place>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for place in &line.runs {
        let run = ink.run(*place);
        match cells.last_mut() {
            Some(cell) if run.left - end < run.size * CELL_GAP => cell.push(*place),
            _ => cells.push(vec![*place]),
        }
        end = run.right;
    }
    // A number and what it numbers are one.
    let first = cells.first().map(|cell| cell.iter().map(|place| ink.run(*place).text.trim()).collect::<String>());
    if cells.len() > 1 && first.is_some_and(|first| marker(&first) == Some(first.as_str())) {
        let rest = cells.remove(1);
        cells[0].extend(rest);
    }
    line.cells = cells;
    (line.left, line.right, line.size, line.bold, line.text) = (left, right, size, bold, text);
}

/// Lines as they are read: where a page has two columns, one after the other.
fn in_reading_order(lines: Vec<Line>, ink: &Ink) -> Vec<Line> {
    let Some(gutter) = gutter(&lines, ink) else { return lines };
    let (mut ordered, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let crosses = line.runs.iter().any(|place| ink.run(*place).left < gutter && ink.run(*place).right > gutter);
        if crosses {
            ordered.append(&mut left);
            ordered.append(&mut right);
            ordered.push(line);
            continue;
        }
        let (of_left, of_right): (Vec<Place>, Vec<Place>) =
            line.runs.iter().partition(|place| ink.run(**place).left < gutter);
        for (runs, column) in [(of_left, &mut left), (of_right, &mut right)] {
            if !runs.is_empty() {
                let mut part = Line { runs, ..line.clone() };
                measure(&mut part, ink);
                column.push(part);
            }
        }
    }
    ordered.append(&mut left);
    ordered.append(&mut right);
    ordered
}

/// Where the space between two columns of running text is; none where there are none.
fn gutter(lines: &[Line], ink: &Ink) -> Option<f64> {
    const FEWEST: usize = 6;
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let runs: Vec<_> = lines.iter().flat_map(|line| &line.runs).map(|place| ink.run(*place)).collect();
    let tried = (30..=70_u32).map(|percent| left + (right - left) * f64::from(percent) / 100.0);
    let good = tried.filter(|at| {
        let crossing = runs.iter().filter(|run| run.left < at - 1.0 && run.right > at + 1.0).count();
        let (before, after): (Vec<_>, Vec<_>) =
            runs.iter().filter(|run| run.right <= at + 1.0 || run.left >= at - 1.0).partition(|run| run.left < *at);
        // Cells of a table are short; lines of a column fill it.
        let full = |runs: &[&&super::content::Run], width: f64| {
            runs.iter().filter(|run| run.right - run.left > width * 0.6).count() * 2 > runs.len()
        };
        before.len() >= FEWEST
            && after.len() >= FEWEST
            && crossing * 8 <= runs.len()
            && full(&before, at - left)
            && full(&after, right - at)
    });
    let good: Vec<f64> = good.collect();
    good.get(good.len() / 2).copied()
}

/// The size that most of the text has.
fn body_size(lines: &[Line]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines.iter().map(|line| (line.size, line.text.len())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half: usize = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut so_far = 0;
    sizes
        .into_iter()
        .find(|(_, length)| {
            so_far += length;
            so_far > half
        })
        .map_or(10.0, |(size, _)| size)
}

/// What a line begins with, where it is a number or a bullet.
fn marker(text: &str) -> Option<&str> {
    let first = text.split_whitespace().next()?;
    let bare = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let bullet = matches!(first, "-" | "*" | "\u{2022}" | "\u{2013}" | "\u{25CF}" | "\u{25AA}" | "o" | "\u{F0B7}");
    let numbered = first.len() > bare.len() && !bare.is_empty() && bare.len() <= 8
        || bare.contains('.') && bare.starts_with(|letter: char| letter.is_ascii_digit());
    let short = bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
        || bare.chars().count() == 1
        || bare.chars().all(|letter| "ivx".contains(letter));
    (bullet || numbered && short).then_some(first)
}

fn block(line: &Line, body: f64) -> Block {
    let short = line.text.chars().count() < 90 && !line.text.ends_with(['.', ';', ',']);
    let large = line.text.chars().any(char::is_alphabetic) && !line.text.chars().any(char::is_lowercase);
    if short && (line.size > body * 1.12 || line.bold || large && line.text.len() > 3) {
        // The larger the higher; what is only bold stands lowest.
        let level = if line.size > body * 1.6 {
            1
        } else if line.size > body * 1.25 {
            2
        } else {
            3
        };
        return Block::at_level(BlockKind::Heading, level);
    }
    // The number is a word of the line here: it is typed as text.
    let kind = if marker(&line.text).is_some() { BlockKind::Item } else { BlockKind::Paragraph };
    Block::at_level(kind, usize::from(kind == BlockKind::Item))
}

/// Whether a line goes on with the paragraph of the line before it.
fn continues(before: &Line, line: &Line) -> bool {
    if marker(&line.text).is_some() || before.bold != line.bold || (before.size - line.size).abs() > line.size * 0.08 {
        return false;
    }
    let ended = before.text.ends_with(['.', ';', ':', '!', '?']);
    if before.page != line.page || line.base > before.base {
        // Over a page or into the next column.
        return !ended && line.text.starts_with(|letter: char| letter.is_lowercase() || letter.is_ascii_digit());
    }
    let gap = before.base - line.base;
    gap < line.size * 1.75 && !(ended && before.right < line.right - line.size * 12.0 && line.right > before.right)
}

/// How many lines from the first on are a table: at least two rows of at least two cells at the same places.
fn table_length(lines: &[Line]) -> usize {
    let is_row = |line: &Line| line.cells.len() >= 2;
    if !is_row(&lines[0]) {
        return 0;
    }
    let mut length = 1;
    let mut rows = 1;
    for (at, line) in lines.iter().enumerate().skip(1) {
        let before = &lines[at - 1];
        if line.page != before.page || before.base - line.base > line.size * 3.0 || line.base > before.base {
            break;
        }
        if is_row(line) {
            rows += 1;
            length = at + 1;
        } else if line.left > lines[0].left + line.size && length == at {
            // A cell that goes on.
            length = at + 1;
        } else {
            break;
        }
    }
    if rows > 1 { length } else { 0 }
}

/// The rows of a table's lines.
fn table(ink: &Ink, lines: &[Line], number: usize) -> Vec<Item> {
    let left = |cell: &[Place]| cell.first().map_or(0.0, |place| ink.run(*place).left);
    let mut starts: Vec<f64> = lines.iter().flat_map(|line| &line.cells).map(|cell| left(cell)).collect();
    starts.sort_by(f64::total_cmp);
    let mut columns: Vec<(f64, usize)> = Vec::new();
    for start in starts {
        match columns.last_mut() {
            Some((last, count)) if start - *last < 12.0 => *count += 1,
            _ => columns.push((start, 1)),
        }
    }
    // A place at which only one stretch begins is no column, but for the only ones.
    if columns.iter().filter(|(_, count)| *count > 1).count() > 1 {
        columns.retain(|(_, count)| *count > 1);
    }
    let column = |left: f64| columns.iter().rposition(|(start, _)| *start <= left + 6.0).unwrap_or(0);
    let rules = &ink.pages[lines[0].page].rules;
    let mut rows: Vec<Vec<Vec<(Place, bool)>>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let ruled = at > 0
            && rules.iter().any(|(from, to, base)| {
                *base < lines[at - 1].base && *base > line.base && *from <= line.left + 6.0 && *to >= line.left
            });
        let first = line.cells.first().map_or(0, |cell| column(left(cell)));
        let any_rule = rules.iter().any(|(.., base)| *base < lines[0].base && *base > lines[lines.len() - 1].base);
        let begins = at == 0 || if any_rule { ruled } else { first == 0 };
        if begins {
            rows.push(vec![Vec::new(); columns.len()]);
        }
        if let Some(row) = rows.last_mut() {
            for cell in &line.cells {
                row[column(left(cell))].extend(cell.iter().map(|place| (*place, false)));
            }
        }
    }
    let bold_head = lines[0].bold && !lines[lines.len() - 1].bold;
    rows.into_iter()
        .enumerate()
        .map(|(row, cells)| {
            let kind = if row == 0 && bold_head { BlockKind::Head } else { BlockKind::Cell };
            let cell = |(column, runs): (usize, Vec<(Place, bool)>)| {
                let place = CellPlace { row, column, ..CellPlace::first_of(number) };
                (Block::at_cell(kind, place), runs)
            };
            Item::Row(cells.into_iter().enumerate().map(cell).filter(|(_, runs)| !runs.is_empty()).collect())
        })
        .collect()
}
