//! The generated parser. Its rule names are the statement kinds of the language.
#![expect(missing_docs, reason = "the grammar's comments document the rules")]

/// The parser that pest generates from the grammar; only `syntax` sees it.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/agreement.pest"]
pub(super) struct Grammar;
