//! The structure tree of the file: what each marked content is, in reading order.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::draw::{Drawn, Kid, role_name, utf16};
use super::structure::{NodeId, Role, Structure};

/// Adds the tree and gives its root.
///
/// `links` are the objects of the pages' link annotations; they get their
/// `StructParent` here, and the pages their `StructParents`.
pub(super) fn add(
    file: &mut Document,
    drawn: &Drawn,
    structure: &Structure,
    page_ids: &[ObjectId],
    links: &[Vec<Option<ObjectId>>],
) -> lopdf::Result<ObjectId> {
    let root = file.new_object_id();
    // Only what has been placed: a node without kids that no parent has is left out.
    let mut ids: Vec<Option<ObjectId>> = vec![None; structure.len()];
    ids[NodeId::ROOT.index()] = Some(file.new_object_id());
    for kids in &drawn.kids {
        for kid in kids {
            if let Kid::Node(node) = kid {
                ids[node.index()] = Some(file.new_object_id());
            }
        }
    }
    let mut parents: Vec<Object> = Vec::new();
    for (page, (part, page_id)) in drawn.parts.iter().zip(page_ids).enumerate() {
        let owners = part.contents.iter().map(|node| ids[node.index()].map_or(Object::Null, Object::Reference));
        parents.push(number_of(page));
        parents.push(Object::Array(owners.collect()));
        let dictionary = file.get_object_mut(*page_id)?.as_dict_mut()?;
        dictionary.set("StructParents", number_of(page));
        dictionary.set("Tabs", "S");
    }
    let mut next = drawn.parts.len();
    for (part, links) in drawn.parts.iter().zip(links) {
        for (area, link) in part.links.iter().zip(links) {
            if let (Some(link), Some(owner)) = (link, ids[area.node.index()]) {
                file.get_object_mut(*link)?.as_dict_mut()?.set("StructParent", number_of(next));
                parents.push(number_of(next));
                parents.push(Object::Reference(owner));
                next += 1;
            }
        }
    }
    for (index, kids) in drawn.kids.iter().enumerate() {
        let Some(id) = ids[index] else { continue };
        let node = structure.node(NodeId::from_index(index));
        let mut element = Dictionary::new();
        element.set("Type", "StructElem");
        element.set("S", role_name(node.role));
        element.set("P", if index == 0 { root } else { ids[node.parent.index()].unwrap_or(root) });
        if let Some(language) = &node.language {
            element.set("Lang", Object::String(language.as_bytes().to_vec(), StringFormat::Literal));
        }
        let scope = match node.role {
            Role::HeadCell => Some("Column"),
            Role::RowHead => Some("Row"),
            _ => None,
        };
        if let Some(scope) = scope {
            element.set("A", Dictionary::from_iter([("O", Object::from("Table")), ("Scope", scope.into())]));
        }
        if matches!(node.role, Role::Reference | Role::Link) {
            let words: String = drawn.words(kids);
            element.set("Alt", Object::String(utf16(&words), StringFormat::Hexadecimal));
        }
        let kids = kids.iter().filter_map(|kid| self::kid(*kid, &ids, page_ids, links)).collect::<Vec<_>>();
        element.set("K", kids);
        file.set_object(id, element);
    }
    let mut tree = Dictionary::new();
    tree.set("Type", "StructTreeRoot");
    tree.set("K", vec![Object::Reference(ids[0].unwrap_or(root))]);
    let numbers = file.add_object(Dictionary::from_iter([("Nums", Object::Array(parents))]));
    tree.set("ParentTree", numbers);
    tree.set("ParentTreeNextKey", number_of(next));
    file.set_object(root, tree);
    Ok(root)
}

fn kid(kid: Kid, ids: &[Option<ObjectId>], page_ids: &[ObjectId], links: &[Vec<Option<ObjectId>>]) -> Option<Object> {
    match kid {
        Kid::Node(node) => ids[node.index()].map(Object::Reference),
        Kid::Content(page, number) => {
            let mut content = Dictionary::new();
            content.set("Type", "MCR");
            content.set("Pg", *page_ids.get(page)?);
            content.set("MCID", number_of(number));
            Some(Object::Dictionary(content))
        }
        Kid::Link(page, number) => {
            let mut link = Dictionary::new();
            link.set("Type", "OBJR");
            link.set("Pg", *page_ids.get(page)?);
            link.set("Obj", (*links.get(page)?.get(number)?)?);
            Some(Object::Dictionary(link))
        }
    }
}

fn number_of(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
