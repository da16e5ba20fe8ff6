//! From text to a tree of parsed lines.
mod grammar;
pub mod tree;
