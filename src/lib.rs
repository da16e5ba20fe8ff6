//! Servanda: agreements that can be kept.

pub mod diagnostic;
pub mod document;
pub mod source;
pub mod syntax;
