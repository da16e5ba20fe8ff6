//! From text to a tree of parsed lines, and back to the one layout.
//!
//! [`parse`] never fails: a layout pass makes logical lines from the indentation,
//! each line is parsed by itself, and a bad line costs an error and not its neighbours.

mod blocks;
mod characters;
mod dispatch;
mod errors;
mod fmt;
mod grammar;
mod layout;
mod lines;
mod nodes;
mod parse;
mod report;
mod scripts;
mod table;
pub mod tree;
mod vocabulary;

pub use fmt::format;
pub use parse::parse;
