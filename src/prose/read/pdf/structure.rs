//! A tagged PDF: the file says itself what is a heading, a point of a list, a cell, and in which order all is read.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::lines::{Ink, Place};
use crate::prose::document::{Block, BlockKind, CellPlace};

/// Elements within elements.
const DEEPEST: usize = 64;
/// Elements of a file.
const MOST: usize = 400_000;

/// A stretch, and whether it is a link's or code's.
pub(super) type Marked = (Place, bool);

/// What stands one below the other.
pub(super) enum Item {
    Paragraph(Box<Block>, Vec<Marked>),
    Row(Vec<(Block, Vec<Marked>)>),
}

/// The items of a tagged file, and the stretches in them; none where the file has no tags.
pub(super) fn items(file: &Document, page_ids: &[ObjectId], ink: &Ink) -> Option<(Vec<Item>, BTreeSet<Place>)> {
    let root = file.catalog().ok()?.get_deref(b"StructTreeRoot", file).ok()?.as_dict().ok()?;
    let mut contents: BTreeMap<(usize, i64), Vec<Place>> = BTreeMap::new();
    for (page, inked) in ink.pages.iter().enumerate() {
        for (run, inked) in inked.runs.iter().enumerate().filter(|(_, run)| !run.is_artifact) {
            if let Some(mark) = inked.mark {
                contents.entry((page, mark)).or_default().push((page, run));
            }
        }
    }
    let roles = root.get_deref(b"RoleMap", file).and_then(Object::as_dict).ok();
    let pages = page_ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut walk = Walk {
        file,
        roles,
        pages,
        contents,
        ink,
        items: Vec::new(),
        open: None,
        marker: None,
        row: Vec::new(),
        tables: 0,
        used: BTreeSet::new(),
        left: MOST,
    };
    let whole = Context { page: None, kind: BlockKind::Paragraph, level: 0, aside: false, table: None };
    walk.kids(root, &whole, 0);
    walk.end_block();
    Some((walk.items, walk.used))
}

#[derive(Clone)]
struct Context {
    page: Option<usize>,
    kind: BlockKind,
    /// How many lists it is in.
    level: usize,
    aside: bool,
    table: Option<usize>,
}

struct Walk<'d> {
    file: &'d Document,
    roles: Option<&'d Dictionary>,
    pages: BTreeMap<ObjectId, usize>,
    contents: BTreeMap<(usize, i64), Vec<Place>>,
    ink: &'d Ink,
    items: Vec<Item>,
    open: Option<(Block, Vec<Marked>)>,
    marker: Option<String>,
    row: Vec<(Block, Vec<Marked>)>,
    tables: usize,
    used: BTreeSet<Place>,
    left: usize,
}

impl<'d> Walk<'d> {
    fn kids(&mut self, element: &'d Dictionary, context: &Context, depth: usize) {
        let Ok(kids) = element.get_deref(b"K", self.file) else { return };
        match kids {
            Object::Array(list) => list.iter().for_each(|kid| self.kid(kid, context, depth)),
            kid => self.kid(kid, context, depth),
        }
    }

    fn kid(&mut self, kid: &'d Object, context: &Context, depth: usize) {
        let Some(left) = self.left.checked_sub(1).filter(|_| depth < DEEPEST) else { return };
        self.left = left;
        let Ok((_, kid)) = self.file.dereference(kid) else { return };
        if let Ok(mark) = kid.as_i64() {
            self.content(context.page, mark, context);
            return;
        }
        let Ok(element) = kid.as_dict() else { return };
        let page = element.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.pages.get(&id).copied());
        let context = Context { page: page.or(context.page), ..context.clone() };
        match element.get(b"MCID").and_then(Object::as_i64) {
            Ok(mark) if !element.has(b"S") => self.content(context.page, mark, &context),
            _ => self.element(element, context, depth + 1),
        }
    }

    /// Adds marked content to the block that is open, or to a new one.
    fn content(&mut self, page: Option<usize>, mark: i64, context: &Context) {
        let Some(places) = page.and_then(|page| self.contents.remove(&(page, mark))) else { return };
        self.used.extend(&places);
        let (kind, level) = (context.kind, context.level);
        let (_, runs) = self.open.get_or_insert_with(|| (Block::at_level(kind, level), Vec::new()));
        runs.extend(places.into_iter().map(|place| (place, context.aside)));
    }

    fn end_block(&mut self) {
        let Some((block, runs)) = self.open.take() else { return };
        if !runs.is_empty() {
            self.items.push(Item::Paragraph(Box::new(block), runs));
        }
    }

    fn element(&mut self, element: &'d Dictionary, context: Context, depth: usize) {
        let role = self.role(element);
        let within = |kind, level| Context { kind, level, ..context.clone() };
        match role.as_slice() {
            b"H" | b"H1" | b"H2" | b"H3" | b"H4" | b"H5" | b"H6" | b"Title" if context.table.is_none() => {
                let level = role.get(1).filter(|digit| digit.is_ascii_digit()).map_or(1, |digit| digit - b'0');
                self.block(element, &within(BlockKind::Heading, level.into()), depth);
            }
            b"P" | b"Caption" | b"Note" | b"FENote" | b"BibEntry" if context.table.is_none() => {
                self.block(element, &context, depth);
            }
            b"BlockQuote" if context.table.is_none() => {
                self.block(element, &within(BlockKind::Quote, 0), depth);
            }
            b"TOC" | b"TOCI" | b"Index" => self.block(element, &within(BlockKind::Code, 0), depth),
            b"Artifact" => {}
            b"L" if context.table.is_none() => {
                self.end_block();
                self.kids(element, &within(BlockKind::Item, context.level + 1), depth);
                self.end_block();
            }
            b"LI" => {
                self.marker = None;
                self.block(element, &context, depth);
            }
            b"Lbl" if context.kind == BlockKind::Item => self.label(element, &context, depth),
            b"Table" if context.table.is_none() => {
                self.end_block();
                let table = self.tables;
                self.tables += 1;
                self.table(element, &Context { table: Some(table), level: 0, ..context }, depth);
            }
            b"Link" | b"Reference" | b"Code" => self.kids(element, &Context { aside: true, ..context }, depth),
            b"Sect" | b"Div" | b"Part" | b"Art" | b"Document" | b"DocumentFragment" | b"LBody" => {
                self.kids(element, &context, depth);
            }
            _ => self.kids(element, &context, depth),
        }
    }

    /// A block of its own; the first paragraph of a point is the point itself.
    fn block(&mut self, element: &'d Dictionary, context: &Context, depth: usize) {
        let goes_on = self.open.as_ref().is_some_and(|(block, runs)| block.kind == context.kind && runs.is_empty());
        if !goes_on {
            self.end_block();
            let block = Block::at_level(context.kind, context.level).with_marker(self.marker.take());
            self.open = Some((block, Vec::new()));
        }
        self.kids(element, context, depth);
        let is_begun = self.open.as_ref().is_some_and(|(_, runs)| !runs.is_empty());
        if is_begun || context.kind != BlockKind::Item || self.role(element) == b"LI" {
            self.end_block();
        }
    }

    /// What is printed before a point: its number, and nothing where it is a bullet.
    fn label(&mut self, element: &'d Dictionary, context: &Context, depth: usize) {
        let saved = self.open.take();
        self.kids(element, context, depth);
        let said = self.open.take();
        let text: String =
            said.into_iter().flat_map(|(_, runs)| runs).map(|(place, _)| self.ink.run(place).text.clone()).collect();
        self.open = saved;
        let marker = Some(text.trim().to_owned()).filter(|text| text.contains(char::is_alphanumeric));
        match &mut self.open {
            Some((block, runs)) if runs.is_empty() => block.marker = marker,
            _ => self.marker = marker,
        }
    }

    /// The rows of a table, however they are grouped.
    fn table(&mut self, element: &'d Dictionary, context: &Context, depth: usize) {
        let mut rows = Vec::new();
        self.rows(element, context.page, depth, false, &mut rows);
        let mut reached: Vec<usize> = Vec::new();
        for (row, (of_row, page, is_head)) in rows.into_iter().enumerate() {
            let mut next = CellPlace { row, ..CellPlace::first_of(context.table.unwrap_or(0)) };
            let cells = self.elements(of_row);
            let heads = cells.iter().filter(|cell| self.role(cell) == b"TH").count();
            let kind = if is_head || heads > 0 && heads == cells.len() { BlockKind::Head } else { BlockKind::Cell };
            for cell in cells {
                while reached.get(next.column).is_some_and(|until| *until > row) {
                    next.column += 1;
                }
                let place =
                    CellPlace { rows: self.span(cell, b"RowSpan"), columns: self.span(cell, b"ColSpan"), ..next };
                next.column += place.columns;
                reached.resize(reached.len().max(next.column), 0);
                reached[place.column..next.column].fill(row + place.rows);
                self.open = Some((Block::at_cell(kind, place), Vec::new()));
                let of =
                    cell.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.pages.get(&id).copied());
                self.kids(cell, &Context { kind, page: of.or(page), ..context.clone() }, depth);
                self.row.extend(self.open.take());
            }
            let row = std::mem::take(&mut self.row);
            self.items.push(Item::Row(row));
        }
    }

    fn rows(
        &self,
        element: &'d Dictionary,
        page: Option<usize>,
        depth: usize,
        in_head: bool,
        found: &mut Vec<(&'d Dictionary, Option<usize>, bool)>,
    ) {
        if depth >= DEEPEST {
            return;
        }
        for kid in self.elements(element) {
            let of = kid.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.pages.get(&id).copied());
            match self.role(kid).as_slice() {
                b"TR" => found.push((kid, of.or(page), in_head)),
                role => self.rows(kid, of.or(page), depth + 1, in_head || role == b"THead", found),
            }
        }
    }

    fn elements(&self, element: &'d Dictionary) -> Vec<&'d Dictionary> {
        let list = match element.get_deref(b"K", self.file) {
            Ok(Object::Array(list)) => list.iter().collect(),
            Ok(kid) => vec![kid],
            Err(_) => Vec::new(),
        };
        let dictionary = |kid: &'d Object| self.file.dereference(kid).ok()?.1.as_dict().ok();
        list.into_iter().take(MOST).filter_map(dictionary).filter(|kid| kid.has(b"S")).collect()
    }

    /// How many rows or columns a cell takes.
    fn span(&self, cell: &'d Dictionary, name: &[u8]) -> usize {
        let attributes = match cell.get_deref(b"A", self.file) {
            Ok(Object::Array(list)) => list.iter().collect(),
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        let mut spans = attributes
            .into_iter()
            .filter_map(|of| self.file.dereference(of).ok()?.1.as_dict().ok()?.get(name).ok()?.as_i64().ok());
        spans.next_back().and_then(|span| usize::try_from(span).ok()).unwrap_or(1).clamp(1, 1000)
    }

    /// What an element is, in the words of the standard.
    fn role(&self, element: &Dictionary) -> Vec<u8> {
        let mut role = element.get(b"S").and_then(Object::as_name).unwrap_or_default();
        for _ in 0..8 {
            let Some(mapped) = self.roles.and_then(|roles| roles.get(role).ok()).and_then(|to| to.as_name().ok())
            else {
                break;
            };
            if mapped == role {
                break;
            }
            role = mapped;
        }
        role.to_vec()
    }
}
