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
mod plans;
pub mod template;
mod view;
mod words;

pub use self::contract::contract;

use serde::Serialize;
use serde_json::Value;

use self::block::{Block, Document, Meta};
use self::parse::Problem;
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
    let mut problems = Vec::new();
    let blocks = blocks(templates, view, &mut problems)?;
    number(templates, blocks, meta, problems)
}

/// The blocks of templates that are known to fit the view.
fn blocks<T: Serialize>(
    templates: &Templates,
    view: &T,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Block>, Vec<Diagnostic>> {
    let draft = templates.render(view).map_err(|error| vec![*error])?;
    Ok(parse::blocks(&draft, problems))
}

/// The document of blocks, numbered and with the layout's words of the templates' language.
fn number(
    templates: &Templates,
    blocks: Vec<Block>,
    meta: Meta,
    problems: Vec<Problem>,
) -> Result<Document, Vec<Diagnostic>> {
    let meta = Meta { language: templates.language().to_owned(), words: templates.words().of_layout(), ..meta };
    parse::document(blocks, meta, templates.words(), problems).map_err(|problems| located(templates, problems))
}

/// Problems of the rendered text, each at the template that it comes from.
fn located(templates: &Templates, problems: Vec<Problem>) -> Vec<Diagnostic> {
    let located = problems.into_iter().map(|problem| {
        let span = templates.find(problem.template.as_deref(), &problem.near);
        let found = Diagnostic::new(problem.rule, Severity::Error, span, problem.message);
        problem.help.into_iter().fold(found, Diagnostic::help)
    });
    located.collect()
}
