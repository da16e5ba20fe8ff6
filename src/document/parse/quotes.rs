//! Straight quotation marks become the language's own; words in code stay as they are.

use super::number::each_run;
use crate::document::block::{Block, Inline};

/// Sets the marks: double opening and closing, single opening and closing.
pub(super) fn set(blocks: &mut [Block], marks: &[String; 4]) {
    each_run(blocks, &mut |run| {
        let mut before = None;
        set_run(run, marks, &mut before);
    });
}

fn set_run(run: &mut [Inline], marks: &[String; 4], before: &mut Option<char>) {
    for inline in run {
        match inline {
            Inline::Text(words) => *words = set_words(words, marks, before),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                set_run(inside, marks, before);
            }
            Inline::Code(words) | Inline::Reference { text: words, .. } => {
                *before = words.chars().next_back().or(*before);
            }
            Inline::Break => *before = None,
        }
    }
}

/// A mark opens after a space, a bracket, a dash or another opening mark; else it closes, or is an apostrophe.
fn set_words(words: &str, [open, close, open_single, close_single]: &[String; 4], before: &mut Option<char>) -> String {
    let mut set = String::with_capacity(words.len());
    for character in words.chars() {
        let opens = before.is_none_or(|before| {
            before.is_whitespace()
                || "([{—–/".contains(before)
                || open.ends_with(before)
                || open_single.ends_with(before)
        });
        match (character, opens) {
            ('"', true) => set.push_str(open),
            ('"', false) => set.push_str(close),
            ('\'', true) => set.push_str(open_single),
            ('\'', false) => set.push_str(close_single),
            _ => set.push(character),
        }
        *before = set.chars().next_back();
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_open_and_close() {
        let marks = ["“", "”", "‘", "’"].map(str::to_owned);
        let set = |words: &str| set_words(words, &marks, &mut None);
        assert_eq!(set("\"Day\" (\"the 'Day'\") is Acme's"), "“Day” (“the ‘Day’”) is Acme’s");
    }

    #[test]
    fn marks_close_after_stressed_words() {
        let mut run = vec![
            Inline::Text("\"".into()),
            Inline::Strong(vec![Inline::Text("Day".into())]),
            Inline::Text("\"".into()),
        ];
        set_run(&mut run, &["“", "”", "‘", "’"].map(str::to_owned), &mut None);
        assert_eq!((&run[0], &run[2]), (&Inline::Text("“".into()), &Inline::Text("”".into())));
    }
}
