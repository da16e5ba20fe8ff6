//! The words of one statement, with the spaces they should have.

use super::super::tree::{Kind, Node};

/// A node's words: single spaces, none inside of `09:00-17:00`, one after each comma.
pub(super) fn of(node: &Node, source: &str) -> String {
    let mut written = String::new();
    write(node, source, &mut written);
    tidy(&written)
}

/// The words of a statement before one of its parts, and from there on.
pub(super) fn around(node: &Node, part: Kind, source: &str) -> Option<(String, String)> {
    let at = node.children.iter().position(|child| child.kind == part)?;
    let start = node.children[at].span.start;
    let part_of = |children: &[Node], start: u32, end: u32| {
        let span = crate::source::Span { start, end, ..node.span };
        of(&Node { kind: node.kind, text: String::new(), span, children: children.to_vec() }, source)
    };
    let before = part_of(&node.children[..at], node.span.start, start);
    let after = part_of(&node.children[at..], start, node.span.end);
    Some((before, after))
}

fn write(node: &Node, source: &str, out: &mut String) {
    match node.kind {
        Kind::string => {
            out.push('"');
            out.push_str(&node.text);
            out.push('"');
        }
        Kind::hours | Kind::days | Kind::percent => out.extend(node.text.chars().filter(|letter| *letter != ' ')),
        Kind::plus | Kind::minus | Kind::times_sign | Kind::divided_by | Kind::raised_to => {
            out.push(' ');
            out.push_str(&node.text);
            out.push(' ');
        }
        _ => {
            let mut at = node.span.range().start;
            for child in &node.children {
                let span = child.span.range();
                out.push_str(source.get(at..span.start).unwrap_or(""));
                write(child, source, out);
                at = span.end;
            }
            out.push_str(source.get(at..node.span.range().end).unwrap_or(""));
        }
    }
}

/// Outside of strings: single spaces, none before `,` and `)` nor after `(`, one after `,`.
fn tidy(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut quoted = false;
    for letter in written.trim().chars() {
        if quoted {
            quoted = letter != '"';
            text.push(letter);
            continue;
        }
        match letter {
            ' ' | '\t' => {
                if !text.ends_with([' ', '(']) {
                    text.push(' ');
                }
            }
            ',' | ')' => {
                text.truncate(text.trim_end_matches(' ').len());
                text.push(letter);
            }
            _ => {
                if text.ends_with(',') {
                    text.push(' ');
                }
                quoted = letter == '"';
                text.push(letter);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn spaces_are_single_outside_of_strings() {
        let cases = [
            ("a  b\t c", "a b c"),
            ("a ,b,c , d", "a, b, c, d"),
            ("( 1 -  A )", "(1 - A)"),
            ("x \"a  ,b\"  y", "x \"a  ,b\" y"),
        ];
        for (written, expected) in cases {
            assert_eq!(tidy(written), expected);
        }
    }
}
