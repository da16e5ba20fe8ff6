//! Contracts that others wrote: their text, and what in it is open.
//!
//! [`read`] makes a [`Document`] of a text, [`extract`] takes one out of a Word file, [`sentence`] cuts its blocks, [`vague`] finds what two people would read
//! in two ways. What counts as vague is data: `lexicons/`.

mod allow;
mod clause;
mod context;
mod document;
mod import;
mod lexicon;
mod matcher;
mod read;
mod sentence;
mod starting;
mod structure;
mod subject;
mod terms;
mod vague;
mod vocabulary;

pub use allow::{ALLOW_ENDING, allow};
pub use context::with_sentences;
pub use document::{Block, BlockKind, CellPlace, Document};
pub use import::{Draft, import};
pub use lexicon::{Family, families};
pub use read::{Changes, Extracted, Kind, Packed, Unreadable, extract, read};
pub use structure::{Rule as StructureRule, STRUCTURE, structure};
pub use subject::{said, spoken, spoken_subjects};
pub use vague::{MOST, vague, vague_beside};
