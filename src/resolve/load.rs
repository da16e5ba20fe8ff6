//! The chain of specs that extend one another; paths stay below the root.

use crate::diagnostic::Diagnostic;
use crate::source::{Source, SourceId, Sources, Span};
use crate::syntax::tree::{Kind, Spec};

/// How deep specs may extend one another.
const DEEPEST: usize = 16;

/// Why a spec could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// There is no such file.
    Missing,
    /// The path leads out of the root.
    Outside,
    /// Anything else, in words.
    Unreadable(String),
}

/// Reads specs by their path below the root; only the caller knows where the root is.
pub trait Loader {
    /// The text at a path such as `house/saas.sla`; the path has neither `..` nor a root.
    fn load(&mut self, path: &str) -> Result<String, LoadError>;

    /// The name that people know the spec at this path by.
    fn name(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// The specs from the one that extends nothing to the main one.
pub(super) fn chain(
    main: SourceId,
    sources: &mut Sources,
    loader: &mut dyn Loader,
    house: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spec> {
    let mut chain = Vec::new();
    let mut paths: Vec<String> = Vec::new();
    let mut next = Some(main);
    while let Some(source) = next.take() {
        let text = sources.get(source).map(Source::text).unwrap_or_default().to_owned();
        let (spec, found) = crate::syntax::parse(source, &text);
        diagnostics.extend(found);
        let extends = spec.lines.iter().find(|line| line.kind() == Kind::extends);
        let target = match extends {
            Some(line) => line.node.get(Kind::string).map(|path| (path.text.clone(), path.span)),
            None if paths.is_empty() && chain.is_empty() => {
                house.map(|path| (path.to_owned(), Span::new(source, 0, 0)))
            }
            None => None,
        };
        chain.push(spec);
        let Some((path, span)) = target else { break };
        if let Some(text) = load(&path, span, &paths, loader, diagnostics) {
            next = Some(sources.add(Source::new(loader.name(&path), text)));
            paths.push(path);
        }
    }
    chain.reverse();
    chain
}

fn load(
    path: &str,
    span: Span,
    before: &[String],
    loader: &mut dyn Loader,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let outside = || {
        Diagnostic::error("extends-outside", span, format!("`{path}` leads out of the project's folder"))
            .help("write a path below the folder of servanda.toml, such as \"house/saas.sla\"")
    };
    let parts: Vec<&str> = path.split('/').collect();
    let strange = |part: &&str| part.is_empty() || *part == ".." || *part == "." || part.contains(['\\', ':']);
    if parts.iter().any(strange) {
        diagnostics.push(outside());
        return None;
    }
    if before.iter().any(|earlier| earlier == path) {
        diagnostics.push(
            Diagnostic::error("extends-cycle", span, format!("`{path}` extends itself"))
                .help("a spec may extend only specs that do not extend it in turn"),
        );
        return None;
    }
    if before.len() >= DEEPEST {
        diagnostics.push(Diagnostic::error(
            "extends-depth",
            span,
            format!("more than {DEEPEST} specs extend one another"),
        ));
        return None;
    }
    match loader.load(path) {
        Ok(text) => Some(text),
        Err(LoadError::Outside) => {
            diagnostics.push(outside());
            None
        }
        Err(LoadError::Missing) => {
            diagnostics.push(
                Diagnostic::error("extends-missing", span, format!("there is no spec `{path}`"))
                    .help("paths are relative to the folder of servanda.toml, else to the spec's own folder"),
            );
            None
        }
        Err(LoadError::Unreadable(why)) => {
            diagnostics.push(Diagnostic::error("extends-unreadable", span, format!("`{path}` cannot be read: {why}")));
            None
        }
    }
}
