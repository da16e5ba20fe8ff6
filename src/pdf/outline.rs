//! The bookmarks: headings, nested as their levels are.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::draw::utf16;
use super::flow::Heading;
use super::paginate::Pages;

struct Entry {
    id: ObjectId,
    parent: Option<usize>,
    level: u8,
}

/// Adds the outline and gives its object, if there is a heading.
pub(super) fn add(
    file: &mut Document,
    headings: &[Heading],
    pages: &Pages,
    page_ids: &[ObjectId],
    page_height: f64,
) -> Option<ObjectId> {
    if headings.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let mut entries: Vec<Entry> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    for heading in headings {
        while open.last().is_some_and(|last| entries[*last].level >= heading.level) {
            open.pop();
        }
        entries.push(Entry { id: file.new_object_id(), parent: open.last().copied(), level: heading.level });
        open.push(entries.len() - 1);
    }
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); entries.len() + 1];
    let top = entries.len();
    for (at, entry) in entries.iter().enumerate() {
        children[entry.parent.unwrap_or(top)].push(at);
    }
    for siblings in &children {
        for (place, at) in siblings.iter().enumerate() {
            let heading = &headings[*at];
            let title = heading.number.iter().map(String::as_str).chain([heading.text.as_str()]);
            let title = title.collect::<Vec<_>>().join("  ");
            let mut item = Dictionary::new();
            item.set("Title", Object::String(utf16(&title), lopdf::StringFormat::Hexadecimal));
            item.set("Parent", entries[*at].parent.map_or(root, |parent| entries[parent].id));
            if place > 0 {
                item.set("Prev", entries[siblings[place - 1]].id);
            }
            if let Some(next) = siblings.get(place + 1) {
                item.set("Next", entries[*next].id);
            }
            if let (Some(first), Some(last)) = (children[*at].first(), children[*at].last()) {
                item.set("First", entries[*first].id);
                item.set("Last", entries[*last].id);
                // Below zero: closed until the reader opens it.
                item.set("Count", -i64::try_from(children[*at].len()).unwrap_or(i64::MAX));
            }
            if let Some(destination) = destination(pages, heading.anchor.0, page_ids, page_height) {
                item.set("Dest", destination);
            }
            file.set_object(entries[*at].id, item);
        }
    }
    let roots = &children[top];
    let mut outline = Dictionary::new();
    outline.set("Type", "Outlines");
    outline.set("First", entries[*roots.first()?].id);
    outline.set("Last", entries[*roots.last()?].id);
    outline.set("Count", i64::try_from(roots.len()).unwrap_or(i64::MAX));
    file.set_object(root, outline);
    Some(root)
}

/// The place of an anchor as PDF writes it.
pub(super) fn destination(pages: &Pages, anchor: usize, page_ids: &[ObjectId], page_height: f64) -> Option<Object> {
    let (page, top) = (*pages.destinations.get(anchor)?)?;
    let above = (page_height - top + 8.0).round() as i64;
    Some(Object::Array(vec![
        Object::Reference(*page_ids.get(page)?),
        "XYZ".into(),
        Object::Null,
        Object::Integer(above),
        Object::Null,
    ]))
}
