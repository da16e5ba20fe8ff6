//! The contract of an agreement.

use std::collections::BTreeSet;

use schemars::schema_for;

use super::block::{Block, BlockKind, Document, Inline, Item, Meta};
use super::facts::Facts;
use super::parse::Problem;
use super::template::Templates;
use super::template::helpers::anchor_name;
use super::view::{Context, View};
use super::{blocks, number, plans};
use crate::diagnostic::Diagnostic;
use crate::model::{Agreement, Identity, Party};

/// The contract that `templates` make of an agreement; of several, one for each plan, the contract that holds them all.
///
/// Of the terms that the contract defines by itself, it holds those that its own text uses.
///
/// # Errors
/// What is wrong with the templates, each at its place; or a term past the years whose holidays are known.
pub fn contract<'a>(
    agreements: impl IntoIterator<Item = &'a Agreement>,
    templates: &Templates,
) -> Result<Document, Vec<Diagnostic>> {
    // The shipped templates are held against the view by the tests.
    if templates.has_own() {
        let found = templates.check(schema_for!(View).as_value());
        if !found.is_empty() {
            return Err(found);
        }
    }
    let mut about = Meta::default();
    let mut variants = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for agreement in agreements {
        let plan = agreement.plan.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut found = Vec::new();
        variants.push((plan, blocks_of(agreement, templates, &mut found)?));
        problems.extend(found.into_iter().filter(|problem| !problems.contains(problem)).collect::<Vec<_>>());
        about = meta(agreement);
    }
    let blocks = match variants.len() {
        1 => variants.remove(0).1,
        _ => plans::merge(&variants),
    };
    number(templates, blocks, about, problems)
}

fn blocks_of(
    agreement: &Agreement,
    templates: &Templates,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Block>, Vec<Diagnostic>> {
    let facts = Facts::of(agreement).map_err(|error| vec![error])?;
    let view = View::new(&Context { agreement, forms: &templates.words().forms, facts: &facts });
    let own = own_terms(&view);
    let mut blocks = blocks(templates, &view, problems)?;
    let used = used_terms(&blocks, &own);
    let unused = |id: &str| own.iter().any(|(name, anchor)| anchor == id && !used.contains(name));
    take_away(&mut blocks, &unused);
    Ok(blocks)
}

/// What the document says about itself.
fn meta(agreement: &Agreement) -> Meta {
    let heading = &agreement.heading;
    let name = |party: &Party| match &party.identity {
        Identity::Named(name) => name.clone(),
        _ => party.name.to_string(),
    };
    Meta {
        title: heading.title.value.clone(),
        reference: heading.reference.as_ref().map(|reference| reference.value.clone()),
        version: Some(heading.version.value.clone()),
        parties: [&agreement.parties.provider, &agreement.parties.customer].map(name).into(),
        ..Meta::default()
    }
}

/// The terms that the contract defines by itself, each with its anchor.
fn own_terms(view: &View) -> Vec<(String, String)> {
    let own = view.definitions.terms.iter().filter(|term| term.own.is_some());
    own.map(|term| (term.name.clone(), anchor_name(&format!("term {}", term.name)))).collect()
}

/// The contract's own terms that its text uses, or the meaning of a used term.
fn used_terms(blocks: &[Block], own: &[(String, String)]) -> BTreeSet<String> {
    let mut text = String::new();
    let mut meanings = Vec::new();
    collect(blocks, &|id| own.iter().any(|(_, anchor)| anchor == id), &mut text, &mut meanings);
    let mut used = BTreeSet::new();
    // The meaning of a used term may use further ones.
    while let Some((name, anchor)) = own.iter().find(|(name, _)| !used.contains(name) && says(&text, name)) {
        used.insert(name.clone());
        let meaning = meanings.iter().find(|(id, _)| id == anchor);
        text.push_str(meaning.map_or("", |(_, meaning)| meaning));
    }
    used
}

/// Takes the list items away whose anchor `unused` picks.
fn take_away(blocks: &mut Vec<Block>, unused: &dyn Fn(&str) -> bool) {
    blocks.retain_mut(|block| match &mut block.kind {
        BlockKind::List(items) => {
            items.retain(|item| !item.id.as_deref().is_some_and(unused));
            !items.is_empty()
        }
        BlockKind::Group { blocks, .. } => {
            take_away(blocks, unused);
            true
        }
        _ => true,
    });
}

/// Whether a text says a term, alone or in the plural.
fn says(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + term.len()..].trim_start_matches('s').chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The text of blocks; list items whose anchor `apart` picks are collected each by itself.
fn collect(blocks: &[Block], apart: &dyn Fn(&str) -> bool, text: &mut String, meanings: &mut Vec<(String, String)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Title(words)
            | BlockKind::Heading { text: words, .. }
            | BlockKind::Clause { text: words, .. }
            | BlockKind::Paragraph(words) => write(words, text),
            BlockKind::List(items) => {
                for Item { blocks, id, .. } in items {
                    match id.as_deref().filter(|id| apart(id)) {
                        Some(id) => {
                            let mut meaning = String::new();
                            collect(blocks, apart, &mut meaning, meanings);
                            meanings.push((id.to_owned(), meaning));
                        }
                        None => collect(blocks, apart, text, meanings),
                    }
                }
            }
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| write(cell, text));
            }
            BlockKind::Group { blocks, .. } => collect(blocks, apart, text, meanings),
        }
    }
}

fn write(words: &[Inline], text: &mut String) {
    for inline in words {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Reference { text: words, .. } => text.push_str(words),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => {
                write(inside, text);
            }
            Inline::Break => {}
        }
    }
    text.push('\n');
}
