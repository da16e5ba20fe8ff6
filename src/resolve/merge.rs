//! Lays a spec over the one it extends, statement by statement.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, suggest};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Spec, Table};

use super::slot::{Family, Slot, Without, slot};

/// All statements of a chain of specs, base first, with the later ones laid over the earlier.
pub(super) fn merge(chain: Vec<Spec>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Line> {
    let mut merged = Vec::new();
    for (depth, spec) in chain.into_iter().enumerate() {
        let lines = join_sections(spec.lines);
        said_once(&lines, diagnostics);
        if depth == 0 {
            nothing_inherited(&lines, diagnostics);
            merged = lines;
        } else {
            overlay(&mut merged, lines, true, diagnostics);
        }
    }
    merged
}

/// A section that is written in several places, with the same head, is one section.
fn join_sections(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    for line in lines {
        let key = slot(&line);
        let earlier = joined.iter_mut().find(|earlier| {
            matches!(key, Slot::Section(..))
                && slot(earlier) == key
                && earlier.node.text == line.node.text
                && earlier.condition == line.condition
        });
        match earlier {
            Some(earlier) if line.kind() != Kind::agreement && earlier.table.is_none() => {
                earlier.children.extend(line.children);
                earlier.table = line.table;
            }
            _ => joined.push(line),
        }
    }
    joined
}

/// Reports what a spec says twice where once is the rule; a condition makes it an alternative.
fn said_once(lines: &[Line], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Slot, Span> = HashMap::new();
    for line in lines {
        said_once(&line.children, diagnostics);
        if line.condition.is_some() {
            continue;
        }
        let key = slot(line);
        let words = match &key {
            Slot::Single(_) | Slot::Section(..) | Slot::Item(Kind::empty_is, _) => statement(line),
            Slot::Entry(_, name) => format!("`{name}`"),
            Slot::Item(Kind::clause | Kind::must | Kind::report, name) => format!("`{name}`"),
            _ => continue,
        };
        if let Some(first) = seen.get(&key) {
            diagnostics.push(
                Diagnostic::error("said-twice", line.span(), format!("{words} is said twice"))
                    .related(*first, "first said here")
                    .help("keep one of the two, or give each a condition such as `if Phone Support`"),
            );
        } else {
            seen.insert(key, line.span());
        }
    }
}

/// The words that begin a statement, for messages.
fn statement(line: &Line) -> String {
    let words: Vec<&str> =
        line.node.text.split(' ').take_while(|word| word.starts_with(|c: char| c.is_lowercase())).take(3).collect();
    if words.is_empty() { format!("`{}`", line.node.text) } else { format!("`{}`", words.join(" ")) }
}

/// A spec that extends nothing has nothing to change or remove.
fn nothing_inherited(lines: &[Line], diagnostics: &mut Vec<Diagnostic>) {
    for line in lines {
        nothing_inherited(&line.children, diagnostics);
        match slot(line) {
            Slot::Change(..) => diagnostics.push(
                Diagnostic::error(
                    "nothing-inherited",
                    line.span(),
                    "there is nothing to change: this spec extends no other",
                )
                .help("write the entry itself, or begin the spec with `extends \"house/saas.sla\"`"),
            ),
            Slot::Without(Without::Section(_)) => {}
            Slot::Without(_) => diagnostics.push(
                Diagnostic::error(
                    "nothing-inherited",
                    line.span(),
                    "there is nothing to leave out: this spec extends no other",
                )
                .help("remove the line"),
            ),
            _ => {}
        }
    }
}

/// Lays `over` over `base`. At the top level a section may be left out with a reason.
fn overlay(base: &mut Vec<Line>, over: Vec<Line>, top: bool, diagnostics: &mut Vec<Diagnostic>) {
    let mut replaced: Vec<Kind> = Vec::new();
    for line in over {
        match slot(&line) {
            Slot::Section(..) => overlay_section(base, line, diagnostics),
            Slot::Entry(family, name) => {
                if let Some(earlier) = find(base, family, &name) {
                    diagnostics.push(
                        Diagnostic::error("already-inherited", line.span(), format!("`{name}` is already inherited"))
                            .related(earlier.span(), "inherited from here")
                            .help(format!("write `change {name}` to change it")),
                    );
                } else {
                    base.push(line);
                }
            }
            Slot::Single(kind) => {
                base.retain(|earlier| earlier.kind() != kind);
                base.push(line);
            }
            Slot::Item(..) => {
                let key = slot(&line);
                base.retain(|earlier| slot(earlier) != key);
                base.push(line);
            }
            Slot::List(kind) => {
                if !replaced.contains(&kind) {
                    base.retain(|earlier| earlier.kind() != kind);
                    replaced.push(kind);
                }
                base.push(line);
            }
            Slot::Also => base.push(line),
            Slot::Change(family, name) => change(base, family, &name, line, diagnostics),
            Slot::Without(what) => without(base, &what, line, top, diagnostics),
        }
    }
}

fn overlay_section(base: &mut Vec<Line>, line: Line, diagnostics: &mut Vec<Diagnostic>) {
    let key = slot(&line);
    match base.iter_mut().find(|earlier| slot(earlier) == key) {
        Some(earlier) => {
            let says_more = match line.kind() {
                Kind::plans => line.node.has(Kind::string),
                Kind::maintenance => line.node.has(Kind::service),
                kind => matches!(kind, Kind::agreement | Kind::force_majeure | Kind::audit),
            };
            if says_more {
                earlier.node = line.node;
            }
            overlay(&mut earlier.children, line.children, false, diagnostics);
            if line.table.is_some() {
                earlier.table = line.table;
            }
        }
        None => base.push(line),
    }
}

fn find<'a>(base: &'a mut [Line], family: Family, name: &str) -> Option<&'a mut Line> {
    base.iter_mut().find(|line| matches!(slot(line), Slot::Entry(f, n) if f == family && n == name))
}

fn change(base: &mut [Line], family: Family, name: &str, line: Line, diagnostics: &mut Vec<Diagnostic>) {
    let names: Vec<String> = names(base, family);
    let Some(entry) = find(base, family, name) else {
        let mut diagnostic =
            Diagnostic::error("nothing-to-change", line.span(), format!("there is no inherited `{name}` to change"));
        if let Some(help) = suggest::did_you_mean(name, names.iter().map(String::as_str)) {
            diagnostic = diagnostic.help(help);
        }
        diagnostics.push(diagnostic);
        return;
    };
    for part in line.node.children {
        if matches!(part.kind, Kind::string | Kind::string_param) {
            replace_string(entry, part);
        }
    }
    if line.prose.is_some() {
        entry.prose = line.prose;
    }
    overlay(&mut entry.children, line.children, false, diagnostics);
    match (&mut entry.table, line.table) {
        (Some(table), Some(over)) => overlay_table(table, over),
        (slot @ None, Some(over)) => *slot = Some(over),
        (_, None) => {}
    }
}

/// The last string of an entry (a meaning, a criterion) gives way to the new one.
fn replace_string(entry: &mut Line, part: crate::syntax::tree::Node) {
    entry.prose = None;
    match entry.node.children.iter_mut().rev().find(|own| own.kind == Kind::string) {
        Some(own) => *own = part,
        None => entry.node.children.push(part),
    }
}

/// Rows and columns that the table names are replaced; others stay. A blank cell stays inherited.
fn overlay_table(table: &mut Table, over: Table) {
    let columns: Vec<usize> = over
        .head
        .into_iter()
        .map(|head| match table.head.iter().position(|known| known.text == head.text) {
            Some(at) => at,
            None => {
                let blank = |row: &crate::syntax::tree::Row| crate::syntax::tree::Node {
                    kind: Kind::none,
                    text: "-".into(),
                    span: row.span,
                    children: Vec::new(),
                };
                for row in &mut table.rows {
                    let cell = blank(row);
                    row.cells.push(cell);
                }
                table.head.push(head);
                table.head.len() - 1
            }
        })
        .collect();
    for row in over.rows {
        let key = row.cells.first().map(|cell| cell.text.clone());
        let known = table.rows.iter_mut().find(|known| known.cells.first().map(|cell| cell.text.clone()) == key);
        if let Some(known) = known {
            for (cell, column) in row.cells.into_iter().zip(&columns) {
                if cell.kind != Kind::cell_blank {
                    known.cells[*column] = cell;
                }
            }
        } else {
            let mut cells: Vec<_> = (0..table.head.len())
                .map(|_| crate::syntax::tree::Node {
                    kind: Kind::none,
                    text: "-".into(),
                    span: row.span,
                    children: Vec::new(),
                })
                .collect();
            for (cell, column) in row.cells.into_iter().zip(&columns) {
                cells[*column] = cell;
            }
            table.rows.push(crate::syntax::tree::Row { cells, ..row });
        }
    }
}

fn names(base: &[Line], family: Family) -> Vec<String> {
    base.iter()
        .filter_map(|line| match slot(line) {
            Slot::Entry(f, name) if f == family => Some(name),
            _ => None,
        })
        .collect()
}

fn without(base: &mut Vec<Line>, what: &Without, line: Line, top: bool, diagnostics: &mut Vec<Diagnostic>) {
    let before = base.len();
    let mut removed_part = false;
    match what {
        Without::Entry(family, name) => {
            base.retain(|own| !matches!(slot(own), Slot::Entry(f, n) if f == *family && n == *name));
        }
        Without::Single(kind) => base.retain(|own| own.kind() != *kind),
        Without::Item(kind, words) => {
            base.retain(|own| !matches!(slot(own), Slot::Item(k, w) if k == *kind && w == *words));
        }
        Without::Channel(kind) => base.retain(|own| {
            own.kind() != Kind::channel || own.node.get(Kind::channel_kind).is_none_or(|node| node.text != *kind)
        }),
        Without::Exclusion(term) => {
            for own in base.iter_mut().filter(|own| own.kind() == Kind::excluding) {
                let parts = own.node.children.len();
                own.node.children.retain(|part| part.get(Kind::term).is_none_or(|name| name.text != *term));
                removed_part |= own.node.children.len() < parts;
            }
            base.retain(|own| own.kind() != Kind::excluding || !own.node.children.is_empty());
        }
        Without::Closed => removed_part = remove_closed(base, &line),
        Without::Section(name) if top => {
            base.retain(|own| !is_section(own, name));
            for own in base.iter_mut().filter(|own| own.kind() == Kind::include_clause) {
                own.node.children.retain(|part| part.text != *name);
            }
            base.retain(|own| own.kind() != Kind::include_clause || !own.node.children.is_empty());
            // The decision itself is part of the agreement.
            base.push(line);
            return;
        }
        Without::Section(_) => {}
    }
    if base.len() == before && !removed_part {
        diagnostics.push(
            Diagnostic::error("nothing-to-remove", line.span(), "nothing inherited is left out by this line")
                .help("name exactly one inherited statement or list item, or remove the line"),
        );
    }
}

/// Whether a line is the section that begins with these words.
fn is_section(line: &Line, words: &str) -> bool {
    matches!(slot(line), Slot::Section(..)) && {
        let text = &line.node.text;
        text == words || text.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
    }
}

/// Takes the dates or regions of a `without closed` line out of the inherited lists.
fn remove_closed(base: &mut Vec<Line>, line: &Line) -> bool {
    let parts = |node: &crate::syntax::tree::Node| -> Vec<String> {
        let holidays = node.get(Kind::on_public_holidays);
        holidays.unwrap_or(node).children.iter().map(|part| part.text.clone()).collect()
    };
    let wanted = parts(&line.node);
    let mut removed = false;
    for own in base.iter_mut() {
        if !matches!(own.kind(), Kind::closed_dates | Kind::closed_holidays | Kind::also_closed) {
            continue;
        }
        for part in &wanted {
            own.node.text = own.node.text.replacen(&format!("{part}, "), "", 1).replacen(&format!(", {part}"), "", 1);
        }
        let list = match own.node.children.iter().position(|part| part.kind == Kind::on_public_holidays) {
            Some(at) => &mut own.node.children[at].children,
            None => &mut own.node.children,
        };
        let before = list.len();
        list.retain(|part| !wanted.contains(&part.text));
        removed |= list.len() < before;
    }
    base.retain(|own| {
        !matches!(own.kind(), Kind::closed_dates | Kind::closed_holidays | Kind::also_closed)
            || own.node.children.iter().any(|part| part.kind != Kind::on_public_holidays || !part.children.is_empty())
    });
    removed
}
