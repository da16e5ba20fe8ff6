//! Plain text: paragraphs between empty lines, headings and points by how they look.

use crate::prose::document::{Block, BlockKind};

/// The blocks of a plain text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() || ruled(words) {
            open = false;
        } else {
            let kind = kind(words);
            if !open || kind == BlockKind::Item || kind == BlockKind::Heading {
                blocks.push(Block::new(kind));
            }
            let start = at + line.len() - line.trim_start().len();
            if let Some(block) = blocks.last_mut() {
                block.push(" ", start);
                block.push(words, start);
            }
            open = kind != BlockKind::Heading;
        }
        at += line.len();
    }
    blocks
}

/// A line that is drawn, not said.
fn ruled(words: &str) -> bool {
    words.len() > 2 && words.chars().all(|letter| matches!(letter, '-' | '=' | '_' | '*' | '~' | '.'))
}

fn kind(words: &str) -> BlockKind {
    let first = words.split_whitespace().next().unwrap_or("");
    let bullet = matches!(first, "-" | "*" | "+" | "\u{2022}" | "o" | "\u{2013}");
    let number = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let numbered = first.len() > number.len()
        && !number.is_empty()
        && number.len() <= 8
        && (number.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
            || number.len() == 1
            || number.chars().all(|letter| "ivx".contains(letter)));
    // A heading is short, has no full stop, and is written large.
    let letters = || words.chars().filter(|letter| letter.is_alphabetic());
    let large = letters().count() > 2 && letters().all(char::is_uppercase);
    let titled = words.len() < 60
        && !words.ends_with(['.', ';', ',', ':'])
        && words.split_whitespace().filter(|word| word.chars().next().is_some_and(char::is_alphabetic)).all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                || matches!(word, "and" | "of" | "the" | "for" | "to" | "in" | "or" | "with" | "by" | "on" | "a")
        });
    if large || titled {
        BlockKind::Heading
    } else if bullet || numbered {
        BlockKind::Item
    } else {
        BlockKind::Paragraph
    }
}
