//! The contract: from the typed agreement to Markdown, and from Markdown to blocks.

pub mod block;
mod view;
mod words;
