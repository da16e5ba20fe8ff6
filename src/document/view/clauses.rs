//! Clauses in the author's own words, by their places.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::Section;

/// A clause in the author's own words.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct FreeClause {
    title: String,
    paragraphs: Vec<Text>,
    source: String,
}

/// The clauses by where they stand.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) before: BTreeMap<String, Vec<FreeClause>>,
    pub(super) after: BTreeMap<String, Vec<FreeClause>>,
    pub(super) last: Vec<FreeClause>,
}

impl Placed {
    /// Every section has its entry, so that a template may name each.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let empty = || Section::ALL.into_iter().map(|section| (key(section), Vec::new())).collect();
        let mut placed = Self { before: empty(), after: empty(), last: Vec::new() };
        for clause in &context.agreement.clauses {
            let Placed { before, after, last } = &mut placed;
            let list = match &clause.place {
                Some(place) => {
                    let sections = if place.before { before } else { after };
                    sections.entry(key(place.section)).or_default()
                }
                None => last,
            };
            list.push(FreeClause {
                title: clause.title.value.clone(),
                paragraphs: Text::paragraphs(&clause.text),
                source: context.source(clause.title.origin),
            });
        }
        placed
    }
}

/// The section's word as a template can write it.
fn key(section: Section) -> String {
    section.word().replace(' ', "_")
}
