//! Defined terms: the author's, and those that the contract's own words need.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::Agreement;

/// The terms, in the order of the alphabet.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Definitions {
    pub(crate) terms: Vec<Term>,
    /// The word for what the customer sends.
    ticket: String,
}

/// A term.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Term {
    pub(crate) name: String,
    /// The author's meaning; none: one of the contract's own.
    meaning: Option<Text>,
    /// Which of the contract's own it is; the template says what it means.
    pub(crate) own: Option<String>,
    source: String,
}

impl Definitions {
    /// All terms that the contract may need.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let agreement = context.agreement;
        let mut terms: Vec<Term> = agreement
            .definitions
            .iter()
            .map(|definition| Term {
                name: definition.term.to_string(),
                meaning: Some(Text::part(&definition.meaning)),
                own: None,
                source: context.source(definition.term.origin),
            })
            .collect();
        let maintenance = agreement.maintenance.iter().map(|entry| entry.name.to_string());
        let known: BTreeSet<String> = terms.iter().map(|term| term.name.clone()).chain(maintenance).collect();
        let own = context.forms.terms.iter().filter(|(key, name)| !known.contains(*name) && has_clause(key, agreement));
        terms.extend(own.map(|(key, name)| Term {
            name: name.clone(),
            meaning: None,
            own: Some(key.clone()),
            source: context.source(agreement.heading.title.origin),
        }));
        terms.sort_by_cached_key(|term| term.name.to_lowercase());
        Self { terms, ticket: context.ticket() }
    }
}

/// Whether the agreement has the clause to which the meaning of one of the contract's own terms refers.
fn has_clause(term: &str, agreement: &Agreement) -> bool {
    match term {
        "business_day" | "business_hour" | "business_minute" => !agreement.calendars.is_empty(),
        "service_credit" => agreement.penalties.as_ref().is_some_and(|penalties| !penalties.credits.is_empty()),
        "service_level" => !agreement.levels.is_empty(),
        "service_report" => !agreement.reports.entries.is_empty(),
        "support_channel" => !agreement.channels.is_empty(),
        _ => true,
    }
}
