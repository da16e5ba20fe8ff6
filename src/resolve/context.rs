//! What every clause needs while it is resolved: the names, the defaults, and where errors go.

use crate::diagnostic::Diagnostic;
use crate::model::{At, Name, Zone};
use crate::source::Span;
use crate::syntax::tree::{Kind, Node};

use super::index::{Index, NameKind};

/// The state of a resolution.
#[derive(Debug)]
pub(super) struct Context {
    /// What was found wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether a line of the spec is broken, so that what is missing may stand in it.
    pub(super) lenient: bool,
    /// The parties, each with the zone it states.
    pub(super) party_zones: Vec<(Name, Option<At<Zone>>)>,
    index: Index,
    /// Where what is missing is reported that has no place: the spec's first line, or its start.
    home: Span,
}

impl Context {
    pub(super) fn new(index: Index, home: Span, diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics, lenient: false, party_zones: Vec::new(), index, home }
    }

    /// Reports an error.
    pub(super) fn error(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports that something is missing, unless a broken line may hold it.
    pub(super) fn missing(&mut self, span: Option<Span>, message: impl Into<String>, help: impl Into<String>) {
        if !self.lenient {
            let span = span.unwrap_or(self.home);
            self.diagnostics.push(Diagnostic::error("missing-statement", span, message).help(help));
        }
    }

    /// Reports a statement that has no place among the others.
    pub(super) fn misplaced(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error("misplaced-statement", span, message).help(help));
    }

    /// The name in a node, known to name one of `kinds`.
    pub(super) fn named(&mut self, kinds: &[NameKind], node: &Node) -> Option<At<Name>> {
        if kinds.iter().any(|kind| self.index.has(*kind, &node.text)) {
            return Some(At::new(Name::new(&node.text), node.span));
        }
        self.diagnostics.push(self.index.unknown(kinds, node));
        None
    }

    /// Whether a name is declared as this kind.
    pub(super) fn knows(&self, kind: NameKind, name: &str) -> bool {
        self.index.has(kind, name)
    }

    /// The first part of this kind, as a name that is declared as what the part's rule says.
    pub(super) fn name(&mut self, node: &Node, part: Kind) -> Option<At<Name>> {
        let part = node.get(part)?;
        self.named(kinds_of(part.kind), part)
    }

    /// All parts of this kind, as names.
    pub(super) fn names(&mut self, node: &Node, part: Kind) -> Vec<At<Name>> {
        node.all(part).filter_map(|part| self.named(kinds_of(part.kind), part)).collect()
    }

    /// The name that a line declares.
    pub(super) fn new_name(node: &Node) -> Option<At<Name>> {
        node.get(Kind::new_name).map(|name| At::new(Name::new(&name.text), name.span))
    }
}

/// What a part's rule says that the name in it names.
fn kinds_of(part: Kind) -> &'static [NameKind] {
    match part {
        Kind::party => &[NameKind::Party],
        Kind::service => &[NameKind::Service],
        Kind::calendar => &[NameKind::Calendar],
        Kind::severity => &[NameKind::Severity],
        Kind::level => &[NameKind::Level],
        Kind::metric => &[NameKind::Metric],
        Kind::plan => &[NameKind::Plan],
        Kind::parameter => &[NameKind::Parameter],
        // A term is what the agreement defines in any of its sections.
        _ => &[
            NameKind::Term,
            NameKind::Maintenance,
            NameKind::Obligation,
            NameKind::Request,
            NameKind::Service,
            NameKind::Level,
        ],
    }
}
