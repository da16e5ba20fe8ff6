//! What each part of a page is: the tree that every placed run points into.

use super::strip::AnchorId;
use crate::source::Span;

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

impl NodeId {
    /// The document itself.
    pub(super) const ROOT: Self = Self(0);

    pub(super) fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The part that a node plays, in the terms of PDF's standard structure types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    /// A heading; the document's title, if it has one, is of level 1.
    Heading(u8),
    Paragraph,
    List,
    Item,
    Label,
    ItemBody,
    Table,
    Row,
    /// The head of a column.
    HeadCell,
    /// The head of a row.
    RowHead,
    Cell,
    /// The parties, an annex, the signatures.
    Section,
    /// An example or a note.
    Note,
    Contents,
    ContentsLine,
    /// To a place in the document.
    Reference,
    /// To an address outside.
    Link,
}

/// Where a link goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A block's anchor.
    Anchor(String),
    /// A place of which the document has no name.
    Place(AnchorId),
    /// An address.
    Url(String),
}

/// One part of the document.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) role: Role,
    pub(super) parent: NodeId,
    /// Its language, where it differs from its parent's.
    pub(super) language: Option<String>,
    /// The statement of the spec it was made from.
    pub(super) source: Option<Span>,
    pub(super) target: Option<Target>,
}

/// The tree; parents come before their children.
#[derive(Debug)]
pub(super) struct Structure {
    nodes: Vec<Node>,
}

impl Structure {
    pub(super) fn new() -> Self {
        let root = Node { role: Role::Document, parent: NodeId::ROOT, language: None, source: None, target: None };
        Self { nodes: vec![root] }
    }

    pub(super) fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId::from_index(self.nodes.len() - 1)
    }

    /// A reference to the block with the anchor `target`.
    pub(super) fn reference(&mut self, parent: NodeId, target: &str) -> NodeId {
        self.link_to(parent, Role::Reference, Target::Anchor(target.to_owned()))
    }

    /// A link to `url`; an address of another kind than the document may have is no link.
    pub(super) fn link(&mut self, parent: NodeId, url: &str) -> NodeId {
        let lower = url.trim().to_ascii_lowercase();
        if !["https:", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)) {
            return parent;
        }
        self.link_to(parent, Role::Link, Target::Url(url.trim().to_owned()))
    }

    pub(super) fn link_to(&mut self, parent: NodeId, role: Role, target: Target) -> NodeId {
        let source = self.node(parent).source;
        self.push(Node { role, parent, language: None, source, target: Some(target) })
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Forgets the nodes after the first `len`, which nothing may refer to yet.
    pub(super) fn truncate(&mut self, len: usize) {
        self.nodes.truncate(len);
    }
}
