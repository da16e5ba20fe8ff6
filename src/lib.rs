//! Servanda: agreements that can be kept.

pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod evaluate;
pub mod export;
mod facade;
pub mod html;
pub mod model;
pub mod pdf;
pub mod policy;
pub mod prose;
pub mod resolve;
mod rules;
pub mod source;
pub mod syntax;

pub use document::template::Override;
pub use facade::{
    Coverage, Exposure, Options, ProseStatement, SectionCoverage, Sides, Spec, examine, export_names, format, import,
    import_packed, lint, lint_packed, policy_schema, read_policy,
};
pub use resolve::{LoadError, Loader};
pub use rules::rules;
