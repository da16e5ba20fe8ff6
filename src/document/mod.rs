//! The contract: from the typed agreement to Markdown, and from Markdown to blocks.
//!
//! ```text
//! view + templates ──template──▶ draft (Markdown with markers) ──parse──▶ Document ──markdown──▶ .md
//! ```

pub mod block;
mod contract;
mod facts;
pub mod markdown;
mod marker;
mod parse;
pub mod template;
mod view;
mod words;

pub use self::contract::contract;

use serde::Serialize;
use serde_json::Value;

use self::block::{Block, Document, Meta};
use self::template::Templates;
use crate::diagnostic::{Diagnostic, Severity};

/// The document that `templates` make of `view`, whose JSON Schema is `schema`.
///
/// The language and the layout's words in `meta` are set from the templates.
pub fn render_document<T: Serialize>(
    templates: &Templates,
    view: &T,
    schema: &Value,
    meta: Meta,
) -> Result<Document, Vec<Diagnostic>> {
    let found = templates.check(schema);
    if !found.is_empty() {
        return Err(found);
    }
    render(templates, view, meta, |_| {})
}

/// The document of templates that are known to fit the view.
///
/// `prune` may take blocks away before the rest is numbered.
fn render<T: Serialize>(
    templates: &Templates,
    view: &T,
    meta: Meta,
    prune: impl FnOnce(&mut Vec<Block>),
) -> Result<Document, Vec<Diagnostic>> {
    let draft = templates.render(view).map_err(|error| vec![*error])?;
    let meta = Meta { language: templates.language().to_owned(), words: templates.words().of_layout(), ..meta };
    parse::parse(&draft, meta, templates.words(), prune).map_err(|problems| {
        let located = problems.into_iter().map(|problem| {
            let span = templates.find(problem.template.as_deref(), &problem.near);
            let found = Diagnostic::new(problem.rule, Severity::Error, span, problem.message);
            problem.help.into_iter().fold(found, Diagnostic::help)
        });
        located.collect()
    })
}
