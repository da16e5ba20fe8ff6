//! Whether two trees say the same.

use super::super::tree::{Kind, Line, Node, Spec, Table};
use super::super::vocabulary;

/// The sections in their canonical order, which is that of the grammar; those of one kind stay as they are.
pub(super) fn sections(spec: &Spec) -> Vec<&Line> {
    let order = vocabulary::statements(Kind::line_in_file);
    let clauses = order.iter().position(|kind| *kind == Kind::clause).unwrap_or(order.len());
    let rank = |line: &&Line| order.iter().position(|kind| *kind == line.kind()).unwrap_or(clauses).min(clauses);
    let mut sections: Vec<&Line> = spec.lines.iter().collect();
    sections.sort_by_key(rank);
    sections
}

/// Whether both say the same, wherever it stands and however it is spaced.
pub(super) fn meaning(one: &Spec, two: &Spec) -> bool {
    let (one, two) = (sections(one), sections(two));
    one.len() == two.len() && one.iter().zip(two).all(|(one, two)| line(one, two))
}

/// Whether both have the same comments, in any order.
pub(super) fn comments(one: &Spec, two: &Spec) -> bool {
    let sorted = |spec: &Spec| {
        let mut comments: Vec<String> = spec.closing_comments.iter().map(|comment| comment.text.clone()).collect();
        for line in &spec.lines {
            collect(line, &mut comments);
        }
        comments.sort_unstable();
        comments
    };
    sorted(one) == sorted(two)
}

fn collect(line: &Line, comments: &mut Vec<String>) {
    let table = line.table.iter().flat_map(|table| {
        let rows = table.rows.iter().flat_map(|row| row.comments.iter().chain(&row.trailing_comment));
        table.comments.iter().chain(rows)
    });
    let own = line.comments.iter().chain(&line.trailing_comment).chain(&line.closing_comments);
    comments.extend(own.chain(table).map(|comment| comment.text.clone()));
    for child in &line.children {
        collect(child, comments);
    }
}

fn line(one: &Line, two: &Line) -> bool {
    node(&one.node, &two.node)
        && both(one.condition.as_ref(), two.condition.as_ref(), node)
        && both(one.prose.as_ref(), two.prose.as_ref(), node)
        && both(one.table.as_ref(), two.table.as_ref(), table)
        && one.children.len() == two.children.len()
        && one.children.iter().zip(&two.children).all(|(one, two)| line(one, two))
}

fn both<T>(one: Option<&T>, two: Option<&T>, same: fn(&T, &T) -> bool) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => same(one, two),
        (None, None) => true,
        _ => false,
    }
}

fn nodes(one: &[Node], two: &[Node]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(one, two)| node(one, two))
}

/// Blanks count in strings and names only.
fn node(one: &Node, two: &Node) -> bool {
    let letters = |node: &Node| node.text.chars().filter(|letter| *letter != ' ').collect::<String>();
    let has_same_text = if one.kind == Kind::string { one.text == two.text } else { letters(one) == letters(two) };
    one.kind == two.kind && has_same_text && nodes(&one.children, &two.children)
}

fn table(one: &Table, two: &Table) -> bool {
    nodes(&one.head, &two.head)
        && one.rows.len() == two.rows.len()
        && one.rows.iter().zip(&two.rows).all(|(one, two)| {
            nodes(&one.cells, &two.cells) && both(one.condition.as_ref(), two.condition.as_ref(), node)
        })
}
