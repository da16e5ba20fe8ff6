//! Which statements a line can be, by its first word: the grammar's choices without trying each.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::nodes::is_keyword;
use super::tree::Kind;
use super::vocabulary::{firsts, statements, word};

/// Statements in the grammar's order; the ones that begin with a name or a value stand in each list.
struct Choices {
    by_word: HashMap<String, Vec<Kind>>,
    others: Vec<Kind>,
}

/// The statements of a block that may begin with the first word of a line.
pub(super) fn candidates(block: Kind, line: &str) -> &'static [Kind] {
    static BLOCKS: OnceLock<HashMap<Kind, Choices>> = OnceLock::new();
    let blocks = BLOCKS.get_or_init(|| {
        super::blocks::BLOCKS
            .iter()
            .map(|(_, block)| *block)
            .chain([Kind::line_in_file])
            .map(|block| (block, choices(block)))
            .collect()
    });
    let Some(choices) = blocks.get(&block) else { return &[] };
    let end = line.find(|character: char| !character.is_alphanumeric()).unwrap_or(line.len());
    choices.by_word.get(&line[..end]).unwrap_or(&choices.others)
}

fn choices(block: Kind) -> Choices {
    let mut choices = Choices { by_word: HashMap::new(), others: Vec::new() };
    for statement in statements(block) {
        let firsts = firsts(statement, &|_| false);
        if firsts.iter().any(|first| !is_keyword(*first)) {
            choices.others.push(statement);
            for list in choices.by_word.values_mut() {
                list.push(statement);
            }
        }
        for word in firsts.into_iter().filter_map(word) {
            let list = choices.by_word.entry(word).or_insert_with(|| choices.others.clone());
            if list.last() != Some(&statement) {
                list.push(statement);
            }
        }
    }
    choices
}
