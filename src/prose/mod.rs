//! Contracts that others wrote: their text, and what in it is open.
//!
//! [`read`] makes a [`Document`] of a file, [`sentence`] cuts its blocks, [`vague`] finds what two people would read
//! in two ways. What counts as vague is data: `lexicons/`.

mod defined;
mod document;
mod lexicon;
mod matcher;
mod read;
mod sentence;
mod vague;

pub use document::{Block, BlockKind, CellPlace, Document};
pub use lexicon::{Family, families};
pub use read::{Kind, read};
pub use vague::vague;
