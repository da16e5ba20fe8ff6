//! From Markdown with markers to the numbered tree of blocks.
//!
//! In three steps: [`read`] makes a tree of Markdown's events, [`number`] gives
//! clauses, list items and annexes their numbers, and resolves the references.

mod inline;
mod lists;
mod number;
mod quotes;
mod read;

use super::block::{Block, Document, Meta};
use super::template::words::Words;

/// Something in the rendered text that a contract cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Words to look for in the templates, to show where the problem comes from.
    pub(super) near: String,
    /// The template that it comes from, where that is known.
    pub(super) template: Option<String>,
}

impl Problem {
    fn new(rule: &'static str, message: impl Into<String>, near: impl Into<String>) -> Self {
        Self { rule, message: message.into(), help: None, near: near.into(), template: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The blocks that a rendered template says; they have no numbers yet.
pub(super) fn blocks(draft: &str, problems: &mut Vec<Problem>) -> Vec<Block> {
    read::read(draft, problems)
}

/// The document of blocks, numbered; `problems` are those that were found in the blocks.
pub(super) fn document(
    mut blocks: Vec<Block>,
    meta: Meta,
    words: &Words,
    mut problems: Vec<Problem>,
) -> Result<Document, Vec<Problem>> {
    number::number(&mut blocks, words, &mut problems);
    lists::end(&mut blocks);
    quotes::set(&mut blocks, &words.quotes);
    if problems.is_empty() { Ok(Document { meta, blocks }) } else { Err(problems) }
}
