//! Servanda: agreements that can be kept.

pub mod config;
pub mod diagnostic;
pub mod document;
pub mod evaluate;
pub mod html;
pub mod model;
pub mod pdf;
pub mod resolve;
pub mod source;
pub mod syntax;
